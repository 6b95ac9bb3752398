import type { Server } from 'node:http'

/** The address cannot be had; the message is one line for the person who starts the server. */
export class ListenError extends Error {}

export type ListenAddress = { port: number; host: string }

/** Answers the port, which the system chose when 0 was asked for. */
export function listen(server: Server, { port, host }: ListenAddress): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new ListenError(reasonOf(error, port, host))),
    )
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

function reasonOf({ code, message }: NodeJS.ErrnoException, port: number, host: string): string {
  if (code === 'EADDRINUSE') return `Port ${port} is in use already; set PORT to another one.`
  if (code === 'EACCES') return `Port ${port} may not be used by this account; set PORT to one above 1023.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `This machine has no address ${host}; see HOST.`
  return `Cannot listen on ${host}, port ${port}: ${message}`
}

/** How long requests under way may take to end. */
const graceMs = 5_000

/** Takes no more connections, lets requests under way end, and cuts off what is left after the grace. */
export function closeServer(server: Server): Promise<void> {
  if (!server.listening) return Promise.resolve()
  return new Promise(resolve => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs)
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
    server.closeIdleConnections()
  })
}

/** How this machine reaches a server that listens there. */
export function addressOf(host: string, port: number): string {
  if (host === '0.0.0.0' || host === '::') return `http://localhost:${port}`
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}
