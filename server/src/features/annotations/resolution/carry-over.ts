import type { TextRange } from '@randnotiz/contract/annotations/target'

/** Where a range of the text before stands in the text after; null where the edit touched it. */
export type CarryRange = (range: TextRange) => TextRange | null

/**
 * Carries ranges over one edit: what stands before it stays, what stands behind it is shifted. All that the two texts
 * begin and end with alike counts as untouched.
 */
export function carryOver(before: string, after: string): CarryRange {
  if (before === after) return range => range
  const untouched = sameAtStart(before, after)
  const untouchedEnd = before.length - sameAtEnd(before, after, untouched)
  const shift = after.length - before.length
  return range => {
    if (range.end <= untouched) return range
    return range.start >= untouchedEnd ? { start: range.start + shift, end: range.end + shift } : null
  }
}

function sameAtStart(before: string, after: string): number {
  const most = Math.min(before.length, after.length)
  let same = 0
  while (same < most && before.charCodeAt(same) === after.charCodeAt(same)) same++
  return same
}

function sameAtEnd(before: string, after: string, start: number): number {
  const most = Math.min(before.length, after.length) - start
  let same = 0
  while (
    same < most &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  )
    same++
  return same
}
