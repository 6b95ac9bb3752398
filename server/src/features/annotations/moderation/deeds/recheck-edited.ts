import { queueChanged } from '@randnotiz/contract/annotations/moderation/messages'
import type { ModerationSubject } from '@randnotiz/contract/annotations/moderation/subject'
import { publicationAfterEdit } from '@randnotiz/domain/annotations/moderation/after-edit'
import { moderatorsRoom } from '../carry-out.js'
import { reasonsToHold } from '../judge-arrival.js'
import type { ModerationParts } from '../parts.js'
import { wordsIn, writtenIn } from '../written.js'

/**
 * To be called after an author has changed words, before everybody is told: they may have to be looked at now, or again.
 * Done twice it changes nothing more.
 */
export async function recheckEdited(parts: ModerationParts, subject: ModerationSubject): Promise<void> {
  const record = await parts.annotations.byId(subject.annotationId)
  const written = record && writtenIn(record, subject)
  if (!record || !written) return
  const { authorId, publication } = written
  const author = (await parts.readAuthors([authorId])).get(authorId)
  const texts = subject.replyId === null ? wordsIn(record) : [written.words]
  const { documentId } = record
  const reasons = author?.staff
    ? []
    : (await reasonsToHold(parts, { authorId, documentId, texts, arriving: 0 })).filter(
        ({ rule }) => rule !== 'rate',
      )
  const to = publicationAfterEdit(publication, { reasons, now: parts.clock.now() })
  if (to === null) return
  await parts.publications.set(subject, { from: publication.state, to })
  parts.realtime.announce(queueChanged, moderatorsRoom, {})
}
