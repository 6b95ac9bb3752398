import { placeStatus } from '../parts/place-status.js'
import type { AnnotationWords, Contribution } from '../writing/contribution.js'
import type { PlacedAnnotation } from './margin-order.js'
import { startOf } from './margin-order.js'

/** What stands in the margin beside the text, one below the other. `start` is where its passage starts. */
export type MarginItem =
  | { type: 'note'; key: string; start: number; note: PlacedAnnotation }
  | { type: 'own'; key: string; start: number; own: OwnAnnotation }
  | { type: 'picker'; key: 'picker'; start: number }

/** The viewer's own annotation that is not with the others yet; null is the start of the whole text. */
export type OwnAnnotation = { contribution: Contribution; words: AnnotationWords; start: number | null }

/** Whether two lists look the same, wherever their items stand beside the text. */
export function areDrawnAlike(some: readonly MarginItem[], others: readonly MarginItem[]): boolean {
  return some.length === others.length && some.every((item, at) => isDrawnAlike(item, others[at]))
}

function isDrawnAlike(one: MarginItem, other: MarginItem | undefined): boolean {
  if (one.type === 'note' && other?.type === 'note')
    return (
      one.note.annotation === other.note.annotation &&
      placeStatus(one.note.place) === placeStatus(other.note.place)
    )
  if (one.type === 'own' && other?.type === 'own')
    return one.own.contribution === other.own.contribution && one.own.words === other.own.words
  return one.type === 'picker' && other?.type === 'picker'
}

type Parts = {
  notes: readonly PlacedAnnotation[]
  own: readonly OwnAnnotation[]
  /** Where the block starts whose sentences are being chosen. */
  pickerAt: number | null
}

/** In the order of the text; at the same place what the viewer is doing comes first. */
export function marginItems({ notes, own, pickerAt }: Parts): MarginItem[] {
  const items: MarginItem[] = []
  if (pickerAt !== null) items.push({ type: 'picker', key: 'picker', start: pickerAt })
  for (const each of own)
    if (each.start !== null)
      items.push({ type: 'own', key: each.contribution.commandId, start: each.start, own: each })
  for (const note of notes) items.push({ type: 'note', key: note.annotation.id, start: startOf(note), note })
  return items.sort((a, b) => a.start - b.start)
}
