import type { TextRange } from '@randnotiz/contract/annotations/target'

/**
 * Where a range of a text is after one more edit: the same before the edit, shifted behind it, null where the edit
 * touches it. What both texts begin and end with is taken as untouched.
 */
export function shiftRange(range: TextRange, before: string, after: string): TextRange | null {
  if (before === after) return range
  const most = Math.min(before.length, after.length)
  let same = 0
  while (same < most && before.charCodeAt(same) === after.charCodeAt(same)) same++
  let sameAtEnd = 0
  while (
    sameAtEnd < most - same &&
    before.charCodeAt(before.length - 1 - sameAtEnd) === after.charCodeAt(after.length - 1 - sameAtEnd)
  )
    sameAtEnd++
  if (range.end <= same) return range
  const shift = after.length - before.length
  return range.start >= before.length - sameAtEnd
    ? { start: range.start + shift, end: range.end + shift }
    : null
}
