import type { DocumentId } from '@randnotiz/contract/kit/ids'
import { useEffect, useRef, useState } from 'react'
import { usePlatform } from '../../../platform/platform-context.js'
import type { Feed } from './feed.js'
import { followFeed } from './feed-follower.js'
import { feedSourceOf } from './feed-source.js'

type Start = { documentId: DocumentId; known: Feed; paused: boolean }

/** A document's feed from what is known on, live unless paused. */
export function useFeed({ documentId, known, paused }: Start): Feed {
  const platform = usePlatform()
  const [feed, setFeed] = useState(known)
  const latest = useRef(known)

  useEffect(() => {
    if (paused) return
    const follower = followFeed({ documentId, source: feedSourceOf(platform), feed: latest.current })
    const unsubscribe = follower.subscribe(() => {
      latest.current = follower.feed()
      setFeed(latest.current)
    })
    return () => {
      latest.current = follower.feed()
      unsubscribe()
      follower.stop()
    }
  }, [documentId, paused, platform])

  return feed
}
