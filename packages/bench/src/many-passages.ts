/**
 * Ten thousand annotations on one text of 250,000 characters, two ways: an edit elsewhere, after which every CRDT range
 * still holds; and all ranges dead, as after an import, so that every passage takes the long way through the map of the
 * versions, is stored anew and goes out through the change feed. Meanwhile: how long the server kept others waiting.
 *
 * One annotation is made as people make them; the others are copies of its record at other passages, put into the
 * server's own database while it is stopped. Ten thousand commands would take an hour, since there are limits.
 */
import { join } from 'node:path'
import { describePassage } from '@randnotiz/anchoring'
import { CreateAnnotation } from '@randnotiz/contract/annotations/commands'
import { DocumentId } from '@randnotiz/contract/kit/ids'
import { toBase64 } from '@randnotiz/document-schema/base64'
import { createCrdtRange } from '@randnotiz/document-schema/crdt-range'
import { type FlatIndex, indexFlatText } from '@randnotiz/document-schema/flat-text'
import { documentFragment } from '@randnotiz/document-schema/fragment'
import { startEmbeddedMongo } from '@randnotiz/embedded-mongo'
import { openSyncedDocument } from '@randnotiz/test-kit/open-document'
import { type ClientSocket, openSocket } from '@randnotiz/test-kit/open-socket'
import { signInAs } from '@randnotiz/test-kit/sign-in-as'
import { type RunningServer, startServer } from '@randnotiz/test-kit/start-server'
import { until } from '@randnotiz/test-kit/until'
import mongoose from 'mongoose'
import * as Y from 'yjs'
import { demoDocumentIds } from './demo-documents.js'
import { readMetrics } from './metrics.js'
import { randomParagraphs } from './random-text.js'
import type { Figure, Workload } from './workload.js'

const annotations = 10_000
const paragraphs = 1_000
const patience = 180_000
const quietMs = 8_000

type Bench = { server: RunningServer; documentId: DocumentId; cookie: string }

export const manyPassages: Workload = {
  name: 'many passages',
  story: `${annotations} annotations on one text of 250,000 characters`,
  async run() {
    const server = await startServer()
    try {
      const bench = await prepare(server)
      await type(bench)
      await untilSearched(bench)
      await server.stop()
      await multiply(bench)
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

/** A long text in an empty document, with one annotation on it. */
async function prepare(server: RunningServer): Promise<Bench> {
  const [first = ''] = await demoDocumentIds(server.url)
  const documentId = DocumentId.parse(first)
  const cookie = await signInAs(server.url, 'redaktion1@example.org')
  const writer = await openSyncedDocument({ url: server.url, documentId, cookie })
  const fragment = documentFragment(writer.doc)
  writer.doc.transact(() => {
    fragment.delete(0, fragment.length)
    fragment.insert(
      0,
      randomParagraphs(paragraphs).map(words => {
        const paragraph = new Y.XmlElement('paragraph')
        paragraph.insert(0, [new Y.XmlText(words)])
        return paragraph
      }),
    )
  })
  const index = indexFlatText(fragment)
  await untilArrived(server, documentId, index.text.length)
  const socket = await openSocket(server.url, await signInAs(server.url, 'heidi@example.org'))
  const range = { start: 10, end: 40 }
  const crdt = createCrdtRange(index, range)
  if (crdt === null) throw new Error('no passage at the start')
  const made = await socket.emitWithAck(
    'annotation:create',
    CreateAnnotation.parse({
      commandId: crypto.randomUUID(),
      documentId,
      passage: {
        stateVector: toBase64(Y.encodeStateVector(writer.doc)),
        range,
        exact: index.text.slice(range.start, range.end),
        crdt,
      },
      kind: 'idea',
      body: 'Eine Anregung, wie sie im Betrieb vorkommt.',
      replacement: null,
    }),
  )
  if (!made.ok) throw new Error(`refused: ${made.refusal.code}`)
  socket.disconnect()
  writer.close()
  return { server, documentId, cookie }
}

async function untilArrived({ url }: RunningServer, documentId: string, length: number): Promise<void> {
  await until(
    'the text has arrived',
    async () => {
      const reader = await openSyncedDocument({ url, documentId })
      const arrived = indexFlatText(documentFragment(reader.doc)).text.length
      reader.close()
      return arrived === length
    },
    patience,
  )
}

/** Copies of the one annotation all over the text, bound to letters of another document: dead ones. */
async function multiply({ server, documentId }: Bench): Promise<void> {
  const database = await startEmbeddedMongo({ dataDir: join(server.dataDir, 'database') })
  const connection = await mongoose.createConnection(database.uri).asPromise()
  const id = new mongoose.Types.ObjectId(documentId)
  const kept = connection.collection('annotations')
  const template = await kept.findOne({ documentId: id, 'target.kind': 'passage' }, { sort: { _id: -1 } })
  const state = await connection
    .collection('textStates')
    .findOne({ _id: new mongoose.Types.ObjectId(String(template?.target.textStateId)) })
  if (!template || !state) throw new Error('the one annotation is gone')
  await kept.deleteMany({ documentId: id, _id: { $ne: template._id } })
  await connection.collection('annotationChanges').deleteMany({ documentId: id })
  const copies = passagesIn(deadIndexOf(String(state.text))).map(passage => ({
    ...template,
    _id: new mongoose.Types.ObjectId(),
    commandId: crypto.randomUUID(),
    target: { ...template.target, ...passage },
    resolution: { ...template.resolution, range: passage.range, crdt: passage.crdt },
  }))
  await kept.insertMany(copies)
  await connection.collection('annotationChanges').insertMany(
    [template, ...copies].map(({ _id }, position) => ({
      documentId: id,
      seq: position + 1,
      annotationId: _id,
    })),
  )
  await connection.close()
  await database.close()
}

function deadIndexOf(text: string): FlatIndex {
  const fragment = documentFragment(new Y.Doc())
  fragment.insert(
    0,
    text.split('\n').map(words => {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText(words)])
      return paragraph
    }),
  )
  return indexFlatText(fragment)
}

/** Passages of 20 to 80 characters, evenly spread. */
function passagesIn(index: FlatIndex) {
  const step = (index.text.length - 100) / (annotations - 1)
  return Array.from({ length: annotations - 1 }, (_, number) => {
    const start = Math.floor(number * step)
    const range = { start, end: start + 20 + (number % 61) }
    const crdt = createCrdtRange(index, range)
    if (crdt === null) throw new Error(`no passage at ${start}`)
    return { quote: describePassage(index.text, range), range, crdt }
  })
}

type Follower = { socket: ClientSocket; heard: number }

async function follow({ server, documentId }: Bench): Promise<Follower> {
  const socket = await openSocket(server.url)
  const follower = { socket, heard: 0 }
  socket.on('annotation:changed', () => follower.heard++)
  await socket.emitWithAck('annotations:follow', { documentId, since: 0 })
  return follower
}

async function type({ server, documentId, cookie }: Bench): Promise<void> {
  const writer = await openSyncedDocument({ url: server.url, documentId, cookie })
  const first = documentFragment(writer.doc).get(0)
  const text = first instanceof Y.XmlElement ? first.get(0) : null
  if (!(text instanceof Y.XmlText)) throw new Error('the text has no first paragraph')
  text.insert(0, 'x')
  await untilArrived(server, documentId, indexFlatText(documentFragment(writer.doc)).text.length)
  writer.close()
}

/** The text has come to rest, and its passages have been looked for in that state. */
async function untilSearched({ server }: Bench): Promise<void> {
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

async function measure(bench: Bench, name: string, follower: Follower): Promise<Figure[]> {
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
