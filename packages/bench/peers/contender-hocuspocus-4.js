/**
 * Hocuspocus 4 with its own server. It needs Node 22, newer than what the rest of this repository needs, so it lies outside
 * of the workspaces with dependencies of its own; see the README above.
 */
import { Server } from '@hocuspocus/server'
import * as Y from 'yjs'
import { beginDuty, readTask } from '../dist/collab/contender-duty.js'
import { createPeerStore } from '../dist/collab/peer-store.js'

const { contentOf, folder } = readTask()
const store = createPeerStore(folder)
const server = new Server({
  quiet: true,
  stopOnSignals: false,
  port: 0,
  address: '127.0.0.1',
  onLoadDocument: async ({ document, documentName }) => {
    const update = contentOf(documentName) ?? (await store.fetch(documentName))
    if (update) Y.applyUpdate(document, update)
  },
  onStoreDocument: ({ document, documentName }) => store.keep(documentName, Y.encodeStateAsUpdate(document)),
})
await server.listen()
beginDuty(server.address.port)
