/** One question to the server's clock. All in milliseconds; `now` is the server's time. */
export type ClockSample = { sentAt: number; receivedAt: number; now: number }

/**
 * How far the server's clock is ahead of this one. The fastest round trip has the smallest error, at most half of it
 * (Cristian's algorithm).
 */
export function offsetOf(samples: readonly ClockSample[]): number | null {
  const fastest = samples.toSorted((a, b) => a.receivedAt - a.sentAt - (b.receivedAt - b.sentAt))[0]
  if (!fastest) return null
  return fastest.now - (fastest.sentAt + fastest.receivedAt) / 2
}
