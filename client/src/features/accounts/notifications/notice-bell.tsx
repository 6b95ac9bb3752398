import { useAnnounce } from '@randnotiz/ui/announcer'
import { buttonClass } from '@randnotiz/ui/button-class'
import { Bell } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { useViewer } from '../../../platform/viewer.js'
import { unreadIn } from './notice-feed.js'
import { useNotices } from './use-notices.js'
import './notices.css'

/** How many notices have not been seen, and the way to them; for whoever takes part. */
export function NoticeBell() {
  return useViewer().kind === 'anonymous' ? null : <LiveBell />
}

function LiveBell() {
  const { t } = useTranslation('notices')
  const { pathname } = useLocation()
  const announce = useAnnounce()
  const feed = useNotices()
  const unread = pathname === '/benachrichtigungen' ? 0 : unreadIn(feed)
  const told = useRef<number | null>(null)
  useEffect(() => {
    // What had come before this page was opened is shown by the bell and not said aloud.
    if (told.current !== null && feed.head > told.current && unread > 0)
      announce(t('unread', { count: unread }))
    if (feed.head > 0) told.current = feed.head
  }, [announce, feed.head, t, unread])
  const label = unread === 0 ? t('bell') : `${t('bell')}: ${t('unread', { count: unread })}`
  return (
    <Link
      to="/benachrichtigungen"
      className={buttonClass({ look: 'quiet', size: 'small' }, 'notice-bell')}
      aria-current={pathname === '/benachrichtigungen' ? 'page' : undefined}
      aria-label={label}
    >
      <Bell aria-hidden="true" size={20} />
      {unread > 0 && (
        <span className="notice-bell__count" aria-hidden="true">
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </Link>
  )
}
