import type { UserId } from '@randnotiz/contract/kit/ids'
import { useAnnounce } from '@randnotiz/ui/announcer'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type Feed, isBehind } from './feed.js'
import { newsBetween } from './feed-news.js'

/** What comes within this time is told in one sentence; in milliseconds. */
const batchFor = 4_000

/** Tells politely, and not one by one, what others have written meanwhile. */
export function useFeedAnnouncements(feed: Feed, reader: UserId | null): void {
  const { t } = useTranslation('annotations')
  const announce = useAnnounce()
  const told = useRef(feed)

  useEffect(() => {
    if (feed === told.current) return
    // What was there before the visit is no news, however late it comes.
    if (isBehind(told.current)) {
      told.current = feed
      return
    }
    const timer = setTimeout(() => {
      const news = newsBetween(told.current.annotations, feed.annotations, reader)
      const { annotations, replies, accepted } = news
      told.current = feed
      const parts = [
        accepted > 0 ? t('news.accepted', { count: accepted }) : null,
        annotations > 0 ? t('news.annotations', { count: annotations }) : null,
        replies > 0 ? t('news.replies', { count: replies }) : null,
      ].filter(part => part !== null)
      if (parts.length > 0) announce(parts.join(', '))
    }, batchFor)
    return () => clearTimeout(timer)
  }, [announce, feed, reader, t])
}
