import type { ClientToServerEvents, ServerToClientEvents } from '@randnotiz/contract/socket-map'
import { io, type Socket } from 'socket.io-client'

export type ClientSocket = Socket<ServerToClientEvents, ClientToServerEvents>

/** A connected socket.io client; `cookie` is a session from `signInAs`, left out for an anonymous reader. */
export async function openSocket(url: string, cookie?: string): Promise<ClientSocket> {
  const socket: ClientSocket = io(url, {
    forceNew: true,
    transports: ['websocket'],
    extraHeaders: { Origin: url, ...(cookie ? { Cookie: cookie } : {}) },
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  return socket
}
