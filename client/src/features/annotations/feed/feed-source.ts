import { listAnnotations } from '@randnotiz/contract/annotations/endpoints'
import {
  annotationChanged,
  followAnnotations,
  unfollowAnnotations,
} from '@randnotiz/contract/annotations/messages'
import type { Platform } from '../../../platform/platform-context.js'
import type { FeedSource } from './feed-follower.js'

/** The feed over the socket, and by REST where there is none. */
export function feedSourceOf({ call, realtime }: Platform): FeedSource {
  return {
    follow: (documentId, since) => realtime.send(followAnnotations, { documentId, since }),
    unfollow: documentId => {
      if (realtime.connection().type === 'online') void realtime.send(unfollowAnnotations, { documentId })
    },
    fetch: (documentId, since) =>
      call(listAnnotations, { params: { documentId }, query: { since }, body: {} }),
    isConnected: () => realtime.connection().type === 'online',
    onConnected(listener) {
      let session = realtime.connection().session
      return realtime.onConnection(() => {
        const connection = realtime.connection()
        if (connection.type !== 'online' || connection.session === session) return
        session = connection.session
        listener()
      })
    },
    onChange: listener => realtime.listen(annotationChanged, listener),
  }
}
