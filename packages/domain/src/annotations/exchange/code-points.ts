/**
 * Offsets of one text in two units: UTF-16 units, as JavaScript counts, and Unicode code points, as the Web Annotation
 * model counts. They differ by the number of surrogate pairs before them, so the pairs are all that is kept of a text:
 * most texts have a handful.
 */
export type CodePoints = {
  /** UTF-16 length of the text. */
  readonly length: number
  /** UTF-16 offset of the first half of each surrogate pair, ascending. */
  readonly pairs: readonly number[]
}

const pair = /[\ud800-\udbff][\udc00-\udfff]/g

export function codePointsOf(text: string): CodePoints {
  return { length: text.length, pairs: Array.from(text.matchAll(pair), match => match.index) }
}

/** UTF-16 offset to code points; an offset between the halves of a pair counts as before it. */
export function toCodePoints({ pairs }: CodePoints, offset: number): number {
  return offset - countBelow(pairs, pairOffset => pairOffset < offset)
}

/** Code points to a UTF-16 offset; null beyond the end. */
export function fromCodePoints({ length, pairs }: CodePoints, offset: number): number | null {
  if (!Number.isSafeInteger(offset) || offset < 0) return null
  const units = offset + countBelow(pairs, (pairOffset, number) => pairOffset - number < offset)
  return units <= length ? units : null
}

/** How many of the ascending offsets, from the first on, lie below. */
function countBelow(
  pairs: readonly number[],
  isBelow: (pairOffset: number, number: number) => boolean,
): number {
  let low = 0
  let high = pairs.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBelow(pairs[middle] ?? 0, middle)) low = middle + 1
    else high = middle
  }
  return low
}
