import type { PassageAnchor } from '@randnotiz/contract/annotations/target'
import type { AnnotationId, TextStateId } from '@randnotiz/contract/kit/ids'
import type { PassageRecord } from '../storage/record.js'

/** A passage to be looked for in the text that might come. */
export type PreviewedPassage = Pick<PassageRecord, 'resolution' | 'decisions'> & {
  id: AnnotationId
  anchor: PassageAnchor
}

export type PreviewJob = {
  /** The live text as one Yjs update, and the edit on top of it. */
  present: Uint8Array
  edit: Uint8Array
  /** Texts that passages were made on. */
  origins: ReadonlyMap<TextStateId, string>
  passages: PreviewedPassage[]
}

/** Where a passage stands in one of the two texts. */
export type Standing =
  | { status: 'attached'; words: string }
  | { status: 'suggested'; words: string }
  | { status: 'orphaned' }

/** In the order of the passages. */
export type PreviewAnswer = { now: Standing; later: Standing }[]
