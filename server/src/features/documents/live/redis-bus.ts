import type { Bus, BusMessage } from '@randnotiz/collab'
import { Redis } from 'ioredis'
import { z } from 'zod'
import { parseJson } from '../../../platform/parse-json.js'

const bytes = z.base64().transform(text => new Uint8Array(Buffer.from(text, 'base64')))
const Wire = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('row'),
    documentId: z.string(),
    epoch: z.number(),
    seq: z.number(),
    updates: bytes,
  }),
  z.object({ kind: z.literal('awareness'), documentId: z.string(), payload: bytes }),
  z.object({ kind: z.literal('replaced'), documentId: z.string(), epoch: z.number() }),
])

const channelOf = (documentId: string) => `randnotiz:collab:${documentId}`
const toBase64 = (value: Uint8Array) => Buffer.from(value).toString('base64')

function encode(message: BusMessage): string {
  if (message.kind === 'row') return JSON.stringify({ ...message, updates: toBase64(message.updates) })
  if (message.kind === 'awareness') return JSON.stringify({ ...message, payload: toBase64(message.payload) })
  return JSON.stringify(message)
}

type Log = { warn(details: object, message: string): void }
type Listener = (message: BusMessage) => void

/** The collaboration servers of several instances, over Redis pub/sub: one channel a document. */
export function createRedisBus(redisUrl: string, log: Log): Bus & { close(): void } {
  const sender = new Redis(redisUrl, { maxRetriesPerRequest: null })
  const receiver = new Redis(redisUrl, { maxRetriesPerRequest: null })
  const listeners = new Map<string, Set<Listener>>()
  const report = (error: unknown) =>
    log.warn({ error }, 'the collab bus failed; documents catch up from their logs')
  for (const redis of [sender, receiver]) redis.on('error', report)

  receiver.on('message', (channel: string, text: string) => {
    const message = Wire.safeParse(parseJson(text))
    if (!message.success) return report(message.error)
    for (const listener of listeners.get(channel) ?? []) listener(message.data)
  })

  return {
    publish: message => void sender.publish(channelOf(message.documentId), encode(message)).catch(report),
    subscribe: (documentId, listener) => {
      const channel = channelOf(documentId)
      const known = listeners.get(channel) ?? new Set()
      if (known.size === 0) receiver.subscribe(channel).catch(report)
      listeners.set(channel, known.add(listener))
      return () => {
        known.delete(listener)
        if (known.size > 0) return
        listeners.delete(channel)
        receiver.unsubscribe(channel).catch(report)
      }
    },
    close: () => {
      for (const redis of [sender, receiver]) redis.disconnect()
    },
  }
}
