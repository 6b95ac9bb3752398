import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Access } from '../access.js'
import type { Collab, CollabOptions } from '../collab.js'
import { createCollab } from '../create-collab.js'
import { createMemoryStore } from '../memory-store.js'

export interface RunningCollab {
  collab: Collab
  url: string
  /** A stock provider with a document of its own. */
  connect(documentId: string, query?: Record<string, string>): WebsocketProvider
  stop(): Promise<void>
}

/** The collaboration server on a real HTTP server at a free port. `?as=reader` and the like decide what a client may do. */
export async function startCollab(options: Partial<CollabOptions> = {}): Promise<RunningCollab> {
  const collab = createCollab({ store: createMemoryStore(), authorise: accessFromQuery, ...options })
  const server = createServer()
  server.on('upgrade', (request, socket, head) =>
    collab.handleUpgrade(request, socket, head, pathOf(request).slice(1)),
  )
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`
  const providers: WebsocketProvider[] = []
  return {
    collab,
    url,
    connect: (documentId, query = {}) => {
      const provider = connectTo(url, documentId, query)
      providers.push(provider)
      return provider
    },
    stop: async () => {
      for (const provider of providers) provider.destroy()
      await collab.close()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

export function connectTo(
  url: string,
  documentId: string,
  params: Record<string, string>,
): WebsocketProvider {
  return new WebsocketProvider(url, documentId, new Y.Doc(), {
    params,
    disableBc: true,
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
  })
}

export function accessFromQuery(request: IncomingMessage): Access {
  const query = new URLSearchParams(request.url?.split('?')[1])
  switch (query.get('as')) {
    case 'reader':
      return { kind: 'reader', anonymous: true }
    case 'viewer':
      return { kind: 'reader', userId: 'viewer' }
    case 'stranger':
      return { kind: 'refused', code: 4403, reason: 'not yours' }
    default: {
      const userId = query.get('user')
      return userId === null
        ? { kind: 'writer' }
        : { kind: 'writer', userId, name: userId, colour: '#123456' }
    }
  }
}

const pathOf = (request: IncomingMessage) => request.url?.split('?')[0] ?? '/'
