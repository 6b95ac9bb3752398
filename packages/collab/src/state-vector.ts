import type { Range } from './check-update.js'

/** How many operations of each client are there without a gap. */
export type StateVector = Map<number, number>

/**
 * Moves the vector past the ranges. A range that begins beyond a gap does not move it: the vector promises that all
 * before it is there, and what lies beyond is merely sent again.
 */
export function advance(vector: StateVector, ranges: readonly Range[]): void {
  for (const { client, from, to } of ranges) {
    const known = vector.get(client) ?? 0
    if (from <= known && to > known) vector.set(client, to)
  }
}

export function knows(vector: StateVector, ranges: readonly Range[]): boolean {
  return ranges.every(({ client, to }) => to <= (vector.get(client) ?? 0))
}

export function covers(vector: StateVector, other: StateVector): boolean {
  for (const [client, clock] of other) if ((vector.get(client) ?? 0) < clock) return false
  return true
}
