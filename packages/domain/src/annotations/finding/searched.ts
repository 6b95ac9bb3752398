import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { UserId } from '@randnotiz/contract/kit/ids'
import type { Moment } from '@randnotiz/contract/kit/wire-values'

/** What a list is filtered and put in order by. */
export type Searched = {
  annotation: Annotation
  /** Also of whom the viewer may not read by name. */
  authorId: UserId
  /** Last change of its words. */
  changedAt: Moment
  /** Whether the city has said something: an answer, or a reply of somebody of the staff. */
  answered: boolean
}

export function searched(annotation: Annotation, authorId: UserId = annotation.author.id): Searched {
  const { createdAt, editedAt, answer, replies } = annotation
  const answered = answer !== null || replies.some(({ author, body }) => author.staff && body !== null)
  return { annotation, authorId, changedAt: editedAt ?? createdAt, answered }
}
