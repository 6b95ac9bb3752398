import type { Author } from '@randnotiz/contract/annotations/annotation'
import type { Proposal } from '@randnotiz/contract/annotations/proposal'
import type { Publication } from '@randnotiz/contract/annotations/publication'
import type { RefusalCode } from '@randnotiz/contract/kit/refusals'

export type Editable = {
  publication: Publication
  proposal: Proposal | null
  replies: readonly { author: Pick<Author, 'staff'>; publication: Publication }[]
}

/**
 * Null while its author may put a contribution in other words, otherwise why not. An answer of the city, or the text that
 * was changed because of it, speaks of the words as they were: from then on they stay. Neighbours' replies are no answer.
 */
export function mayNotEdit({ publication, proposal, replies }: Editable): RefusalCode | null {
  if (publication.state === 'withdrawn') return 'annotations/withdrawn'
  const answered = replies.some(reply => reply.author.staff && reply.publication.state === 'published')
  return answered || proposal?.status === 'accepted' ? 'annotations/answered-already' : null
}
