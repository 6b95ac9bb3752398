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
