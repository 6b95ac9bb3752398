import type { EventBus } from '../../../platform/domain-events.js'
import type { AnnotationStore } from '../storage/annotation-store.js'
import type { PendingEdit } from '../storage/record.js'
import type { EditText } from './parts.js'

export type FinishParts = { annotations: AnnotationStore; editText: EditText; events: EventBus }

/**
 * Brings the edit of an accepted proposal into the text and says so. After a crash it may come twice: the edit is the
 * same one then, and whoever hears of it hears the same.
 *
 * @throws when the text does not take it; it stays pending.
 */
export async function finishAcceptance(
  { annotations, editText, events }: FinishParts,
  { annotationId, documentId, proposal, update }: PendingEdit,
): Promise<void> {
  await editText(documentId, update)
  await annotations.pendingEdits.done(annotationId)
  const { blockIds, before, after, at } = proposal
  events.emit('annotations/proposal-accepted', { annotationId, documentId, blockIds, before, after, at })
}

/** What a crash has left between a decision and the text. */
export async function finishAcceptances(
  parts: FinishParts & { log: { error(details: object, message: string): void } },
): Promise<void> {
  for (const pending of await parts.annotations.pendingEdits.all())
    await finishAcceptance(parts, pending).catch(error =>
      parts.log.error(
        { error, annotationId: pending.annotationId },
        'an accepted proposal is not in the text',
      ),
    )
}
