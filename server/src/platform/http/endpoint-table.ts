import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { Endpoint, EndpointInput, EndpointResponse } from '@randnotiz/contract/kit/endpoint'
import type { RefusalCode } from '@randnotiz/contract/kit/refusals'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { LimitName } from '../limits/rate-limiter.js'
import { refuseShape } from '../refuse-shape.js'
import type { CallContext } from './call-context.js'

/** What an endpoint does. It answers refusals; what it throws is a bug or an outage. */
export type Handler<E extends Endpoint> = (
  input: EndpointInput<E>,
  context: CallContext,
) => Promise<Result<EndpointResponse<E>>>

export type MountOptions = {
  /** How often one person or network may call; `writing` for everything but GET when left out. */
  limit?: LimitName
  /**
   * For whoever has no account: a proof of work with every call, or (when left out) with those that are too many for one
   * network, which may be a hall full of people. `never` where guessing must not be for sale.
   */
  proof?: 'always' | 'never'
  /** `everybody`: programs on other sites may read it too; asked as nobody, whoever's cookies come along. */
  audience?: 'everybody'
  /**
   * The body is a file instead of JSON: its types, and its largest size in bytes. `streamed`: a large one, which the
   * handler gets as a `FileStream` while it arrives.
   */
  file?: { types: readonly string[]; most: number; streamed?: true }
  /** The largest JSON body in bytes, where a contribution with its passage is not the measure. */
  mostJson?: number
  /** Asked before a large body is read; the deed asks again. */
  mayCall?(viewer: Viewer): RefusalCode | null
}

export type Mount = <E extends Endpoint>(endpoint: E, handler: Handler<E>, options?: MountOptions) => void

export type RawInput = { params: unknown; query: unknown; body: unknown }

export type MountedEndpoint = {
  endpoint: Endpoint
  options: MountOptions
  answer(raw: RawInput, context: CallContext): Promise<Result<unknown>>
}

/**
 * Which handler answers which endpoint. Whatever goes in is validated by the contract, and whatever comes out is
 * cut to what the contract names, so that a field too many in a record never reaches a browser. Requests and pages
 * rendered on the server go through the same `answer`.
 */
export class EndpointTable {
  #mounted = new Map<string, MountedEndpoint>()

  mount: Mount = (endpoint, handler, options = {}) => {
    if (this.#mounted.has(endpoint.name)) throw new Error(`two handlers for ${endpoint.name}`)
    const answer = async (raw: RawInput, context: CallContext): Promise<Result<unknown>> => {
      const input = validated(endpoint, raw)
      if (!input.ok) return input
      const result = await handler(input.value, context)
      return result.ok ? accept(endpoint.response.parse(result.value)) : result
    }
    this.#mounted.set(endpoint.name, { endpoint, options, answer })
  }

  list(): MountedEndpoint[] {
    return [...this.#mounted.values()]
  }

  /** Calls an endpoint from within the process, with the same checks as a request. */
  async call<E extends Endpoint>(
    endpoint: E,
    input: EndpointInput<E>,
    context: CallContext,
  ): Promise<Result<EndpointResponse<E>>> {
    const mounted = this.#mounted.get(endpoint.name)
    if (!mounted) return refuse('request/unknown-address')
    // The answer has just been parsed with this endpoint's own response shape.
    return (await mounted.answer(input, context)) as Result<EndpointResponse<E>>
  }
}

function validated<E extends Endpoint>(endpoint: E, raw: RawInput): Result<EndpointInput<E>> {
  const params = endpoint.params.safeParse(raw.params)
  if (!params.success) return refuseShape(params.error)
  const query = endpoint.query.safeParse(raw.query)
  if (!query.success) return refuseShape(query.error)
  const body = endpoint.body.safeParse(raw.body)
  if (!body.success) return refuseShape(body.error)
  return accept({ params: params.data, query: query.data, body: body.data } as EndpointInput<E>)
}
