import { type Authorise, type Collab, type CollabEvent, createCollab } from '@randnotiz/collab'
import type { Connection } from 'mongoose'
import type { Logger } from '../../../platform/logger.js'
import { createCollabStore } from '../storage/collab-store.js'
import { createRedisBus } from './redis-bus.js'

export type CollabParts = {
  connection: Connection
  redisUrl: string | undefined
  authorise: Authorise
  onEvent(event: CollabEvent): void
  log: Logger
}

/** The collaboration server on our database, and on Redis where there is one. */
export function openCollab({ connection, redisUrl, authorise, onEvent, log }: CollabParts): Collab {
  const bus = redisUrl === undefined ? null : createRedisBus(redisUrl, log)
  const collab = createCollab({
    store: createCollabStore(connection),
    authorise,
    onEvent: event => {
      if (event.kind === 'failed') log.error(event, 'collaboration failed')
      onEvent(event)
    },
    ...(bus ? { bus } : {}),
  })
  return {
    ...collab,
    close: async () => {
      await collab.close()
      bus?.close()
    },
  }
}
