import type { RefusalCode } from '@randnotiz/contract/kit/refusals'
import { mayNotEdit } from '@randnotiz/domain/annotations/editing'
import type { AnnotationRecord } from '../storage/record.js'
import type { DeedParts } from './parts.js'

/** The rule with what it has to know: who of those who replied works for the city, and how long there is time. */
export async function mayNotEditNow(
  { readAuthors, editWithinMs, clock }: Pick<DeedParts, 'readAuthors' | 'editWithinMs' | 'clock'>,
  { documentId, publication, proposal, createdAt, replies }: AnnotationRecord,
): Promise<RefusalCode | null> {
  const time = { now: clock.now(), withinMs: await editWithinMs(documentId) }
  const authors = await readAuthors([...new Set(replies.map(({ authorId }) => authorId))])
  const said = replies.map(reply => ({
    publication: reply.publication,
    author: { staff: authors.get(reply.authorId)?.staff ?? false },
  }))
  return mayNotEdit({ publication, proposal, createdAt, replies: said }, time)
}
