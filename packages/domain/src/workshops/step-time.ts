import type { StepTime } from '@randnotiz/contract/workshops/session'

/** How long before a seal it is announced, so that nobody is cut off in mid-choice. In milliseconds. */
export const sealNoticeMs = 5_000
/** How long after the seal a ballot under way is still taken. In milliseconds. */
export const sealGraceMs = 1_500

/** Milliseconds until a step's time is up, never below 0; null without a limit. */
export function leftMs(time: StepTime, now: Date): number | null {
  switch (time.kind) {
    case 'unlimited':
      return null
    case 'stopped':
      return time.leftMs
    case 'running':
      return Math.max(0, Date.parse(time.endsAt) - now.getTime())
  }
}

export function stopped(time: StepTime, now: Date): StepTime {
  const left = leftMs(time, now)
  return left === null ? { kind: 'unlimited' } : { kind: 'stopped', leftMs: left }
}

export function running(time: StepTime, now: Date): StepTime {
  const left = leftMs(time, now)
  return left === null ? { kind: 'unlimited' } : runningFor(left, now)
}

export function runningFor(ms: number, now: Date): StepTime {
  return { kind: 'running', endsAt: new Date(now.getTime() + ms).toISOString() }
}
