/** So many at once, and so many more each second after that. */
export type Allowance = { burst: number; perSecond: number }

type Bucket = { tokens: number; at: number }

/**
 * One bucket of tokens per key (a person, a connection). `take` answers 0 when there was a token, else the whole
 * seconds until there is one. Full buckets are forgotten, so memory follows the people who are busy now.
 */
export class TokenBuckets {
  #buckets = new Map<string, Bucket>()
  #allowance: Allowance
  #now: () => number
  #sweptAt: number

  /** `now` in milliseconds. */
  constructor(allowance: Allowance, now: () => number) {
    this.#allowance = allowance
    this.#now = now
    this.#sweptAt = now()
  }

  take(key: string): number {
    this.#sweep()
    const { burst, perSecond } = this.#allowance
    const now = this.#now()
    const tokens = this.#tokens(this.#buckets.get(key) ?? { tokens: burst, at: now }, now)
    if (tokens < 1) return Math.max(1, Math.ceil((1 - tokens) / perSecond))
    this.#buckets.set(key, { tokens: tokens - 1, at: now })
    return 0
  }

  #tokens(bucket: Bucket, now: number): number {
    const { burst, perSecond } = this.#allowance
    return Math.min(burst, bucket.tokens + ((now - bucket.at) / 1000) * perSecond)
  }

  #sweep(): void {
    const now = this.#now()
    if (now - this.#sweptAt < 60_000) return
    this.#sweptAt = now
    for (const [key, bucket] of this.#buckets)
      if (this.#tokens(bucket, now) >= this.#allowance.burst) this.#buckets.delete(key)
  }
}
