import type { BlockId } from '@randnotiz/contract/kit/ids'

/** A heading with the offset at which its chapter starts. */
export type Chapter = { blockId: BlockId; level: number; start: number }

/** How many passages start in each chapter, with its sub-chapters. Chapters come in the order of the text. */
export function densityOf(
  chapters: readonly Chapter[],
  passageStarts: readonly number[],
): Map<BlockId, number> {
  const starts = passageStarts.toSorted((a, b) => a - b)
  const before = (offset: number) => countBelow(starts, offset)
  return new Map(
    chapters.map(({ blockId, level, start }, number) => {
      const next = chapters.find((chapter, at) => at > number && chapter.level <= level)
      return [blockId, (next === undefined ? starts.length : before(next.start)) - before(start)]
    }),
  )
}

/** How many are below a limit; `numbers` rise. */
function countBelow(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) < limit) low = middle + 1
    else high = middle
  }
  return low
}

/** How full a bar is beside the fullest one: 0 for nothing, otherwise 1 to 4. */
export function densityStep(count: number, most: number): 0 | 1 | 2 | 3 | 4 {
  if (count === 0 || most === 0) return 0
  const share = count / most
  return share > 0.75 ? 4 : share > 0.5 ? 3 : share > 0.25 ? 2 : 1
}
