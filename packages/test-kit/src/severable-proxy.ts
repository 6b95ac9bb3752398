import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'

/**
 * A wire between one browser and the server that a test can cut: an HTTP proxy on loopback. `sever` drops every
 * connection and refuses new ones, which is what a lost network looks like to a page; `mend` lets them through again.
 */
export type SeverableProxy = {
  /** For Playwright's `proxy` option of a context. */
  settings: { server: string; bypass: string }
  sever(): void
  mend(): void
  close(): Promise<void>
}

export async function startSeverableProxy(): Promise<SeverableProxy> {
  const sockets = new Set<Socket>()
  let severed = false

  const proxy = createServer(forward)
  proxy.on('connection', socket => {
    if (severed) return void socket.destroy()
    keep(sockets, socket)
  })
  // WebSockets ask a proxy for a tunnel.
  proxy.on('connect', (message: IncomingMessage, client: Socket) => {
    const [host = '', port = ''] = (message.url ?? '').split(':')
    const upstream = keep(sockets, connect(Number(port), host))
    upstream.once('connect', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      upstream.pipe(client)
      client.pipe(upstream)
    })
    upstream.once('error', () => client.destroy())
    client.once('error', () => upstream.destroy())
    client.once('close', () => upstream.destroy())
  })

  await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve))
  const { port } = proxy.address() as AddressInfo
  return {
    // Chromium leaves loopback out of proxies unless told not to.
    settings: { server: `http://127.0.0.1:${port}`, bypass: '<-loopback>' },
    sever: () => {
      severed = true
      for (const socket of sockets) socket.destroy()
    },
    mend: () => {
      severed = false
    },
    close: () =>
      new Promise(resolve => {
        for (const socket of sockets) socket.destroy()
        proxy.close(() => resolve())
      }),
  }
}

function keep(sockets: Set<Socket>, socket: Socket): Socket {
  sockets.add(socket)
  socket.once('close', () => sockets.delete(socket))
  return socket
}

function forward(incoming: IncomingMessage, outgoing: ServerResponse) {
  const target = new URL(incoming.url ?? '/', 'http://127.0.0.1')
  const upstream = request(target, { method: incoming.method, headers: incoming.headers }, answer => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(outgoing)
  })
  upstream.once('error', () => outgoing.destroy())
  outgoing.once('close', () => upstream.destroy())
  incoming.pipe(upstream)
}
