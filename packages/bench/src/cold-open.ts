/**
 * A document of about 200 pages (400,000 characters in 1,600 paragraphs), opened by a fresh client: once right after a
 * restart of the server (cold) and once more (warm).
 */
import { type DocumentAddress, openSyncedDocument } from '@randnotiz/test-kit/open-document'
import { signInAs } from '@randnotiz/test-kit/sign-in-as'
import { startServer } from '@randnotiz/test-kit/start-server'
import { until } from '@randnotiz/test-kit/until'
import * as Y from 'yjs'
import { demoDocumentIds } from './demo-documents.js'
import { residentMemory } from './server-memory.js'
import type { Workload } from './workload.js'

const paragraphs = 1_600
const sentence = 'Die Stadt schreibt ihr Konzept gemeinsam mit den Menschen, die in ihr leben. '
const paragraphText = sentence.repeat(3).slice(0, 250)

async function writeLongDocument(address: DocumentAddress) {
  const writer = await openSyncedDocument(address)
  const fragment = writer.doc.getXmlFragment('default')
  for (let i = 0; i < paragraphs; i++) {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(paragraphText)])
    fragment.push([paragraph])
  }
  const reader = await openSyncedDocument(address)
  const length = fragment.length
  await until('the reader has it all', () => reader.doc.getXmlFragment('default').length >= length, 60_000)
  writer.close()
  reader.close()
}

async function timedOpen(address: DocumentAddress): Promise<number> {
  const startedAt = performance.now()
  const opened = await openSyncedDocument(address)
  const took = performance.now() - startedAt
  opened.close()
  return Math.round(took)
}

export const coldOpen: Workload = {
  name: 'cold open',
  story: `${paragraphs} paragraphs of 250 characters; fresh client, stock provider`,
  async run() {
    const server = await startServer()
    try {
      const [documentId = ''] = await demoDocumentIds(server.url)
      const cookie = await signInAs(server.url, 'redaktion1@example.org')
      await writeLongDocument({ url: server.url, documentId, cookie })
      await server.stop()
      await server.start()
      const address = { url: server.url, documentId }
      const cold = await timedOpen(address)
      const warm: number[] = []
      for (let i = 0; i < 5; i++) warm.push(await timedOpen(address))
      return [
        { name: 'cold open', value: cold, unit: 'ms' },
        {
          name: 'warm open, median of 5',
          value: warm.toSorted((a, b) => a - b)[2] ?? Number.NaN,
          unit: 'ms',
        },
        { name: 'server memory', value: residentMemory(server.pid()), unit: 'MiB' },
      ]
    } finally {
      await server.remove()
    }
  },
}
