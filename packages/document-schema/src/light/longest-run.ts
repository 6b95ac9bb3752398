/**
 * Positions in `values` of a longest increasing subsequence of the values from 0 on; negative ones count as absent.
 * Patience sorting, O(n log n) (Fredman, "On computing the length of longest increasing subsequences", 1975).
 */
export function longestRunInOrder(values: readonly number[]): Set<number> {
  /** For each length the position that ends the run of that length with the smallest value. */
  const ends: number[] = []
  const before = new Map<number, number | undefined>()
  const valueAt = (position: number | undefined) => values[position ?? -1] ?? -1
  values.forEach((value, position) => {
    if (value < 0) return
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (valueAt(ends[middle]) < value) low = middle + 1
      else high = middle
    }
    before.set(position, ends[low - 1])
    ends[low] = position
  })
  const run = new Set<number>()
  for (let position = ends.at(-1); position !== undefined; position = before.get(position)) run.add(position)
  return run
}
