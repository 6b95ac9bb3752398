import { type Publication, published } from '@randnotiz/contract/annotations/publication'
import type { ModerationParts } from './parts.js'
import type { DecisionRecord } from './storage/decision-store.js'
import { writtenIn } from './written.js'

/** Its author may be changing it at this moment. */
const mostAttempts = 10

/**
 * Ends what a decision has hidden. Public again are the words that were judged then; what their author has made of them
 * since waits for a moderator. Answers whether everybody can read them now. Done twice it is done once.
 */
export async function showAgain(
  parts: Pick<ModerationParts, 'annotations' | 'publications' | 'clock'>,
  { _id: decisionId, annotationId, replyId, edition: judged }: DecisionRecord,
): Promise<boolean> {
  const subject = { annotationId, replyId }
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const record = await parts.annotations.byId(annotationId)
    const written = record && writtenIn(record, subject)
    if (!written) return false
    const { publication, edition } = written
    if (publication.state !== 'hidden' || publication.decisionId !== decisionId)
      return publication.state === 'published'
    const to = edition > judged ? waiting(parts.clock.now()) : published
    const change = { from: 'hidden', to, decisionId, edition } as const
    if (await parts.publications.set(subject, change)) return to.state === 'published'
  }
  throw new Error(`what decision ${decisionId} has hidden changes all the time`)
}

function waiting(now: Date): Extract<Publication, { state: 'held' }> {
  return { state: 'held', since: now.toISOString(), reasons: [{ rule: 'edited' }] }
}
