/**
 * One collaboration server as a process of its own, so that its processor time and memory are its own:
 * `node --expose-gc collab-contender.js <name> <file with a Yjs update for every document, or -> <folder, or ->`.
 * Sends `{port}` when it listens and answers every message with its usage since the one before.
 */
import { readFileSync } from 'node:fs'
import { createServer, type Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Hocuspocus } from '@hocuspocus/server'
import { createCollab, createMemoryStore } from '@randnotiz/collab'
import { createFileStore } from '@randnotiz/collab/file-store'
import { setPersistence, setupWSConnection } from '@y/websocket-server/utils'
import { WebSocketServer } from 'ws'
import * as Y from 'yjs'

export type ContenderName = 'randnotiz' | 'y-websocket' | 'hocuspocus'

export interface Usage {
  cpuMs: number
  /** Heap and what it holds outside, after a collection. */
  heapBytes: number
  rssBytes: number
  /** Longest time the event loop was held up. */
  stalledMs: number
}

const [name = 'randnotiz', contentFile = '-', folder = '-'] = process.argv.slice(2)
const content = contentFile === '-' ? null : new Uint8Array(readFileSync(contentFile))
const documentOf = (url: string | undefined) => (url ?? '/').slice(1).split('?')[0] ?? ''
/** Only documents whose name begins like this have the content; the others are empty. */
const contentOf = (documentId: string) => (documentId.startsWith('seeded') ? content : null)

async function serveRandnotiz(server: HttpServer): Promise<void> {
  const options = {
    store: folder === '-' ? createMemoryStore() : createFileStore(folder),
    authorise: (request: { url?: string | undefined }) => ({
      kind: request.url?.includes('reader') ? ('reader' as const) : ('writer' as const),
    }),
    initialContent: async (documentId: string) => contentOf(documentId),
    limits: {
      messagesPerSecond: 100_000,
      bytesPerSecond: 1e9,
      warmMs: 1_000,
      foldIdleRows: folder === '-' ? 20 : 1,
    },
  }
  if (folder !== '-' && content) await foldOnce(options)
  const collab = createCollab(options)
  server.on('upgrade', (request, socket, head) =>
    collab.handleUpgrade(request, socket, head, documentOf(request.url)),
  )
}

/** A document that has been used before lies in the store as a snapshot. */
async function foldOnce(options: Parameters<typeof createCollab>[0]): Promise<void> {
  const collab = createCollab(options)
  await collab.readState('seeded')
  while (collab.metrics().rooms.some(({ unfoldedRows }) => unfoldedRows > 0))
    await new Promise(resolve => setTimeout(resolve, 100))
  await collab.close()
}

function serveYWebsocket(server: HttpServer): void {
  if (content)
    setPersistence({
      bindState: (documentId, doc) => {
        const update = contentOf(documentId)
        if (update) Y.applyUpdate(doc, update)
      },
      writeState: async () => {},
      provider: null,
    })
  const sockets = new WebSocketServer({ server })
  sockets.on('connection', (socket, request) =>
    setupWSConnection(socket, request, { docName: documentOf(request.url) }),
  )
}

function serveHocuspocus(server: HttpServer): void {
  const hocuspocus = new Hocuspocus({
    quiet: true,
    onLoadDocument: async ({ document, documentName }) => {
      const update = contentOf(documentName)
      if (update) Y.applyUpdate(document, update)
    },
  })
  const sockets = new WebSocketServer({ server })
  sockets.on('connection', (socket, request) => hocuspocus.handleConnection(socket, request))
}

const server = createServer()
if (name === 'randnotiz') await serveRandnotiz(server)
else if (name === 'y-websocket') serveYWebsocket(server)
else serveHocuspocus(server)

const delay = monitorEventLoopDelay({ resolution: 1 })
delay.enable()
let cpu = process.cpuUsage()

function usage(): Usage {
  const { user, system } = process.cpuUsage(cpu)
  const stalledMs = delay.max / 1e6
  globalThis.gc?.()
  globalThis.gc?.()
  const { heapUsed, external, rss } = process.memoryUsage()
  cpu = process.cpuUsage()
  delay.reset()
  return { cpuMs: (user + system) / 1_000, heapBytes: heapUsed + external, rssBytes: rss, stalledMs }
}

server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
process.on('message', () => process.send?.(usage()))
process.on('disconnect', () => process.exit(0))
