import { type NoticePage, noticePageSize } from '@randnotiz/contract/accounts/notices'
import type { UserId } from '@randnotiz/contract/kit/ids'
import type { NotifierParts } from '../notifier.js'

/** One's own notices behind a number; the newest without one. */
export async function listNotices(
  { notices, contacts }: Pick<NotifierParts, 'notices' | 'contacts'>,
  personId: UserId,
  since?: number,
): Promise<NoticePage> {
  const [head, { readUpTo }] = await Promise.all([notices.head(personId), contacts.of(personId)])
  const from = since ?? Math.max(0, head - noticePageSize)
  return { notices: await notices.since(personId, from, noticePageSize), head, readUpTo }
}
