import { timingSafeEqual } from 'node:crypto'
import { type Request, type RequestHandler, Router } from 'express'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export type HealthParts = {
  /** Whether the database answers. */
  isReady(): Promise<boolean>
  metricsToken: string | undefined
  /** Numbers read whenever somebody asks, by metric name. */
  gauges: Record<string, { help: string; read(): number }>
}

/** `/healthz` for load balancers, `/metrics` for Prometheus (this machine, or who has the token). */
export function createHealth(parts: HealthParts): { router: Router; measureRequests: RequestHandler } {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'randnotiz_' })
  for (const [name, { help, read }] of Object.entries(parts.gauges))
    new Gauge({
      name: `randnotiz_${name}`,
      help,
      registers: [registry],
      collect() {
        this.set(read())
      },
    })

  const router = Router()
  router.get('/healthz', async (_request, response) => {
    const ready = await parts.isReady()
    response.setHeader('Cache-Control', 'no-store')
    response.status(ready ? 200 : 503).json({ ready })
  })
  router.get('/metrics', async (request, response, next) => {
    if (!mayRead(request, parts.metricsToken)) return next()
    response.type(registry.contentType).send(await registry.metrics())
  })
  return { router, measureRequests: measureRequests(registry) }
}

function measureRequests(registry: Registry): RequestHandler {
  const seconds = new Histogram({
    name: 'randnotiz_http_request_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  })
  return (request, response, next) => {
    const stop = seconds.startTimer()
    // The pattern, not the address: an address a label would grow without bound.
    response.once('finish', () =>
      stop({ method: request.method, route: request.route?.path ?? 'page', status: response.statusCode }),
    )
    next()
  }
}

/** A proxy on this machine comes from loopback too; it says for whom, and then it takes the token. */
function mayRead(request: Request, token: string | undefined): boolean {
  const given = request.headers.authorization
  if (token !== undefined && given !== undefined) return sameBytes(given, `Bearer ${token}`)
  const loopback = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(request.socket.remoteAddress ?? '')
  return (
    loopback && request.headers['x-forwarded-for'] === undefined && request.headers.forwarded === undefined
  )
}

function sameBytes(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
