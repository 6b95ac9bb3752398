import type { RefusalCode } from '@randnotiz/contract/kit/refusals'
import { mayNotEdit } from '@randnotiz/domain/annotations/editing'
import type { AnnotationRecord } from '../storage/record.js'
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
