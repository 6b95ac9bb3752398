import type { IncomingMessage } from 'node:http'
import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { Request, Response } from 'express'
import type { CallContext } from './call-context.js'
import { networkOf } from './network.js'

export type ReadContext = (request: Request, response: Response) => Promise<CallContext>

export type ViewerOf = (headers: Headers) => Promise<Viewer>

/** For what is the same for everybody: whoever asks is nobody. */
export function nobodysContext(request: Request): CallContext {
  return {
    viewer: { kind: 'anonymous' },
    network: networkOf(request.ip),
    headers: new Headers(),
    setCookies: () => {},
  }
}

/** Node's headers as the web's. */
export function webHeaders({ headers }: Pick<IncomingMessage, 'headers'>): Headers {
  const web = new Headers()
  for (const [name, value] of Object.entries(headers))
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) web.append(name, one)
  return web
}

/** Reads the session once a request, however many handlers and guards ask. */
export function createReadContext(viewerOf: ViewerOf): ReadContext {
  const known = new WeakMap<Request, Promise<CallContext>>()
  return (request, response) => {
    const before = known.get(request)
    if (before) return before
    const context = read(viewerOf, request, response)
    known.set(request, context)
    return context
  }
}

async function read(viewerOf: ViewerOf, request: Request, response: Response): Promise<CallContext> {
  const headers = webHeaders(request)
  return {
    viewer: await viewerOf(headers),
    network: networkOf(request.ip),
    headers,
    setCookies: lines => {
      for (const line of lines) response.append('Set-Cookie', line)
    },
  }
}
