import { announceToAll } from '../carry-out.js'
import type { ModerationParts } from '../parts.js'
import { showAgain } from '../show-again.js'

/** Makes public again what was hidden up to a moment that has come, unless it has been changed since. */
export async function liftHidden(parts: ModerationParts, now: Date): Promise<void> {
  for (const decision of await parts.decisions.due(now)) {
    const { _id: decisionId, annotationId, replyId, authorId, documentId } = decision
    const subject = { annotationId, replyId }
    const isShown = await showAgain(parts, decision)
    const document = await parts.documentLink(documentId)
    // What waits instead is told with the feed.
    if (isShown && document !== null) {
      const event = { kind: 'moderated', document, annotationId, decisionId, result: 'restored' } as const
      await parts.tellPerson(authorId, `lifted:${decisionId}`, event)
    }
    const happening = { at: now, actorId: null, action: 'lifted', subject, why: '' } as const
    await parts.auditLog.note({ key: `lifted:${decisionId}`, ...happening })
    await announceToAll(parts, decision)
    await parts.decisions.lifted(decisionId)
  }
}
