import { unnamedAuthor } from '@randnotiz/contract/annotations/annotation'
import type { RefusalCode } from '@randnotiz/contract/kit/refusals'
import { mayNotEdit, mayNotEditReply } from '@randnotiz/domain/annotations/editing'
import type { AnnotationRecord, ReplyRecord } from '../storage/record.js'
import type { DeedParts } from './parts.js'

type Parts = Pick<DeedParts, 'readAuthors' | 'readAnswers' | 'editWithinMs' | 'clock'>

/** The rule with what it has to know: who of those who replied works for the city, and how long there is time. */
export async function mayNotEditNow(
  { readAuthors, readAnswers, editWithinMs, clock }: Parts,
  { _id, documentId, publication, proposal, createdAt, replies }: AnnotationRecord,
): Promise<RefusalCode | null> {
  const time = { now: clock.now(), withinMs: await editWithinMs(documentId) }
  const authors = await readAuthors([...new Set(replies.map(({ authorId }) => authorId))])
  const said = replies.map(reply => ({
    publication: reply.publication,
    author: { staff: authors.get(reply.authorId)?.staff ?? false },
  }))
  const answer = (await readAnswers([_id])).get(_id) ?? null
  return mayNotEdit({ publication, proposal, answer, createdAt, replies: said }, time)
}

/** The same for a reply. */
export async function mayNotEditReplyNow(
  { readAuthors, editWithinMs, clock }: Pick<Parts, 'readAuthors' | 'editWithinMs' | 'clock'>,
  { documentId, replies }: Pick<AnnotationRecord, 'documentId' | 'replies'>,
  { _id, publication, createdAt, authorId }: ReplyRecord,
): Promise<RefusalCode | null> {
  const time = { now: clock.now(), withinMs: await editWithinMs(documentId) }
  const behind = replies.slice(replies.findIndex(reply => reply._id === _id) + 1)
  const authors = await readAuthors([...new Set(behind.map(reply => reply.authorId))])
  const later = behind.map(reply => ({
    publication: reply.publication,
    author: authors.get(reply.authorId) ?? { ...unnamedAuthor, id: reply.authorId },
  }))
  return mayNotEditReply({ publication, createdAt, authorId, later }, time)
}
