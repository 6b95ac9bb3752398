import { type Allowance, TokenBuckets } from './token-buckets.js'

/**
 * How often something may be done at once, and how often after that. Sign-in is limited twice: guessing at one account
 * by address and account together, guessing at many by address alone. A school class or a town hall shares an address.
 */
export const limits = {
  signIn: { burst: 120, perSecond: 1 },
  signInToAccount: { burst: 30, perSecond: 1 / 20 },
  signUp: { burst: 60, perSecond: 0.1 },
  joinAsGuest: { burst: 400, perSecond: 0.5 },
  receipt: { burst: 30, perSecond: 0.1 },
  writing: { burst: 60, perSecond: 2 },
  /** Reports of contributions; by person or network, which then pays with work. */
  report: { burst: 60, perSecond: 0.5 },
  /** Mails that ask the owner of one address; by address. */
  confirmationMail: { burst: 3, perSecond: 1 / 3600 },
  upload: { burst: 20, perSecond: 0.2 },
  /** Programs that read open data, and whole lists of it; by network. */
  open: { burst: 240, perSecond: 8 },
  openFile: { burst: 40, perSecond: 0.5 },
} as const satisfies Record<string, Allowance>

export type LimitName = keyof typeof limits

export type RateLimiter = {
  /** Answers 0 when it may be done now, else the whole seconds until it may. */
  take(limit: LimitName, key: string): Promise<number>
  close(): Promise<void>
}

/** For one process. */
export function createMemoryLimiter(now: () => number): RateLimiter {
  const buckets = new Map(
    Object.entries(limits).map(([name, allowance]) => [name, new TokenBuckets(allowance, now)]),
  )
  return {
    take: async (limit, key) => buckets.get(limit)?.take(key) ?? 0,
    close: async () => {},
  }
}
