import { refuse } from '@randnotiz/contract/kit/result'
import compression from 'compression'
import express, { type Express, type RequestHandler, type Router } from 'express'
import { answerErrors, sendRefusal } from './answer.js'
import { securityHeaders } from './security-headers.js'

export type WebAppParts = {
  https: boolean
  trustProxy: number
  measureRequests: RequestHandler
  /** In order; what none of them takes is an unknown address. */
  routers: readonly Router[]
  log: { error(details: object, message: string): void }
}

/** The frame around every HTTP answer. */
export function createWebApp(parts: WebAppParts): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', parts.trustProxy)
  // Flat values only: no objects and arrays smuggled in by brackets.
  app.set('query parser', 'simple')
  app.use(parts.measureRequests)
  app.use(securityHeaders({ https: parts.https }))
  app.use(compression())
  for (const router of parts.routers) app.use(router)
  app.use((_request, response) => sendRefusal(response, refuse('request/unknown-address').refusal))
  app.use(answerErrors(parts.log))
  return app
}
