import { type Breakdown, smallestTold } from '@randnotiz/contract/annotations/participation'

/**
 * Breaks a number down without telling small parts: they are put together, and where they are still few together the
 * smallest of the others goes with them, or one could find out by taking the others from the whole.
 */
export function breakDown(counts: ReadonlyMap<string, number>): Breakdown {
  const filled = [...counts].map(([key, count]) => ({ key, count })).filter(({ count }) => count > 0)
  if (sum(filled) < smallestTold) return null
  const bySize = filled.toSorted((a, b) => a.count - b.count || (a.key < b.key ? -1 : 1))
  const hidden = new Set<string>()
  let rest = 0
  for (const { key, count } of bySize) {
    if (count >= smallestTold && (rest === 0 || rest >= smallestTold)) break
    hidden.add(key)
    rest += count
  }
  return { parts: filled.filter(({ key }) => !hidden.has(key)), rest }
}

const sum = (parts: readonly { count: number }[]) => parts.reduce((total, { count }) => total + count, 0)

/** How often each key comes, in the order of the keys. */
export function tally<Key extends string>(keys: readonly Key[]): Map<Key, number> {
  const counts = new Map<Key, number>()
  for (const key of keys.toSorted()) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}
