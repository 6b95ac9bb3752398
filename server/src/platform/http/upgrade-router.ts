import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'

export type HandleUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void

const pathOf = (request: IncomingMessage) => (request.url ?? '/').split('?')[0] ?? '/'

/**
 * Who gets a connection that asks for a WebSocket: `/collab/<documentId>` goes to `collab`. socket.io listens for
 * itself and takes its own path, which is why it must not destroy others (`destroyUpgrade: false`); what belongs to nobody
 * is told so and closed here.
 */
export function routeUpgrades(server: Server, collab: HandleUpgrade): void {
  server.on('upgrade', (request, socket, head) => {
    const path = pathOf(request)
    if (path.startsWith('/socket.io/')) return
    socket.on('error', () => socket.destroy())
    if (path.startsWith('/collab/')) return collab(request, socket, head)
    socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n', () =>
      socket.destroy(),
    )
  })
}
