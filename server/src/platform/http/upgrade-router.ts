import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { OwnOrigin } from './origin.js'

export type HandleUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void

export type UpgradeRoutes = {
  isOwnOrigin: OwnOrigin
  /** `/collab/<documentId>` */
  collab: HandleUpgrade
}

const pathOf = (request: IncomingMessage) => (request.url ?? '/').split('?')[0] ?? '/'

/**
 * Who gets a connection that asks for a WebSocket. socket.io listens for itself and takes its own path, which is why it
 * must not destroy others (`destroyUpgrade: false`); what belongs to nobody is told so and closed here.
 */
export function routeUpgrades(server: Server, { isOwnOrigin, collab }: UpgradeRoutes): void {
  server.on('upgrade', (request, socket, head) => {
    const path = pathOf(request)
    if (path.startsWith('/socket.io/')) return
    socket.on('error', () => socket.destroy())
    if (!path.startsWith('/collab/')) return turnAway(socket, '404 Not Found')
    if (!isOwnOrigin(request)) return turnAway(socket, '403 Forbidden')
    collab(request, socket, head)
  })
}

function turnAway(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
