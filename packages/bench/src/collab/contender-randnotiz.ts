import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type CollabOptions, createCollab, createMemoryStore } from '@randnotiz/collab'
import { createFileStore } from '@randnotiz/collab/file-store'
import { beginDuty, documentOf, readTask } from './contender-duty.js'
import { seededDocuments } from './documents.js'

const { contentOf, folder } = readTask()

/** Bounds for single people are wide open: one load process plays twenty of them. */
const options: CollabOptions = {
  store: folder === null ? createMemoryStore() : createFileStore(folder),
  authorise: request => ({ kind: request.url?.includes('reader') ? 'reader' : 'writer' }),
  initialContent: async documentId => contentOf(documentId),
  limits: {
    messagesPerSecond: 100_000,
    bytesPerSecond: 1e9,
    warmMs: 1_000,
    foldIdleRows: folder === null ? 20 : 1,
  },
}

/** Documents that have been used before lie in the store as snapshots. */
async function foldOnce(documentIds: readonly string[]): Promise<void> {
  const collab = createCollab(options)
  for (const documentId of documentIds) await collab.readState(documentId)
  while (collab.metrics().rooms.some(({ unfoldedRows }) => unfoldedRows > 0))
    await new Promise(resolve => setTimeout(resolve, 100))
  await collab.close()
}

if (folder !== null && contentOf(seededDocuments[0]) !== null) await foldOnce(seededDocuments)
const collab = createCollab(options)
const server = createServer()
server.on('upgrade', (request, socket, head) =>
  collab.handleUpgrade(request, socket, head, documentOf(request.url)),
)
server.listen(0, '127.0.0.1', () => beginDuty((server.address() as AddressInfo).port))
