/** The y-websocket reference server. It keeps documents in LevelDB by itself where YPERSISTENCE names a folder. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setPersistence, setupWSConnection } from '@y/websocket-server/utils'
import { WebSocketServer } from 'ws'
import * as Y from 'yjs'
import { beginDuty, documentOf, readTask } from './contender-duty.js'

const { contentOf } = readTask()
if (contentOf('seeded') !== null)
  setPersistence({
    bindState: (documentId, doc) => {
      const update = contentOf(documentId)
      if (update) Y.applyUpdate(doc, update)
    },
    writeState: async () => {},
    provider: null,
  })
const server = createServer()
const sockets = new WebSocketServer({ server })
sockets.on('connection', (socket, request) =>
  setupWSConnection(socket, request, { docName: documentOf(request.url) }),
)
server.listen(0, '127.0.0.1', () => beginDuty((server.address() as AddressInfo).port))
