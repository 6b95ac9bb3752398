import type { Endpoint, EndpointInput, EndpointResponse } from '@randnotiz/contract/kit/endpoint'
import { Refusal } from '@randnotiz/contract/kit/refusals'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { z } from 'zod'
import { endpointUrl } from './endpoint-url.js'

const RefusedBody = z.object({ refusal: Refusal })

export type SentFile = {
  file: Blob
  /** As which the endpoint takes it. */
  type: string
  signal: AbortSignal
}

/**
 * Sends a file as it is to an endpoint whose body is one. No answer, and an answer that nobody understands, are
 * `server/unavailable`.
 */
export async function sendFile<E extends Endpoint>(
  endpoint: E,
  input: Pick<EndpointInput<E>, 'params' | 'query'>,
  { file, type, signal }: SentFile,
): Promise<Result<EndpointResponse<E>>> {
  const url = endpointUrl(endpoint, { ...input, body: undefined } as EndpointInput<E>)
  const request = { method: endpoint.method, headers: { 'Content-Type': type }, body: file, signal }
  const response = await fetch(url, request).catch(() => null)
  const body: unknown = await response?.json().catch(() => undefined)
  if (response?.ok) {
    const answer = endpoint.response.safeParse(body)
    return answer.success ? accept(answer.data as EndpointResponse<E>) : refuse('server/unavailable')
  }
  const refused = RefusedBody.safeParse(body)
  return refused.success ? { ok: false, refusal: refused.data.refusal } : refuse('server/unavailable')
}
