import type { Endpoint, EndpointResponse } from '@randnotiz/contract/kit/endpoint'
import { Refusal } from '@randnotiz/contract/kit/refusals'
import { accept, type Result } from '@randnotiz/contract/kit/result'
import { z } from 'zod'

export type CallOptions = {
  params?: Record<string, string>
  query?: Record<string, string>
  /** Sent as JSON; bytes go as they are, with `type`. */
  body?: unknown
  type?: string
  cookie?: string
  /** Our own when left out; null sends none. */
  origin?: string | null
  headers?: Record<string, string>
}

/** Calls an endpoint over HTTP with whatever a test wants to send, and reads the answer by the contract. */
export async function callEndpoint<E extends Endpoint>(
  url: string,
  endpoint: E,
  options: CallOptions = {},
): Promise<Result<EndpointResponse<E>>> {
  const response = await fetchEndpoint(url, endpoint, options)
  if (response.status === 204) return accept(endpoint.response.parse(null) as EndpointResponse<E>)
  const body: unknown = await response.json()
  if (response.ok) return accept(endpoint.response.parse(body) as EndpointResponse<E>)
  return { ok: false, refusal: z.object({ refusal: Refusal }).parse(body).refusal }
}

/** The bare answer, for tests that look at headers. */
export function fetchEndpoint(url: string, endpoint: Endpoint, options: CallOptions = {}): Promise<Response> {
  const { params = {}, query = {}, body, type, cookie, origin = url } = options
  const path = endpoint.path.replace(/:(\w+)/g, (_match, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  )
  const search = new URLSearchParams(query).toString()
  const bytes = body instanceof Uint8Array
  return fetch(`${url}${path}${search ? `?${search}` : ''}`, {
    method: endpoint.method,
    headers: {
      ...options.headers,
      ...(origin === null ? {} : { Origin: origin }),
      ...(cookie ? { Cookie: cookie } : {}),
      ...(body === undefined ? {} : { 'Content-Type': type ?? 'application/json' }),
    },
    ...(body === undefined ? {} : { body: bytes ? new Uint8Array(body) : JSON.stringify(body) }),
  })
}
