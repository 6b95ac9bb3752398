/**
 * Ten thousand annotations on one text of 250,000 characters, two ways: an edit elsewhere, after which every CRDT range
 * still holds; and all ranges dead, as after an import, so that every passage takes the long way through the map of the
 * versions, is stored anew and goes out through the change feed. Meanwhile: how long the server kept others waiting.
 */
import { indexFlatText } from '@randnotiz/document-schema/flat-text'
import { documentFragment } from '@randnotiz/document-schema/fragment'
import { openSyncedDocument } from '@randnotiz/test-kit/open-document'
import { type ClientSocket, openSocket } from '@randnotiz/test-kit/open-socket'
import { startServer } from '@randnotiz/test-kit/start-server'
import { until } from '@randnotiz/test-kit/until'
import * as Y from 'yjs'
import {
  type AnnotatedText,
  indexOfOtherLetters,
  multiplyAnnotations,
  untilArrived,
  writeText,
} from './annotated-text.js'
import { readMetrics } from './metrics.js'
import type { Figure, Workload } from './workload.js'

const annotations = 10_000
const paragraphs = 1_000
const patience = 180_000
const quietMs = 8_000

export const manyPassages: Workload = {
  name: 'many passages',
  story: `${annotations} annotations on one text of 250,000 characters`,
  async run() {
    const server = await startServer()
    try {
      const bench = await writeText(server, { paragraphs })
      await type(bench)
      await untilSearched(bench)
      await server.stop()
      await multiplyAnnotations(bench, { index: indexOfOtherLetters(bench.index.text), annotations })
      await server.start()
      await untilSearched(bench)
      const follower = await follow(bench)
      const long = await measure(bench, 'all ranges dead', follower)
      const short = await measure(bench, 'an edit elsewhere', follower)
      const again = await measure(bench, 'another edit elsewhere', follower)
      follower.socket.disconnect()
      return [...long, ...short, ...again]
    } finally {
      await server.remove()
    }
  },
}

type Follower = { socket: ClientSocket; heard: number }

async function follow({ server, documentId }: AnnotatedText): Promise<Follower> {
  const socket = await openSocket(server.url)
  const follower = { socket, heard: 0 }
  socket.on('annotation:changed', () => follower.heard++)
  await socket.emitWithAck('annotations:follow', { documentId, since: 0 })
  return follower
}

async function type({ server, documentId, cookie }: AnnotatedText): Promise<void> {
  const writer = await openSyncedDocument({ url: server.url, documentId, cookie })
  const first = documentFragment(writer.doc).get(0)
  const text = first instanceof Y.XmlElement ? first.get(0) : null
  if (!(text instanceof Y.XmlText)) throw new Error('the text has no first paragraph')
  text.insert(0, 'x')
  await untilArrived(server, documentId, indexFlatText(documentFragment(writer.doc)).text.length)
  writer.close()
}

/** The text has come to rest, and its passages have been looked for in that state. */
async function untilSearched({ server }: AnnotatedText): Promise<void> {
  let searches = Number.NaN
  let since = performance.now()
  await until(
    'the passages have been looked for',
    async () => {
      const counted = (await readMetrics(server.url))('passage_searches')
      if (counted !== searches) since = performance.now()
      searches = counted
      return performance.now() - since > quietMs
    },
    patience,
  )
}

/** Each reading starts the server's histogram of delays anew. */
const readingMs = 1_000

/** Timers of the event loop come every so many milliseconds; a delay is what comes on top. */
const loopResolutionMs = 10

async function measure(bench: AnnotatedText, name: string, follower: Follower): Promise<Figure[]> {
  await type(bench)
  const heardBefore = follower.heard
  const before = (await readMetrics(bench.server.url))('passage_searches')
  const delays: number[] = []
  let after = await readMetrics(bench.server.url)
  let heard = follower.heard
  let since = performance.now()
  await until(
    'the search is over and nothing is announced any more',
    async () => {
      after = await readMetrics(bench.server.url)
      delays.push(after('nodejs_eventloop_lag_max_seconds') * 1_000 - loopResolutionMs)
      if (follower.heard !== heard) since = performance.now()
      heard = follower.heard
      await new Promise(resolve => setTimeout(resolve, readingMs))
      return after('passage_searches') > before && performance.now() - since > quietMs
    },
    patience,
  )
  const figures: [string, number, string][] = [
    ['looked for', after('passage_search_passages'), 'passages'],
    ['on the CRDT path', after('passage_search_here_ms'), 'ms'],
    ['in the thread', after('passage_search_thread_ms'), 'ms'],
    ['announced to a follower', follower.heard - heardBefore, 'annotations'],
    ['worst event-loop delay of a second, median', median(delays), 'ms'],
    ['worst event-loop delay', Math.max(...delays), 'ms'],
  ]
  return figures.map(([what, value, unit]) => ({
    name: `${name}: ${what}`,
    value: Math.round(value * 10) / 10,
    unit,
  }))
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}
