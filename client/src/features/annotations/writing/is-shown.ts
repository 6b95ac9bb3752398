import type { Feed } from '../feed/feed.js'
import type { Contribution } from './contribution.js'

/** Whether the feed has brought what was sent, so that it need not be shown as sent any more. */
export function isShown({ words, state, author }: Contribution, feed: Feed): boolean {
  if (state.type !== 'sent') return false
  const annotation = feed.annotations.get(state.annotationId)
  if (annotation === undefined || words.type === 'annotation') return annotation !== undefined
  return annotation.replies.some(reply => reply.author.id === author && reply.body === words.body.trim())
}
