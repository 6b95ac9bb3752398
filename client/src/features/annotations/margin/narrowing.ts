/** Narrowing the notes beside a text, and another order for them, by the rules of the list of all contributions. */
import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { FindingOrder } from '@randnotiz/contract/annotations/finding'
import type { AnnotationId } from '@randnotiz/contract/kit/ids'
import { comparing } from '@randnotiz/domain/annotations/finding/orders'
import { type OwnQuery, passing, type Reader } from '@randnotiz/domain/annotations/finding/passing'
import { searched } from '@randnotiz/domain/annotations/finding/searched'
import type { MarginOrder, PlacedAnnotation } from './margin-order.js'

export type MarginQuery = OwnQuery & { order?: FindingOrder | undefined }

export const everything: MarginQuery = {}

/** Whether something is left out; another order leaves nothing out. */
export function leavesOut({ order: _, ...query }: MarginQuery): boolean {
  return Object.values(query).some(chosen => chosen !== undefined)
}

/** Who stays; null for all. To be asked when notes change, not with every letter of the text. */
export function idsPassing(
  annotations: Iterable<Annotation>,
  query: MarginQuery,
  reader: Reader,
): ReadonlySet<AnnotationId> | null {
  if (!leavesOut(query)) return null
  const passes = passing(query, reader)
  const ids = new Set<AnnotationId>()
  for (const annotation of annotations) if (passes(searched(annotation))) ids.add(annotation.id)
  return ids
}

/** `kept` stays in any case: somebody is looking at it. */
export function narrowed(
  order: MarginOrder,
  ids: ReadonlySet<AnnotationId> | null,
  kept: AnnotationId | null,
): MarginOrder {
  if (ids === null) return order
  const some = (notes: PlacedAnnotation[]) =>
    notes.filter(({ annotation: { id } }) => ids.has(id) || id === kept)
  return {
    passages: some(order.passages),
    wholeText: some(order.wholeText),
    orphaned: some(order.orphaned),
  }
}

/** One list in another order than that of the text; the text decides between equals. */
export function listed(
  { wholeText, passages, orphaned }: MarginOrder,
  order: FindingOrder,
): PlacedAnnotation[] {
  return [...wholeText, ...passages, ...orphaned]
    .map((note, at) => ({ ...searched(note.annotation), note, at }))
    .sort(comparing(order, (a, b) => a.at - b.at))
    .map(({ note }) => note)
}
