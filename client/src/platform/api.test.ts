import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { endpoint, Nothing } from '@randnotiz/contract/kit/endpoint'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { callEndpoint } from './api.js'

type Reply = { status: number; body?: string }

let server: Server
let reply: Reply
let seen: { method: string | undefined; url: string | undefined; body: string }

async function bodyOf(request: IncomingMessage) {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

beforeAll(async () => {
  server = createServer(async (request, response) => {
    seen = { method: request.method, url: request.url, body: await bodyOf(request) }
    response.writeHead(reply.status, { 'Content-Type': 'application/json' }).end(reply.body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const realFetch = globalThis.fetch
  // Browsers complete an address by that of the page; Node has no page.
  vi.stubGlobal('fetch', (path: string, init: RequestInit) =>
    realFetch(`http://127.0.0.1:${port}${path}`, init),
  )
})
afterAll(() => {
  vi.unstubAllGlobals()
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  reply = { status: 200, body: '{}' }
})

const readNotes = endpoint({
  name: 'readNotes',
  method: 'GET',
  path: '/api/texts/:slug/notes',
  params: z.object({ slug: z.string() }),
  query: z.object({ since: z.number() }),
  response: z.object({ notes: z.array(z.string()) }),
})
const writeNote = endpoint({
  name: 'writeNote',
  method: 'POST',
  path: '/api/notes',
  body: z.object({ text: z.string() }),
  response: Nothing,
})
const reading = { params: { slug: 'a/b' }, query: { since: 3 }, body: {} }

describe('callEndpoint', () => {
  it('puts parameters into the path and the query, and no body behind a GET', async () => {
    reply.body = '{"notes":["one"]}'
    expect(await callEndpoint(readNotes, reading)).toEqual({ ok: true, value: { notes: ['one'] } })
    expect(seen).toEqual({ method: 'GET', url: '/api/texts/a%2Fb/notes?since=3', body: '' })
  })

  it('sends a body as JSON, and takes an empty answer', async () => {
    reply = { status: 204 }
    const result = await callEndpoint(writeNote, { params: {}, query: {}, body: { text: 'Ä' } })
    expect(result).toEqual({ ok: true, value: null })
    expect(seen.body).toBe('{"text":"Ä"}')
  })

  it('hands on a refusal as it is', async () => {
    reply = { status: 429, body: '{"refusal":{"code":"request/too-many","retryAfter":7}}' }
    const refusal = { code: 'request/too-many', retryAfter: 7 }
    expect(await callEndpoint(readNotes, reading)).toEqual({ ok: false, refusal })
  })

  it.each([
    ['a page of a proxy', { status: 502, body: '<h1>Bad gateway</h1>' }],
    ['a refusal nobody knows', { status: 400, body: '{"refusal":{"code":"weather/rain"}}' }],
    ['a success that is no JSON', { status: 200, body: 'ok' }],
  ])('takes %s for an outage', async (_, strange) => {
    reply = strange
    expect(await callEndpoint(readNotes, reading)).toMatchObject({ refusal: { code: 'server/unavailable' } })
  })

  it('lets nothing past that breaks the contract', async () => {
    reply.body = '{"notes":[1]}'
    await expect(callEndpoint(readNotes, reading)).rejects.toThrow()
  })
})
