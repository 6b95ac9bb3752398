/**
 * A person's notices as they are known here. The server numbers them without gaps: whoever hears of a number that does
 * not follow asks for what lies between. The newest come first.
 */
import type { Notice, NoticePage } from '@randnotiz/contract/accounts/notices'

export type NoticeFeed = { notices: readonly Notice[]; head: number; readUpTo: number }

export const emptyNotices: NoticeFeed = { notices: [], head: 0, readUpTo: 0 }

export const unreadIn = ({ head, readUpTo }: NoticeFeed) => Math.max(0, head - readUpTo)

/** Everything up to here is known; what came without its predecessors is not in it yet. */
export const knownUpTo = ({ notices }: NoticeFeed) => notices[0]?.seq ?? 0

export function withPage(feed: NoticeFeed, page: NoticePage): NoticeFeed {
  const notices = [...feed.notices]
  for (const notice of page.notices) if (notice.seq > (notices[0]?.seq ?? 0)) notices.unshift(notice)
  return {
    notices,
    head: Math.max(feed.head, page.head),
    readUpTo: Math.max(feed.readUpTo, page.readUpTo),
  }
}

/** Null when something between is missing. */
export function withNotice(feed: NoticeFeed, notice: Notice): NoticeFeed | null {
  if (notice.seq <= knownUpTo(feed)) return feed
  if (notice.seq !== feed.head + 1 || knownUpTo(feed) !== feed.head) return null
  return { ...feed, notices: [notice, ...feed.notices], head: notice.seq }
}
