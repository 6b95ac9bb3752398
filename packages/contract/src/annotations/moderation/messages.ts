import { z } from 'zod'
import { Nothing } from '../../kit/endpoint.js'
import { announcement, command } from '../../kit/message.js'

/** Hear when the queue has changed; for moderators. */
export const followModeration = command('moderation:follow', {
  payload: z.object({ follow: z.literal('queue') }),
  reply: Nothing,
})

/** Something came in or was decided: whoever shows the queue asks for it anew. */
export const queueChanged = announcement('moderation:queue-changed', z.object({}))
