import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { TopBlock } from '@randnotiz/document-schema/split-html'
import { textOrderOf } from '../finding/text-order.js'
import type { LiveText } from '../live-text.js'
import type { NotedBlock } from './slices.js'

export type PlacedNotes = { blocks: NotedBlock[]; wholeText: Annotation[]; elsewhere: Annotation[] }

/**
 * Under which block each contribution is printed: the one in which its passage ends. Places are known in the live text;
 * where readers see a release, blocks are found by their ids, and for one that is newer the nearest before it stands in.
 */
export function placeNotes(
  blocks: readonly TopBlock[],
  annotations: readonly Annotation[],
  live: LiveText,
): PlacedNotes {
  const order = textOrderOf(live, annotations, null)
  const shownAt = shownBlocks(blocks, live)
  const notes: Annotation[][] = blocks.map(() => [])
  const placed: PlacedNotes = { blocks: [], wholeText: [], elsewhere: [] }
  const inOrder = annotations.toSorted(
    (a, b) => order.offsetOf(a) - order.offsetOf(b) || (a.createdAt < b.createdAt ? -1 : 1),
  )
  for (const annotation of inOrder) {
    const { status } = annotation.resolution
    const end = order.endOf(annotation)
    if (status === 'whole') placed.wholeText.push(annotation)
    // What is only supposed is not printed as if it were known.
    else if ((status === 'exact' || status === 'changed') && end !== null)
      (notes[shownAt(end)] ?? placed.elsewhere).push(annotation)
    else placed.elsewhere.push(annotation)
  }
  placed.blocks = blocks.map((block, number) => ({ ...block, notes: notes[number] ?? [] }))
  return placed
}

/** The number of the block that shows what stands at an offset of the live text. */
function shownBlocks(blocks: readonly TopBlock[], { index }: LiveText): (offset: number) => number {
  const numberOf = new Map(blocks.flatMap(({ ids }, number) => ids.map(id => [id, number] as const)))
  let last = -1
  const shown = index.blocks.map(({ id }) => {
    last = (id === null ? undefined : numberOf.get(id)) ?? last
    return last
  })
  const starts = index.blocks.map(({ start }) => start)
  return offset => shown[lastAtMost(starts, offset)] ?? -1
}

/** Number of the last one that is not greater; -1 for none. `numbers` rise. */
function lastAtMost(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) <= limit) low = middle + 1
    else high = middle
  }
  return low - 1
}
