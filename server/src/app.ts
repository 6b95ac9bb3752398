import { createServer, type RequestListener } from 'node:http'
import { fileURLToPath } from 'node:url'
import { getChallenge } from '@randnotiz/contract/kit/proof'
import { accept } from '@randnotiz/contract/kit/result'
import type { Config } from './config.js'
import { loadDemo } from './demo/load-demo.js'
import { type Features, openFeatures } from './features.js'
import { type Foundation, openFoundation } from './foundation.js'
import { type Clock, systemClock } from './platform/clock.js'
import { Closing } from './platform/closing.js'
import { loadClientBundle } from './platform/http/client-bundle.js'
import { EndpointTable } from './platform/http/endpoint-table.js'
import { createHealth, type HealthParts } from './platform/http/health.js'
import { addressOf, closeServer, listen } from './platform/http/listening.js'
import { createOwnOrigin, type OwnOrigin } from './platform/http/origin.js'
import { createPages } from './platform/http/pages.js'
import { createReadContext } from './platform/http/read-context.js'
import { createRest } from './platform/http/rest.js'
import { routeUpgrades } from './platform/http/upgrade-router.js'
import { createWebApp } from './platform/http/web-app.js'
import { findPrinter } from './platform/printing/print-pdf.js'

export type App = {
  /** Where this process listens, e.g. `http://127.0.0.1:3000`. */
  url: string
  /** Whether the demo and its accounts are in the database. */
  hasDemo: boolean
  /** For who runs the server in its own process. */
  features: Features
  /** Stops accepting, makes everything durable, hangs up and closes the database. */
  close(): Promise<void>
}

export type AppOptions = {
  clock?: Clock
  /** The built client; the one beside the server when left out. */
  clientDist?: string
}

/** Resolves when everything answers. What it had opened is closed again when it cannot. */
export async function startApp(config: Config, options: AppOptions = {}): Promise<App> {
  const closing = new Closing()
  try {
    const started = await start(config, options, closing)
    return { ...started, close: () => closing.run() }
  } catch (error) {
    await closing.run()
    throw error
  }
}

/**
 * Longer than proxies and browsers keep a connection they may use again: whoever closes first must not be the one who
 * cannot know that a request is under way.
 */
const keptOpenMs = 130_000

/** Puts the parts together: foundation, features, and what answers requests. */
async function start(config: Config, options: AppOptions, closing: Closing): Promise<Omit<App, 'close'>> {
  const { publicUrl, host } = config
  const foundation = await openFoundation(config, options.clock ?? systemClock, closing)

  // socket.io wraps the listener it finds, so there is one before there is something to answer.
  let answer: RequestListener = (_request, response) => void response.writeHead(503).end()
  const httpServer = createServer({ keepAliveTimeout: keptOpenMs }, (request, response) =>
    answer(request, response),
  )
  let port = config.port
  let closed = Promise.resolve()
  closing.add(() => closed)
  const isOwnOrigin = createOwnOrigin({ publicUrl, host, port: () => port })
  const address = publicUrl ?? 'http://localhost'
  const linkTo = (path: string) => new URL(path, publicUrl ?? addressOf(host, port)).href
  const licence = config.openDataLicence
  const printer = findPrinter(config.chromiumPath)
  const features = await openFeatures(
    { ...foundation, httpServer, isOwnOrigin, address, linkTo, licence, printer },
    closing,
  )
  closing.add(() => {
    closed = closeServer(httpServer)
  })

  answer = await createAnswer(config, { foundation, features, isOwnOrigin, ...options })
  routeUpgrades(httpServer, features.documents.handleUpgrade)
  const hasDemo = config.demo && (await loadDemo({ ...foundation, ...features }))
  port = await listen(httpServer, config)
  return { url: addressOf(host, port), hasDemo, features }
}

type AnswerParts = {
  foundation: Foundation
  features: Features
  isOwnOrigin: OwnOrigin
  clientDist?: string
}

const builtClient = fileURLToPath(new URL('../../client/dist', import.meta.url))

/** Everything over plain HTTP. */
async function createAnswer(config: Config, parts: AnswerParts): Promise<RequestListener> {
  const { foundation, features, isOwnOrigin, clientDist = builtClient } = parts
  const { limiter, log, proofs } = foundation
  const https = config.publicUrl?.startsWith('https:') ?? false
  const endpoints = new EndpointTable()
  for (const feature of Object.values(features)) feature.mount(endpoints.mount)
  endpoints.mount(getChallenge, async (_input, { network }) => accept(proofs.challenge(network)))
  const readContext = createReadContext(features.accounts.viewerOf)
  const health = createHealth({
    isReady: foundation.isReady,
    metricsToken: config.metricsToken,
    gauges: gaugesOf(features),
  })
  const bundle = await loadClientBundle(clientDist)
  return createWebApp({
    https,
    trustProxy: config.trustProxy,
    measureRequests: health.measureRequests,
    routers: [
      health.router,
      features.documents.media,
      features.exports.files,
      features.publishing.versions.files,
      features.annotations.exports,
      features.annotations.files,
      features.annotations.scans,
      features.workshops.codes,
      features.workshops.files,
      features.annotations.codes,
      createRest({ endpoints, isOwnOrigin, limiter, readContext, proofs }),
      createPages({ bundle, endpoints, readContext, https, log }),
    ],
    log,
  })
}

function gaugesOf({ documents, annotations }: Features): HealthParts['gauges'] {
  const search = () => annotations.searchFigures()
  return {
    collab_connections: { help: 'Open documents', read: () => documents.connections() },
    passage_searches: { help: 'Searches for the passages of a document', read: () => search().searches },
    passage_search_passages: { help: 'Passages in the last search', read: () => search().passages },
    passage_search_here_ms: {
      help: 'Time of the last search on the main thread',
      read: () => search().hereMs,
    },
    passage_search_thread_ms: {
      help: 'Time of the last search in its own thread',
      read: () => search().threadMs,
    },
  }
}
