import { randomUUID } from 'node:crypto'
import { Redis } from 'ioredis'
import { z } from 'zod'
import type { EventBus } from './domain-events.js'
import { parseJson } from './parse-json.js'

/** What happens to an account concerns its connections on every instance. */
const names = ['accounts/role-changed', 'accounts/session-ended'] as const

const Message = z.object({ instance: z.uuid(), name: z.enum(names), event: z.object({ userId: z.string() }) })

const channel = 'randnotiz:events'

type Log = { warn(details: object, message: string): void }

/** Carries the events of accounts to the other instances and theirs to this one. Answers how to stop. */
export function bridgeEvents(events: EventBus, redisUrl: string, log: Log): () => void {
  const instance = randomUUID()
  const sender = new Redis(redisUrl, { maxRetriesPerRequest: null })
  const receiver = new Redis(redisUrl, { maxRetriesPerRequest: null })
  const report = (error: unknown) => log.warn({ error }, 'events of other instances are not heard')
  for (const redis of [sender, receiver]) redis.on('error', report)
  receiver.subscribe(channel).catch(report)

  // What came from outside is emitted here too, and must not go out again.
  const fromOutside = new WeakSet<object>()
  const stops = names.map(name =>
    events.on(name, event => {
      if (!fromOutside.has(event))
        sender.publish(channel, JSON.stringify({ instance, name, event })).catch(report)
    }),
  )
  receiver.on('message', (_channel: string, text: string) => {
    const message = Message.safeParse(parseJson(text))
    if (!message.success) return report(message.error)
    if (message.data.instance === instance) return
    fromOutside.add(message.data.event)
    events.emit(message.data.name, message.data.event)
  })
  return () => {
    for (const stop of stops) stop()
    for (const redis of [sender, receiver]) redis.disconnect()
  }
}
