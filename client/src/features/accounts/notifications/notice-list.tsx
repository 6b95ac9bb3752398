import { readNotices } from '@randnotiz/contract/accounts/notice-endpoints'
import type { NoticePage } from '@randnotiz/contract/accounts/notices'
import { Badge } from '@randnotiz/ui/badge'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatDateTime } from '../../../platform/i18n/formats.js'
import { useLanguage } from '../../../platform/i18n/use-language.js'
import { usePlatform } from '../../../platform/platform-context.js'
import { emptyNotices, withPage } from './notice-feed.js'
import { NoticeText, noticePath } from './notice-text.js'
import { useNotices } from './use-notices.js'
import './notices.css'

/** One's own notices, the newest first. Having them before one's eyes counts as having seen them. */
export function NoticeList({ page }: { page: NoticePage }) {
  const { t } = useTranslation('notices')
  const language = useLanguage()
  const { call } = usePlatform()
  const [first] = useState(() => withPage(emptyNotices, page))
  const feed = useNotices(first)
  useEffect(() => {
    if (feed.head > 0) void call(readNotices, { params: {}, query: {}, body: { upTo: feed.head } })
  }, [call, feed.head])
  if (feed.notices.length === 0) return <p>{t('empty')}</p>
  return (
    <ol className="notices">
      {feed.notices.map(({ id, seq, event, createdAt }) => (
        <li key={id}>
          <p>
            {seq > first.readUpTo && <Badge tone="note">{t('new')}</Badge>}{' '}
            <Link to={noticePath(event)}>
              <NoticeText event={event} />
            </Link>
          </p>
          {event.kind === 'replied' && <blockquote className="notices__quote">{event.excerpt}</blockquote>}
          {event.kind === 'outcome' && <blockquote className="notices__quote">{event.reason}</blockquote>}
          <time dateTime={createdAt} suppressHydrationWarning>
            {formatDateTime(createdAt, language)}
          </time>
        </li>
      ))}
    </ol>
  )
}
