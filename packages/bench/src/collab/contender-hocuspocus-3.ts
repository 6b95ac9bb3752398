/** Hocuspocus 3 as documented: `onLoadDocument` fetches, `onStoreDocument` stores, with its own debounce of two seconds. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Hocuspocus } from '@hocuspocus/server'
import { WebSocketServer } from 'ws'
import * as Y from 'yjs'
import { beginDuty, readTask } from './contender-duty.js'
import { createPeerStore } from './peer-store.js'

const { contentOf, folder } = readTask()
const store = createPeerStore(folder)
const hocuspocus = new Hocuspocus({
  quiet: true,
  onLoadDocument: async ({ document, documentName }) => {
    const update = contentOf(documentName) ?? (await store.fetch(documentName))
    if (update) Y.applyUpdate(document, update)
  },
  onStoreDocument: ({ document, documentName }) => store.keep(documentName, Y.encodeStateAsUpdate(document)),
})
const server = createServer()
const sockets = new WebSocketServer({ server })
sockets.on('connection', (socket, request) => hocuspocus.handleConnection(socket, request))
server.listen(0, '127.0.0.1', () => beginDuty((server.address() as AddressInfo).port))
