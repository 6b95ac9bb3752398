import { connect } from 'node:net'
import { signIn } from '@randnotiz/contract/accounts/endpoints'
import { createAnnotation } from '@randnotiz/contract/annotations/messages'
import { endpointList } from '@randnotiz/contract/endpoint-list'
import { getHome } from '@randnotiz/contract/publishing/endpoints'
import { messageList } from '@randnotiz/contract/socket-map'
import { openDocument } from '@randnotiz/test-kit/open-document'
import { openSocket } from '@randnotiz/test-kit/open-socket'
import { demoPassword } from '@randnotiz/test-kit/sign-in-as'
import { until } from '@randnotiz/test-kit/until'
import { io } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { callEndpoint, fetchEndpoint } from '../../testing/call-endpoint.js'
import { startTestApp, type TestApp } from '../../testing/start-app.js'

let app: TestApp
let documentId: string
beforeAll(async () => {
  app = await startTestApp({ env: { METRICS_TOKEN: 'a token for the collector' } })
  const home = await callEndpoint(app.url, getHome)
  documentId = home.ok ? (home.value.documents[0]?.id ?? '') : ''
})
afterAll(() => app.close())

const foreign = 'https://evil.example'
const credentials = { email: 'redaktion1@example.org', password: demoPassword }

/** Asks for a WebSocket by hand and answers the first line of what comes back. */
function askForUpgrade(url: string, path: string): Promise<string> {
  const { hostname, port, host } = new URL(url)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () =>
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
          'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
      ),
    )
    let answer = ''
    socket.on('data', chunk => {
      answer += chunk.toString()
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(answer.split('\r\n')[0] ?? ''))
  })
}

describe('everything in the contract', () => {
  it.each(endpointList)('$name has a handler', async endpoint => {
    const names = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => name)
    const params = Object.fromEntries(
      names.map(name => [name, name === 'slug' ? 'gibt-es-nicht' : '0'.repeat(24)]),
    )
    const response = await fetchEndpoint(app.url, endpoint, { params })
    expect(await response.text()).not.toContain('request/unknown-address')
  })

  it('has a name or an address of its own', () => {
    const spoken = [
      ...messageList.map(({ name }) => name),
      ...endpointList.map(({ name }) => name),
      ...endpointList.map(({ method, path }) => `${method} ${path.replaceAll(/:\w+/g, ':')}`),
    ]
    expect(spoken.filter((name, at) => spoken.indexOf(name) !== at)).toEqual([])
  })

  it('holds for every socket command too', async () => {
    const socket = await openSocket(app.url)
    for (const message of messageList) {
      if (message.type !== 'command') continue
      const answer = await socket.timeout(5_000).emitWithAck(message.name as 'numbers:follow', {} as never)
      expect(answer, message.name).toMatchObject({ ok: false, refusal: { code: 'request/invalid' } })
    }
    socket.disconnect()
  })
})

describe('a foreign page', () => {
  it('cannot change anything over REST', async () => {
    const response = await fetchEndpoint(app.url, signIn, { body: credentials, origin: foreign })
    expect(response.status).toBe(403)
    expect(response.headers.getSetCookie()).toEqual([])
    expect(await response.json()).toEqual({ refusal: { code: 'request/foreign-origin' } })
  })

  it('cannot open a socket', async () => {
    const socket = io(app.url, {
      forceNew: true,
      reconnection: false,
      transports: ['websocket'],
      extraHeaders: { Origin: foreign },
    })
    const error = await new Promise<Error | null>(resolve => {
      socket.once('connect', () => resolve(null))
      socket.once('connect_error', resolve)
    })
    socket.disconnect()
    expect(error).toBeInstanceOf(Error)
  })

  it('cannot open a document, and a stock client stops trying', async () => {
    const socket = new WebSocket(`${app.url.replace('http', 'ws')}/collab/${documentId}`, {
      headers: { Origin: foreign },
    })
    const received: unknown[] = []
    socket.on('message', message => received.push(message))
    const code = await new Promise(resolve => socket.once('close', resolve))
    expect(code).toBe(4403)
    expect(received).toEqual([])
  })
})

describe('an answer', () => {
  it('allows a browser nothing from anywhere else, and no inline script or style', async () => {
    const { headers } = await fetchEndpoint(app.url, getHome)
    const policy = headers.get('Content-Security-Policy') ?? ''
    const directives = new Map(policy.split(';').map(directive => [directive.split(' ')[0], directive]))
    expect(directives.get('script-src')).toBe("script-src 'self'")
    expect(directives.get('style-src')).toBe("style-src 'self'")
    expect(directives.get('img-src')).toBe("img-src 'self' data:")
    expect(directives.get('connect-src')).toBe("connect-src 'self'")
    expect(directives.get('frame-ancestors')).toBe("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|upgrade-insecure-requests|https?:/)
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(headers.get('X-Powered-By')).toBeNull()
    expect(headers.get('Strict-Transport-Security')).toBeNull()
    expect(headers.get('Cache-Control')).toBe('no-store')
  })

  it('to an unknown address is a refusal', async () => {
    const response = await fetch(`${app.url}/api/nothing`)
    expect([response.status, await response.json()]).toEqual([
      404,
      { refusal: { code: 'request/unknown-address' } },
    ])
  })
})

describe('a body', () => {
  const post = (body: string, type = 'application/json') =>
    fetch(app.url + signIn.path, { method: 'POST', headers: { 'Content-Type': type, Origin: app.url }, body })

  it.each([
    ['is no JSON', '{"email":', 'application/json', 400, 'request/invalid'],
    ['is of another type', 'email=a', 'application/x-www-form-urlencoded', 400, 'request/invalid'],
    ['is an array', '[]', 'application/json', 400, 'request/invalid'],
    ['is in no known charset', '{}', 'application/json; charset=klingon', 400, 'request/invalid'],
    [
      'is too large',
      JSON.stringify({ email: 'x'.repeat(300_000) }),
      'application/json',
      413,
      'request/too-large',
    ],
  ])('that %s is refused', async (_what, body, type, status, code) => {
    const response = await post(body, type)
    expect([response.status, await response.json()]).toMatchObject([status, { refusal: { code } }])
  })

  it('cannot smuggle in a prototype', async () => {
    const response = await post('{"__proto__":{"email":"a@example.org","password":"x"}}')
    expect(await response.json()).toEqual({ refusal: { code: 'request/invalid', field: 'email' } })
  })
})

describe('an address', () => {
  it('that cannot be decoded is refused', async () => {
    const response = await fetch(`${app.url}/api/documents/%E0%A4%A`)
    expect([response.status, await response.json()]).toEqual([400, { refusal: { code: 'request/invalid' } }])
  })

  it('with a parameter of the wrong shape says which', async () => {
    const response = await fetch(`${app.url}/api/documents/Keine%20Adresse`)
    expect(await response.json()).toEqual({ refusal: { code: 'request/invalid', field: 'slug' } })
  })
})

describe('an upgrade', () => {
  it('to an address that is nobody’s is turned away, and the others go on', async () => {
    expect(await askForUpgrade(app.url, '/elsewhere')).toBe('HTTP/1.1 404 Not Found')
    const document = openDocument({ url: app.url, documentId })
    await until('the document is synced', () => document.provider.synced)
    document.close()
    const socket = await openSocket(app.url)
    expect(socket.connected).toBe(true)
    socket.disconnect()
  })
})

describe('writing too often', () => {
  it('is answered with how long to wait, over REST and socket together', async () => {
    const cookie = await app.signIn('nachtbus@example.org')
    const socket = await openSocket(app.url, cookie)
    let refusal: { code: string; retryAfter?: number | undefined } | null = null
    for (let attempt = 0; attempt < 120 && refusal?.code !== 'request/too-many'; attempt++) {
      const answer = await socket.timeout(5_000).emitWithAck(createAnnotation.name, {
        commandId: crypto.randomUUID(),
        documentId: 'f'.repeat(24),
        passage: null,
        kind: 'idea',
        body: 'Schon wieder ich.',
        replacement: null,
      })
      if (!answer.ok) refusal = answer.refusal
    }
    expect(refusal).toMatchObject({ code: 'request/too-many', retryAfter: expect.any(Number) })
    socket.disconnect()
  })
})

describe('operation', () => {
  it('tells a load balancer that the database answers', async () => {
    const response = await fetch(`${app.url}/healthz`)
    expect([response.status, await response.json()]).toEqual([200, { ready: true }])
  })

  it('shows its metrics on this machine and to who has the token, not through a proxy', async () => {
    const metrics = (headers: Record<string, string>) => fetch(`${app.url}/metrics`, { headers })
    const here = await metrics({})
    expect(await here.text()).toMatch(/randnotiz_http_request_seconds_count/)
    expect((await metrics({ 'X-Forwarded-For': '192.0.2.1' })).status).not.toBe(200)
    expect((await metrics({ Authorization: 'Bearer wrong' })).status).not.toBe(200)
    const collector = { 'X-Forwarded-For': '192.0.2.1', Authorization: 'Bearer a token for the collector' }
    expect((await metrics(collector)).status).toBe(200)
  })
})
