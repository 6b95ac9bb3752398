import { followNotices, noticeAdded } from '@randnotiz/contract/accounts/messages'
import { getNotices } from '@randnotiz/contract/accounts/notice-endpoints'
import { useEffect, useRef, useState } from 'react'
import { usePlatform } from '../../../platform/platform-context.js'
import { emptyNotices, knownUpTo, type NoticeFeed, withNotice, withPage } from './notice-feed.js'

/** Without a socket it is asked that often; in milliseconds. */
const askEvery = 60_000

/** One's own notices, live over the socket and now and then by REST without one. */
export function useNotices(known: NoticeFeed = emptyNotices): NoticeFeed {
  const { call, realtime } = usePlatform()
  const [feed, setFeed] = useState(known)
  const latest = useRef(known)

  useEffect(() => {
    let stopped = false
    const take = (next: NoticeFeed) => {
      if (stopped || next === latest.current) return
      latest.current = next
      setFeed(next)
    }
    async function ask() {
      const since = knownUpTo(latest.current) || null
      const isLive = realtime.connection().type === 'online'
      const answer = isLive
        ? await realtime.send(followNotices, { since })
        : await call(getNotices, { params: {}, query: since === null ? {} : { since }, body: {} })
      if (answer.ok) take(withPage(latest.current, answer.value))
    }
    const stopListening = realtime.listen(noticeAdded, ({ notice }) => {
      const next = withNotice(latest.current, notice)
      if (next === null) void ask()
      else take(next)
    })
    const stopWatching = realtime.onConnection(() => {
      if (realtime.connection().type === 'online') void ask()
    })
    const timer = setInterval(() => {
      if (realtime.connection().type !== 'online') void ask()
    }, askEvery)
    void ask()
    return () => {
      stopped = true
      stopListening()
      stopWatching()
      clearInterval(timer)
    }
  }, [call, realtime])

  return feed
}
