import type { Endpoint, EndpointInput, EndpointResponse } from '@randnotiz/contract/kit/endpoint'
import { proofHeader } from '@randnotiz/contract/kit/proof'
import { Refusal } from '@randnotiz/contract/kit/refusals'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { z } from 'zod'
import { endpointUrl } from './endpoint-url.js'

/** After this a request counts as unanswered; in milliseconds. */
const usualPatience = 20_000

const RefusedBody = z.object({ refusal: Refusal })

/**
 * Asks an endpoint over HTTP, as the browser's `CallEndpoint`. No answer, and an answer nobody understands, are the
 * refusal `server/unavailable`: asking again may help. It rejects only when an answer breaks the contract, which is a bug.
 */
export async function callEndpoint<E extends Endpoint>(
  endpoint: E,
  input: EndpointInput<E>,
): Promise<Result<EndpointResponse<E>>> {
  const answer = await askOnce(endpoint, input)
  if (answer.ok || answer.refusal.code !== 'request/proof-needed') return answer
  // Without an account, and many come from here: the browser works a little, and the person does nothing.
  const { proveWork } = await import('./proof/prove-work.js')
  const proof = await proveWork()
  return proof === null ? answer : askOnce(endpoint, input, { [proofHeader]: proof })
}

async function askOnce<E extends Endpoint>(
  endpoint: E,
  input: EndpointInput<E>,
  headers: Record<string, string> = {},
): Promise<Result<EndpointResponse<E>>> {
  const request = requestOf(endpoint, input, headers)
  const response = await fetch(endpointUrl(endpoint, input), request).catch(() => null)
  if (response === null) return refuse('server/unavailable')
  if (response.status === 204) return accept(endpoint.response.parse(null) as EndpointResponse<E>)
  const body: unknown = await response.json().catch(() => undefined)
  if (response.ok && body !== undefined) return accept(endpoint.response.parse(body) as EndpointResponse<E>)
  const refused = RefusedBody.safeParse(body)
  return refused.success ? { ok: false, refusal: refused.data.refusal } : refuse('server/unavailable')
}

function requestOf<E extends Endpoint>(
  endpoint: E,
  input: EndpointInput<E>,
  headers: Record<string, string>,
): RequestInit {
  const { method, patience = usualPatience } = endpoint
  const signal = AbortSignal.timeout(patience)
  if (method === 'GET') return { method, signal }
  return {
    method,
    signal,
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(input.body),
  }
}
