import type { ClientToServerEvents, ServerToClientEvents } from '@randnotiz/contract/socket-map'
import { io, type Socket } from 'socket.io-client'

export type ClientSocket = Socket<ServerToClientEvents, ClientToServerEvents>

/** A socket.io client that connects when told to, and again when it lost the connection, as the product's pages do. */
export function createSocket(url: string, cookie?: string): ClientSocket {
  return io(url, {
    forceNew: true,
    autoConnect: false,
    transports: ['websocket'],
    extraHeaders: { Origin: url, ...(cookie ? { Cookie: cookie } : {}) },
  })
}

/** A connected socket.io client; `cookie` is a session from `signInAs`, left out for an anonymous reader. */
export async function openSocket(url: string, cookie?: string): Promise<ClientSocket> {
  const socket = createSocket(url, cookie)
  const connected = new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  socket.connect()
  await connected
  return socket
}
