import { mkdir } from 'node:fs/promises'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import { fileURLToPath } from 'node:url'
import type { Config } from './config.js'
import { loadDemo } from './demo/load-demo.js'
import { accountMigrations, openAccounts } from './features/accounts/index.js'
import { annotationMigrations, createAnnotations } from './features/annotations/index.js'
import { documentMigrations, openDocuments } from './features/documents/index.js'
import { openPublishing, publishingMigrations } from './features/publishing/index.js'
import { type Clock, systemClock } from './platform/clock.js'
import { createEventBus } from './platform/domain-events.js'
import { loadClientBundle } from './platform/http/client-bundle.js'
import { EndpointTable } from './platform/http/endpoint-table.js'
import { createHealth } from './platform/http/health.js'
import { closeServer, listen } from './platform/http/listening.js'
import { createOwnOrigin } from './platform/http/origin.js'
import { createPages } from './platform/http/pages.js'
import { createMemoryLimiter } from './platform/http/rate-limit.js'
import { createReadContext, webHeaders } from './platform/http/read-context.js'
import { createRedisLimiter } from './platform/http/redis-rate-limit.js'
import { createRest } from './platform/http/rest.js'
import { routeUpgrades } from './platform/http/upgrade-router.js'
import { createWebApp } from './platform/http/web-app.js'
import { createLogger } from './platform/logger.js'
import { openDatabase } from './platform/mongo/database.js'
import { migrate } from './platform/mongo/migrations.js'
import { openRealtime } from './platform/realtime/realtime.js'
import { keepSessionSecret } from './platform/session-secret.js'

export type App = {
  /** Where this process listens, e.g. `http://127.0.0.1:3000`. */
  url: string
  /** Stops accepting, makes everything durable, hangs up and closes the database. */
  close(): Promise<void>
}

export type AppOptions = { clock?: Clock; clientDist?: string }

const builtClient = fileURLToPath(new URL('../../client/dist', import.meta.url))

/** Puts the parts together; the only file that knows them all. Resolves when everything answers. */
export async function startApp(config: Config, options: AppOptions = {}): Promise<App> {
  const { clock = systemClock, clientDist = builtClient } = options
  const { redisUrl, publicUrl } = config
  const https = publicUrl?.startsWith('https:') ?? false
  const log = createLogger(config.logLevel)
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 })
  const secret = config.sessionSecret ?? (await keepSessionSecret(config.dataDir))
  const database = await openDatabase(config)
  const { connection } = database
  await migrate(connection, [
    ...accountMigrations,
    ...documentMigrations,
    ...publishingMigrations,
    ...annotationMigrations,
  ])

  // socket.io wraps the listener it finds, so there must be one before there is something to listen.
  let answer: RequestListener = (_request, response) => void response.writeHead(503).end()
  const httpServer = createServer((request, response) => answer(request, response))
  let port = config.port
  const isOwnOrigin = createOwnOrigin({ publicUrl, host: config.host, port: () => port })
  const now = () => clock.now().getTime()
  const limiter = redisUrl === undefined ? createMemoryLimiter(now) : createRedisLimiter(redisUrl, log)
  const events = createEventBus(log)
  const foundation = { connection, redisUrl, isOwnOrigin, limiter, events, clock, log }

  const accounts = openAccounts({ ...foundation, secret, address: publicUrl ?? 'http://localhost' })
  const viewerOf = (request: IncomingMessage) => accounts.viewerOf(webHeaders(request))
  const documents = openDocuments({ ...foundation, viewerOf, phaseOf: id => publishing.phaseOf(id) })
  const realtime = openRealtime({ ...foundation, httpServer, viewerOf })
  const publishing = openPublishing({
    ...foundation,
    documents,
    realtime,
    countAnnotations: () => annotations.countByDocument(),
  })
  const annotations = await createAnnotations({
    ...foundation,
    realtime,
    liveText: id => documents.liveText(id),
    documentExists: id => documents.exists(id),
    askPermission: (viewer, action, id) =>
      documents.ask(viewer, action === 'annotate' ? 'annotation:create' : 'annotation:reply', id),
    readAuthors: ids => accounts.authors(ids),
  })

  for (const change of ['accounts/role-changed', 'accounts/session-ended'] as const)
    events.on(change, async ({ userId }) => {
      realtime.disconnectPerson(userId)
      await documents.refreshAccess(userId)
    })

  const endpoints = new EndpointTable()
  for (const feature of [accounts, publishing, documents, annotations]) feature.mount(endpoints.mount)
  const readContext = createReadContext(accounts.viewerOf)
  const health = createHealth({
    isReady: database.answers,
    metricsToken: config.metricsToken,
    gauges: { collab_connections: { help: 'Open documents', read: () => documents.connections() } },
  })
  const bundle = await loadClientBundle(clientDist)
  answer = createWebApp({
    https,
    trustProxy: config.trustProxy,
    measureRequests: health.measureRequests,
    routers: [
      health.router,
      documents.media,
      createRest({ endpoints, isOwnOrigin, limiter, readContext }),
      createPages({ bundle, endpoints, readContext, https, log }),
    ],
    log,
  })
  routeUpgrades(httpServer, documents.handleUpgrade)

  const close = async () => {
    const closed = closeServer(httpServer)
    await realtime.close()
    await annotations.close()
    await documents.close()
    publishing.close()
    await closed
    await limiter.close()
    await database.close()
  }
  try {
    if (config.demo === 'auto')
      await loadDemo({ connection, accounts, documents, publishing, annotations, clock })
    port = await listen(httpServer, config)
  } catch (error) {
    await close()
    throw error
  }
  const host = config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`, close }
}
