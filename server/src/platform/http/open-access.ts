import { refuse } from '@randnotiz/contract/kit/result'
import type { RequestHandler, Response } from 'express'
import type { LimitName, RateLimiter } from '../limits/rate-limiter.js'
import { sendRefusal } from './answer.js'
import { networkOf } from './network.js'

/** For programs on other sites: they may read, and nothing they send of a person counts here. */
export function openHeaders(response: Response): void {
  response.setHeader('Access-Control-Allow-Origin', '*')
  response.setHeader('Access-Control-Expose-Headers', 'ETag, Retry-After')
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
}

/** Lets a network read so often and no more. */
export function limitReading(limiter: Pick<RateLimiter, 'take'>, limit: LimitName): RequestHandler {
  return async (request, response, next) => {
    openHeaders(response)
    const retryAfter = await limiter.take(limit, networkOf(request.ip))
    if (retryAfter === 0) return next()
    sendRefusal(response, refuse('request/too-many', { retryAfter }).refusal)
  }
}

/** What a browser asks before a request that is not simple: reading is all there is. */
export const answerPreflight: RequestHandler = (_request, response) => {
  openHeaders(response)
  response.setHeader('Access-Control-Allow-Methods', 'GET, HEAD')
  response.setHeader('Access-Control-Allow-Headers', 'If-None-Match, Accept')
  response.setHeader('Access-Control-Max-Age', 86_400)
  response.status(204).end()
}
