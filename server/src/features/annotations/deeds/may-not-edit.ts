import type { RefusalCode } from '@randnotiz/contract/kit/refusals'
import { mayNotEdit } from '@randnotiz/domain/annotations/editing'
import type { AnnotationRecord } from '../storage/record.js'
import type { ReadAuthors } from '../view.js'

/** The rule with what it has to know: who of those who replied works for the city. */
export async function mayNotEditNow(
  { readAuthors }: { readAuthors: ReadAuthors },
  { publication, proposal, replies }: AnnotationRecord,
): Promise<RefusalCode | null> {
  const authors = await readAuthors([...new Set(replies.map(({ authorId }) => authorId))])
  return mayNotEdit({
    publication,
    proposal,
    replies: replies.map(reply => ({
      publication: reply.publication,
      author: { staff: authors.get(reply.authorId)?.staff ?? false },
    })),
  })
}
