import { randomUUID } from 'node:crypto'
import { DocumentId } from '@randnotiz/contract/kit/ids'
import { Redis } from 'ioredis'
import { z } from 'zod'
import { parseJson } from '../../../platform/parse-json.js'

const Report = z.object({
  instance: z.uuid(),
  readers: z.record(z.string(), z.number().int().nonnegative()),
})
type Report = z.infer<typeof Report>

const channel = 'randnotiz:readers'
const repeatMs = 10_000
/** An instance that has been silent for so long has died. */
const forgetMs = 3 * repeatMs + 1_000

export type RemoteReaders = {
  /** People who have the document open on other instances. */
  of(id: DocumentId): number
  /** Tells the other instances how many this one has, of all its documents that are open. */
  tell(readers: ReadonlyMap<DocumentId, number>): void
  close(): void
}

export const noRemoteReaders: RemoteReaders = { of: () => 0, tell: () => {}, close: () => {} }

export type RemoteReadersParts = {
  redisUrl: string
  onChange(id: DocumentId): void
  log: { warn(details: object, message: string): void }
}

/**
 * Readers of the other instances, as gossip over Redis: each says what it has when it changes, and again every ten
 * seconds for who has just started and as a sign of life. Nothing is stored, so nothing is left behind by a crash.
 */
export function openRemoteReaders({ redisUrl, onChange, log }: RemoteReadersParts): RemoteReaders {
  const instance = randomUUID()
  const reports = new Map<string, { readers: Map<string, number>; at: number }>()
  const sender = new Redis(redisUrl, { maxRetriesPerRequest: null })
  const receiver = new Redis(redisUrl, { maxRetriesPerRequest: null })
  const report = (error: unknown) => log.warn({ error }, 'readers of other instances are not known')
  for (const redis of [sender, receiver]) redis.on('error', report)
  receiver.subscribe(channel).catch(report)

  function replace(from: string, readers: Map<string, number>): void {
    const before = reports.get(from)?.readers ?? new Map<string, number>()
    if (readers.size > 0) reports.set(from, { readers, at: Date.now() })
    else reports.delete(from)
    for (const id of new Set([...before.keys(), ...readers.keys()]))
      if (before.get(id) !== readers.get(id)) onChange(DocumentId.parse(id))
  }

  receiver.on('message', (_channel: string, text: string) => {
    const heard = Report.safeParse(parseJson(text))
    if (!heard.success) return report(heard.error)
    if (heard.data.instance !== instance)
      replace(heard.data.instance, new Map(Object.entries(heard.data.readers)))
  })

  let own: Report = { instance, readers: {} }
  const say = () => void sender.publish(channel, JSON.stringify(own)).catch(report)
  const timer = setInterval(() => {
    say()
    for (const [from, { at }] of reports) if (Date.now() - at > forgetMs) replace(from, new Map())
  }, repeatMs)
  return {
    of: id => [...reports.values()].reduce((sum, { readers }) => sum + (readers.get(id) ?? 0), 0),
    tell: readers => {
      own = { instance, readers: Object.fromEntries(readers) }
      say()
    },
    close: () => {
      clearInterval(timer)
      for (const redis of [sender, receiver]) redis.disconnect()
    },
  }
}
