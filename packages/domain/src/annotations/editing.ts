import type { Author } from '@randnotiz/contract/annotations/annotation'
import type { Proposal } from '@randnotiz/contract/annotations/proposal'
import type { Publication } from '@randnotiz/contract/annotations/publication'
import type { PublicAnswer } from '@randnotiz/contract/answers/answer'
import type { UserId } from '@randnotiz/contract/kit/ids'
import type { RefusalCode } from '@randnotiz/contract/kit/refusals'
import type { Moment } from '@randnotiz/contract/kit/wire-values'

/** How long a process lets authors change their words, in milliseconds; null for no end. */
export type EditingTime = { now: Date; withinMs: number | null }

export type Editable = {
  publication: Publication
  proposal: Proposal | null
  createdAt: Moment
  /** What the city has said to it in public. */
  answer: PublicAnswer | null
  replies: readonly { author: Pick<Author, 'staff'>; publication: Publication }[]
}

/**
 * Null while its author may put a contribution in other words, otherwise why not. An answer of the city, or the text that
 * was changed because of it, speaks of the words as they were: from then on they stay. Neighbours' replies are no answer.
 */
export function mayNotEdit(
  { publication, proposal, answer, createdAt, replies }: Editable,
  time: EditingTime | null = null,
): RefusalCode | null {
  if (publication.state === 'withdrawn') return 'annotations/withdrawn'
  const replied = replies.some(reply => reply.author.staff && reply.publication.state === 'published')
  if (answer !== null || replied || proposal?.status === 'accepted') return 'annotations/answered-already'
  return isOver(createdAt, time) ? 'annotations/editing-over' : null
}

/** A reply as its author may want to change it, with the one who wrote it and those who wrote after it. */
export type EditableReply = {
  publication: Publication
  createdAt: Moment
  authorId: UserId
  /** Those behind it, under the same contribution. */
  later: readonly { author: Pick<Author, 'id' | 'staff'>; publication: Publication }[]
}

/** The same for a reply: whoever of the city has replied behind it has replied to these words. */
export function mayNotEditReply(
  { publication, createdAt, authorId, later }: EditableReply,
  time: EditingTime | null = null,
): RefusalCode | null {
  if (publication.state === 'withdrawn') return 'annotations/withdrawn'
  const answered = later.some(
    ({ author, publication: { state } }) => author.staff && author.id !== authorId && state === 'published',
  )
  if (answered) return 'annotations/answered-already'
  return isOver(createdAt, time) ? 'annotations/editing-over' : null
}

function isOver(createdAt: Moment, time: EditingTime | null): boolean {
  if (time === null || time.withinMs === null) return false
  return time.now.getTime() >= Date.parse(createdAt) + time.withinMs
}
