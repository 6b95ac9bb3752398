const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

/** Days ago, a few minutes apart, so that a town does not write in the same second. */
export function daysBefore(now: Date, days: number, spread: number): Date {
  return new Date(now.getTime() - days * dayMs - (240 - ((spread * 37) % 240)) * minuteMs)
}
