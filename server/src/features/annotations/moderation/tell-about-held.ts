import { queueChanged } from '@randnotiz/contract/annotations/moderation/messages'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import type { AnnotationRecord } from '../storage/record.js'
import { moderatorsRoom } from './carry-out.js'
import type { ModerationParts } from './parts.js'
import { writtenIn } from './written.js'

/** Whoever wrote what is held hears of it, and why; moderators hear that something waits. */
export function tellAboutHeld(
  parts: Pick<ModerationParts, 'tellPerson' | 'documentLink' | 'auditLog' | 'realtime'>,
): (documentId: DocumentId, records: readonly AnnotationRecord[]) => Promise<void> {
  return async (documentId, records) => {
    for (const record of records)
      for (const replyId of [null, ...record.replies.map(({ _id }) => _id)]) {
        const subject = { annotationId: record._id, replyId }
        const written = writtenIn(record, subject)
        if (written?.publication.state !== 'held') continue
        const { since, reasons } = written.publication
        const document = await parts.documentLink(documentId)
        if (document === null) return
        const key = `held:${replyId ?? record._id}:${since}`
        const event = { kind: 'held', document, annotationId: record._id, replyId, reasons } as const
        await parts.tellPerson(written.authorId, key, event)
        const why = reasons.map(({ rule }) => rule).join(', ')
        await parts.auditLog.note({ key, at: new Date(since), actorId: null, action: 'held', subject, why })
        parts.realtime.announce(queueChanged, moderatorsRoom, {})
      }
  }
}
