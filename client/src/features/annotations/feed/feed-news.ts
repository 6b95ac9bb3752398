import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { AnnotationId, UserId } from '@randnotiz/contract/kit/ids'

export type News = {
  annotations: number
  replies: number
  /** Proposals of the reader's own that staff have taken into the text. */
  accepted: number
}

type Known = ReadonlyMap<AnnotationId, Annotation>

/** What others have added between two states of a feed. */
export function newsBetween(before: Known, after: Known, reader: UserId | null): News {
  const news: News = { annotations: 0, replies: 0, accepted: 0 }
  for (const [id, annotation] of after) {
    const known = before.get(id)
    if (known === annotation) continue
    if (known === undefined && annotation.body !== null && annotation.author.id !== reader) news.annotations++
    if (known !== undefined && isNewlyAccepted(known, annotation) && annotation.author.id === reader)
      news.accepted++
    const heard = new Set(known?.replies.map(reply => reply.id))
    for (const reply of annotation.replies)
      if (!heard.has(reply.id) && reply.body !== null && reply.author.id !== reader && known !== undefined)
        news.replies++
  }
  return news
}

function isNewlyAccepted(before: Annotation, after: Annotation): boolean {
  return before.proposal?.status === 'open' && after.proposal?.status === 'accepted'
}
