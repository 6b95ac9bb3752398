import { published } from '@randnotiz/contract/annotations/publication'
import { announceToAll } from '../carry-out.js'
import type { ModerationParts } from '../parts.js'

/** Makes public again what was hidden up to a moment that has come. */
export async function liftHidden(parts: ModerationParts, now: Date): Promise<void> {
  for (const decision of await parts.decisions.due(now)) {
    const { _id: decisionId, annotationId, replyId, authorId, documentId } = decision
    const subject = { annotationId, replyId }
    await parts.publications.set(subject, { from: 'hidden', to: published, decisionId })
    const document = await parts.documentLink(documentId)
    if (document !== null) {
      const event = { kind: 'moderated', document, annotationId, decisionId, result: 'restored' } as const
      await parts.tellPerson(authorId, `lifted:${decisionId}`, event)
    }
    const happening = { at: now, actorId: null, action: 'lifted', subject, why: '' } as const
    await parts.auditLog.note({ key: `lifted:${decisionId}`, ...happening })
    await announceToAll(parts, decision)
    await parts.decisions.lifted(decisionId)
  }
}
