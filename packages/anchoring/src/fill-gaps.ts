import type { WordLinks } from './word-links.js'

type Gap = { originStart: number; originEnd: number; currentStart: number; currentEnd: number }

/** Larger tables are not worth their time: a gap that big is a rewritten chapter. */
const largestTable = 400_000

/**
 * Between two linked neighbours the words that stayed are found by their longest common subsequence, provided that the
 * gap in the current text is free and the two gaps are of comparable size.
 */
export function fillGaps(links: WordLinks): void {
  const { to } = links
  for (let start = 0; start < to.length; ) {
    if (to[start] !== -1) {
      start++
      continue
    }
    let end = start
    while (end < to.length && to[end] === -1) end++
    const gap = {
      originStart: start,
      originEnd: end,
      currentStart: links.counterpart(start - 1) + 1,
      currentEnd: end < to.length ? links.counterpart(end) : links.from.length,
    }
    if (isComparable(gap) && isFree(links, gap)) linkCommon(links, gap)
    start = end
  }
}

function isComparable(gap: Gap): boolean {
  const origin = gap.originEnd - gap.originStart
  const current = gap.currentEnd - gap.currentStart
  const similar = current <= 3 * origin + 60 && origin <= 3 * current + 60
  return current > 0 && similar && origin * current <= largestTable
}

function isFree({ from }: WordLinks, { currentStart, currentEnd }: Gap): boolean {
  for (let word = currentStart; word < currentEnd; word++) if (from[word] !== -1) return false
  return true
}

function linkCommon(links: WordLinks, gap: Gap): void {
  const { origin, current } = links
  let { originStart, originEnd, currentStart, currentEnd } = gap
  while (
    originStart < originEnd &&
    currentStart < currentEnd &&
    origin[originStart] === current[currentStart]
  )
    links.link(originStart++, currentStart++)
  while (
    originStart < originEnd &&
    currentStart < currentEnd &&
    origin[originEnd - 1] === current[currentEnd - 1]
  )
    links.link(--originEnd, --currentEnd)
  linkSubsequence(links, { originStart, originEnd, currentStart, currentEnd })
}

function linkSubsequence(links: WordLinks, gap: Gap): void {
  const rows = gap.originEnd - gap.originStart
  const columns = gap.currentEnd - gap.currentStart
  if (rows === 0 || columns === 0) return
  const width = columns + 1
  const lengths = commonLengths(links, gap)
  const lengthAt = (row: number, column: number) => lengths[row * width + column] ?? 0
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    const same = links.origin[gap.originStart + row] === links.current[gap.currentStart + column]
    if (same && lengthAt(row, column) === lengthAt(row + 1, column + 1) + 1)
      links.link(gap.originStart + row++, gap.currentStart + column++)
    else if (lengthAt(row + 1, column) >= lengthAt(row, column + 1)) row++
    else column++
  }
}

/** Length of the longest common subsequence of the rests behind each pair of places, row by row. */
function commonLengths({ origin, current }: WordLinks, gap: Gap): Uint16Array {
  const rows = gap.originEnd - gap.originStart
  const columns = gap.currentEnd - gap.currentStart
  const width = columns + 1
  const lengths = new Uint16Array((rows + 1) * width)
  for (let row = rows - 1; row >= 0; row--)
    for (let column = columns - 1; column >= 0; column--) {
      const below = (row + 1) * width + column
      lengths[row * width + column] =
        origin[gap.originStart + row] === current[gap.currentStart + column]
          ? (lengths[below + 1] ?? 0) + 1
          : Math.max(lengths[below] ?? 0, lengths[row * width + column + 1] ?? 0)
    }
  return lengths
}
