import type { FindingQuery } from '@randnotiz/contract/annotations/finding'
import type { OutlineEntry } from '@randnotiz/contract/documents/document'
import { passing, type Reader } from '@randnotiz/domain/annotations/finding/passing'
import type { Searched } from '@randnotiz/domain/annotations/finding/searched'
import type { TextOrder } from './text-order.js'

export type Placed = Searched & { order: TextOrder }

/** `chapters` are those of the chosen document. */
export type Circumstances = Reader & { chapters: readonly OutlineEntry[] }

/** What a query asks of a single contribution, beside its words and its document. */
export function passingInText(
  query: FindingQuery,
  { chapters, ...reader }: Circumstances,
): (candidate: Placed) => boolean {
  const passes = passing(query, reader)
  const { chapter: blockId } = query
  if (blockId === undefined) return passes
  const chapter = chapters.find(known => known.blockId === blockId)
  return candidate =>
    chapter !== undefined && candidate.order.isIn(candidate.annotation, chapter) && passes(candidate)
}
