/**
 * Twenty writers type into one document, five characters a second each, while two hundred readers follow. Measured:
 * the time from a keystroke to its arrival in each of five sampled readers' Y.Docs. The readers are the stock provider
 * of y-websocket; the clients share this process, so the figures contain their own cost.
 */
import { type OpenDocument, openSyncedDocument } from '@randnotiz/test-kit/open-document'
import { signInAs } from '@randnotiz/test-kit/sign-in-as'
import { startServer } from '@randnotiz/test-kit/start-server'
import * as Y from 'yjs'
import { demoDocumentIds } from './demo-documents.js'
import { percentiles } from './percentiles.js'
import { residentMemory } from './server-memory.js'
import type { Workload } from './workload.js'

const writers = 20
const readers = 200
const sampledReaders = 5
const seconds = 20
const keystrokeEveryMs = 200

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

/** Every keystroke is stamped in a side map of the document, so that a reader knows when it was typed. */
function watchStamps(reader: OpenDocument, latencies: number[]) {
  reader.doc.getMap<number>('bench').observe(event => {
    for (const key of event.keysChanged) {
      const typedAt = event.target.get(key)
      if (typeof typedAt === 'number') latencies.push(performance.now() - typedAt)
    }
  })
}

async function type(writer: OpenDocument, name: string) {
  const text = new Y.XmlText()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [text])
  writer.doc.getXmlFragment('default').push([paragraph])
  const strokes = (seconds * 1000) / keystrokeEveryMs
  for (let stroke = 0; stroke < strokes; stroke++) {
    writer.doc.transact(() => {
      text.insert(text.length, 'x')
      writer.doc.getMap<number>('bench').set(name, performance.now())
    })
    await pause(keystrokeEveryMs)
  }
}

export const editToScreen: Workload = {
  name: 'edit to screen',
  story: `${writers} writers at 5 characters/s, ${readers} readers, ${seconds} s`,
  async run() {
    const server = await startServer()
    const opened: OpenDocument[] = []
    try {
      const [documentId = ''] = await demoDocumentIds(server.url)
      const cookie = await signInAs(server.url, 'redaktion1@example.org')
      const open = async (session?: string) => {
        const document = await openSyncedDocument({ url: server.url, documentId, cookie: session })
        opened.push(document)
        return document
      }
      const latencies: number[] = []
      for (let i = 0; i < readers; i++) {
        const reader = await open()
        if (i % (readers / sampledReaders) === 0) watchStamps(reader, latencies)
      }
      const typing: OpenDocument[] = []
      for (let i = 0; i < writers; i++) typing.push(await open(cookie))
      await Promise.all(
        typing.map(async (writer, index) => {
          await pause((keystrokeEveryMs / writers) * index)
          await type(writer, `writer ${index}`)
        }),
      )
      await pause(500)
      const memory = {
        name: 'server memory with all connected',
        value: residentMemory(server.pid()),
        unit: 'MiB',
      }
      return [...percentiles('keystroke to reader', latencies), memory]
    } finally {
      for (const document of opened) document.close()
      await server.remove()
    }
  },
}
