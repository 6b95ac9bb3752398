import type { AnnotationId, BlockId, CommandId } from '@randnotiz/contract/kit/ids'
import type { SentenceChoice } from './writing/sentence-choice.js'

/** What somebody is doing at the margin. */
export type Activity =
  | { type: 'reading' }
  /** Looking at annotations, coming from the text or from the list; the first one is the active one. */
  | { type: 'looking'; ids: readonly [AnnotationId, ...AnnotationId[]]; from: 'text' | 'list' }
  /** Choosing sentences of a block, for a new contribution or for the draft that is open. */
  | { type: 'choosing'; blockId: BlockId; choice: SentenceChoice; draft: CommandId | null }
  | { type: 'writing'; draft: CommandId }

export const reading: Activity = { type: 'reading' }

export function activeIdOf(activity: Activity): AnnotationId | null {
  return activity.type === 'looking' ? activity.ids[0] : null
}

/** The draft that is open, if any. */
export function openDraftOf(activity: Activity): CommandId | null {
  return activity.type === 'writing' || activity.type === 'choosing' ? activity.draft : null
}
