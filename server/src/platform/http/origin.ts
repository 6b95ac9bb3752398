import type { IncomingMessage } from 'node:http'

/** Whether a request that changes something, or opens a socket, comes from our own pages. */
export type OwnOrigin = (request: Pick<IncomingMessage, 'headers'>) => boolean

export type OriginSettings = {
  publicUrl: string | undefined
  host: string
  /** Known once the server listens. */
  port(): number
}

/**
 * The one judgement for REST, socket.io and collab. Browsers name the origin of every request that could do harm; one
 * that names none is a program that has no cookies of ours to abuse, or a same-origin GET, which `Sec-Fetch-Site`
 * confirms. Without a public address only names of this machine count.
 */
export function createOwnOrigin({ publicUrl, host, port }: OriginSettings): OwnOrigin {
  const hosts = new Set(['localhost', '127.0.0.1', '[::1]', host.includes(':') ? `[${host}]` : host])
  const isOwn = (origin: string) =>
    publicUrl === undefined
      ? [...hosts].some(name => origin === new URL(`http://${name}:${port()}`).origin)
      : origin === publicUrl
  return ({ headers }) => {
    if (headers.origin !== undefined) return isOwn(headers.origin)
    const site = headers['sec-fetch-site']
    return site === undefined || site === 'same-origin' || site === 'none'
  }
}
