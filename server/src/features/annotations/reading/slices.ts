import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { TopBlock } from '@randnotiz/document-schema/split-html'

export type NotedBlock = TopBlock & { notes: readonly Annotation[] }

/** A part of a text is at most so heavy, unless a single block is. A note weighs as much as so many characters of HTML. */
const mostWeight = 60_000
const noteWeight = 600

/** The parts a long text is read in, each a stretch of its blocks; at least one, which may be empty. */
export function slicesOf(blocks: readonly NotedBlock[]): NotedBlock[][] {
  const slices: NotedBlock[][] = []
  let slice: NotedBlock[] = []
  let weight = 0
  for (const block of blocks) {
    const own = block.html.length + noteWeight * block.notes.length
    // A part is named by its first block, so it begins with one that has a name.
    if (slice.length > 0 && weight + own > mostWeight && block.id !== null) {
      slices.push(slice)
      slice = []
      weight = 0
    }
    slice.push(block)
    weight += own
  }
  return slice.length > 0 || slices.length === 0 ? [...slices, slice] : slices
}
