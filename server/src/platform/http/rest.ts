import { proofHeader } from '@randnotiz/contract/kit/proof'
import { refuse } from '@randnotiz/contract/kit/result'
import { personIdOf } from '@randnotiz/domain/accounts/person'
import { json, type RequestHandler, Router, raw } from 'express'
import type { RateLimiter } from '../limits/rate-limiter.js'
import type { Proofs } from '../proof/proof-of-work.js'
import { sendOpenResult, sendRefusal, sendResult } from './answer.js'
import type { CallContext } from './call-context.js'
import type { EndpointTable, MountedEndpoint } from './endpoint-table.js'
import { answerPreflight, limitReading } from './open-access.js'
import type { OwnOrigin } from './origin.js'
import { nobodysContext, type ReadContext } from './read-context.js'
import { streamBody } from './stream-body.js'

/** The largest JSON body is a contribution with its passage, well below this. */
const mostJson = '256kb'

export type RestParts = {
  endpoints: EndpointTable
  isOwnOrigin: OwnOrigin
  limiter: RateLimiter
  proofs: Proofs
  readContext: ReadContext
}

/**
 * The REST side of the contract. For each request, in this order: is it from our own pages, does this network or
 * person do it too often (without an account more can be had for a proof of work), is the body of a bearable size, is everything well-formed; then the deed.
 */
export function createRest(parts: RestParts): Router {
  const router = Router({ caseSensitive: true })
  for (const mounted of parts.endpoints.list()) {
    const { method, path } = mounted.endpoint
    const verb = methods[method]
    if (mounted.options.audience === 'everybody') router.options(path, answerPreflight)
    router[verb](path, ...guards(parts, mounted), parseBody(mounted), answer(parts, mounted))
  }
  router.use('/api', (_request, response) => sendRefusal(response, refuse('request/unknown-address').refusal))
  return router
}

const methods = { GET: 'get', POST: 'post', PATCH: 'patch', PUT: 'put', DELETE: 'delete' } as const

function guards(parts: RestParts, { endpoint, options }: MountedEndpoint): RequestHandler[] {
  if (options.audience === 'everybody') return [limitReading(parts.limiter, 'open')]
  if (endpoint.method === 'GET') return []
  const fromOurPages: RequestHandler = (request, response, next) =>
    parts.isOwnOrigin(request) ? next() : sendRefusal(response, refuse('request/foreign-origin').refusal)
  const notTooOften: RequestHandler = async (request, response, next) => {
    const context = await parts.readContext(request, response)
    const retryAfter = await parts.limiter.take(options.limit ?? 'writing', whoCounts(context))
    const mayProve = context.viewer.kind !== 'account' && options.proof !== 'never'
    if (retryAfter === 0 && !(mayProve && options.proof === 'always')) return next()
    if (!mayProve) return sendRefusal(response, refuse('request/too-many', { retryAfter }).refusal)
    const proof = context.headers.get(proofHeader)
    if (proof !== null && (await parts.proofs.accept(proof))) return next()
    sendRefusal(response, refuse('request/proof-needed').refusal)
  }
  const mayCall: RequestHandler = async (request, response, next) => {
    const { viewer } = await parts.readContext(request, response)
    const code = options.mayCall?.(viewer) ?? null
    return code === null ? next() : sendRefusal(response, refuse(code).refusal)
  }
  return [fromOurPages, notTooOften, mayCall]
}

const whoCounts = ({ viewer, network }: CallContext) => personIdOf(viewer) ?? network

function parseBody({ endpoint, options }: MountedEndpoint): RequestHandler {
  if (endpoint.method === 'GET') return (_request, _response, next) => next()
  if (options.file?.streamed) return streamBody(options.file)
  return options.file
    ? raw({ type: [...options.file.types], limit: options.file.most })
    : json({ limit: options.mostJson ?? mostJson })
}

function answer(parts: RestParts, mounted: MountedEndpoint): RequestHandler {
  return async (request, response) => {
    const context =
      mounted.options.audience === 'everybody'
        ? nobodysContext(request)
        : await parts.readContext(request, response)
    const { params, query } = request
    if (mounted.options.audience === 'everybody')
      return sendOpenResult(response, await mounted.answer({ params, query, body: {} }, context))
    sendResult(response, await mounted.answer({ params, query, body: request.body ?? {} }, context))
  }
}
