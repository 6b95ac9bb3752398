import type { DocumentId } from '@randnotiz/contract/kit/ids'
import { startTransition, useEffect, useRef, useState } from 'react'
import { usePlatform } from '../../../platform/platform-context.js'
import type { Feed } from './feed.js'
import { followFeed } from './feed-follower.js'
import { feedSourceOf } from './feed-source.js'

type Start = { documentId: DocumentId; known: Feed; paused: boolean }

const many = 100

/** A document's feed from what is known on, live unless paused. */
export function useFeed({ documentId, known, paused }: Start): Feed {
  const platform = usePlatform()
  const [feed, setFeed] = useState(known)
  const latest = useRef(known)

  useEffect(() => {
    if (paused) return
    const follower = followFeed({ documentId, source: feedSourceOf(platform), feed: latest.current })
    const unsubscribe = follower.subscribe(() => {
      const more = follower.feed().annotations.size - latest.current.annotations.size
      latest.current = follower.feed()
      // Hundreds at once are drawn little by little; the page answers meanwhile.
      if (more < many) setFeed(latest.current)
      else startTransition(() => setFeed(latest.current))
    })
    return () => {
      latest.current = follower.feed()
      unsubscribe()
      follower.stop()
    }
  }, [documentId, paused, platform])

  return feed
}
