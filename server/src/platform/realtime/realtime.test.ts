import { type ChildProcess, spawn } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { UserId } from '@randnotiz/contract/kit/ids'
import { announcement, command } from '@randnotiz/contract/kit/message'
import { accept, refuse } from '@randnotiz/contract/kit/result'
import { freePort } from '@randnotiz/test-kit/free-port'
import { until } from '@randnotiz/test-kit/until'
import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client'
import { afterEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openRealtime, type Realtime, type RealtimeDeps } from './realtime.js'

const greet = command('test:greet', {
  payload: z.object({ name: z.string().min(1) }),
  reply: z.string(),
})
const enter = command('test:enter', { payload: z.object({ room: z.string() }), reply: z.null() })
const greeted = announcement('test:greeted', z.object({ name: z.string() }))

const ulme = UserId.parse('1'.repeat(24))

const open: { close(): unknown }[] = []
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close()
})

type Place = { realtime: Realtime; url: string; failures: unknown[] }

async function openPlace(changes: Partial<RealtimeDeps> = {}): Promise<Place> {
  const failures: unknown[] = []
  const httpServer = createServer((_request, response) => void response.writeHead(404).end('nothing here'))
  httpServer.on('upgrade', (request, socket) => {
    if (!request.url?.startsWith('/socket.io/')) socket.end('HTTP/1.1 404 Not Found\r\n\r\n')
  })
  const realtime = openRealtime({
    httpServer,
    isOwnOrigin: ({ headers }) => headers.origin !== 'https://evil.example',
    viewerOf: async ({ headers }) =>
      headers.cookie === 'person=ulme'
        ? { kind: 'account', id: ulme, pseudonym: 'Ulme', role: 'participant', colour: '#336699' }
        : { kind: 'anonymous' },
    log: { error: details => void failures.push(details) },
    clock: { now: () => new Date() },
    limiter: { take: async () => 0 },
    ...changes,
  })
  realtime.handle(greet, async ({ name }, { viewer }) => {
    if (name === 'bug') throw new Error('a bug')
    if (name === 'nobody') return refuse('annotations/unknown')
    return accept(`${name} and ${viewer.kind}`)
  })
  realtime.handle(enter, async ({ room }, caller) => {
    await caller.enter(room)
    return accept(null)
  })
  await new Promise<void>(resolve => httpServer.listen(0, '127.0.0.1', resolve))
  open.push({ close: () => closeAll(realtime, httpServer) })
  const { port } = httpServer.address() as AddressInfo
  return { realtime, url: `http://127.0.0.1:${port}`, failures }
}

async function closeAll(realtime: Realtime, httpServer: Server): Promise<void> {
  await realtime.close()
  await new Promise(resolve => httpServer.close(resolve))
}

async function connect(url: string, options: Partial<ManagerOptions & SocketOptions> = {}): Promise<Socket> {
  const socket = io(url, { forceNew: true, transports: ['websocket'], reconnection: false, ...options })
  open.push(socket)
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  return socket
}

const asUlme = { extraHeaders: { Cookie: 'person=ulme' } }

describe('a command', () => {
  it('is answered, over WebSocket and over polling, on behalf of who the cookie says', async () => {
    const { url } = await openPlace()
    const socket = await connect(url, asUlme)
    expect(await socket.emitWithAck('test:greet', { name: 'Esche' })).toEqual(accept('Esche and account'))
    const polling = await connect(url, { transports: ['polling'] })
    expect(await polling.emitWithAck('test:greet', { name: 'Esche' })).toEqual(accept('Esche and anonymous'))
  })

  it('is refused when its shape is wrong, when nobody handles it, and when the deed says so', async () => {
    const { url, failures } = await openPlace()
    const socket = await connect(url)
    expect(await socket.emitWithAck('test:greet', { name: '' })).toEqual(
      refuse('request/invalid', { field: 'name' }),
    )
    expect(await socket.emitWithAck('test:greet')).toEqual(refuse('request/invalid'))
    expect(await socket.emitWithAck('test:dance', {})).toEqual(refuse('request/unknown-address'))
    expect(await socket.emitWithAck('constructor', {})).toEqual(refuse('request/unknown-address'))
    expect(await socket.emitWithAck('test:greet', { name: 'nobody' })).toEqual(refuse('annotations/unknown'))
    expect(failures).toEqual([])
  })

  it('that fails is logged, and the next one is served', async () => {
    const { url, failures } = await openPlace()
    const socket = await connect(url)
    expect(await socket.emitWithAck('test:greet', { name: 'bug' })).toEqual(refuse('server/unavailable'))
    expect(failures).toMatchObject([{ command: 'test:greet', error: { message: 'a bug' } }])
    expect(await socket.emitWithAck('test:greet', { name: 'Esche' })).toEqual(accept('Esche and anonymous'))
  })

  it('without an acknowledgement is left alone', async () => {
    const { url, failures } = await openPlace()
    const socket = await connect(url)
    socket.emit('test:greet', { name: 'bug' })
    expect(await socket.emitWithAck('test:greet', { name: 'Esche' })).toMatchObject({ ok: true })
    expect(failures).toEqual([])
  })

  it('has one handler', async () => {
    const { realtime } = await openPlace()
    expect(() => realtime.handle(greet, async () => accept(''))).toThrow('two handlers')
    expect(realtime.handled()).toEqual(['test:greet', 'test:enter'])
  })
})

describe('limits', () => {
  it('count a person over all connections, and an anonymous connection by itself', async () => {
    const { url } = await openPlace({ allowance: { burst: 2, perSecond: 0.01 } })
    const [one, another] = [await connect(url, asUlme), await connect(url, asUlme)]
    await one.emitWithAck('test:greet', { name: 'a' })
    await another.emitWithAck('test:greet', { name: 'b' })
    expect(await one.emitWithAck('test:greet', { name: 'c' })).toMatchObject({
      refusal: { code: 'request/too-many', retryAfter: expect.any(Number) },
    })
    const [reader, other] = [await connect(url), await connect(url)]
    await reader.emitWithAck('test:greet', { name: 'a' })
    await reader.emitWithAck('test:greet', { name: 'b' })
    expect(await reader.emitWithAck('test:greet', { name: 'c' })).toMatchObject({ ok: false })
    expect(await other.emitWithAck('test:greet', { name: 'c' })).toMatchObject({ ok: true })
  })

  it('of a size close the connection', async () => {
    const { url } = await openPlace()
    const socket = await connect(url)
    const gone = new Promise(resolve => socket.once('disconnect', resolve))
    socket.emit('test:greet', { name: 'x'.repeat(300_000) }, () => undefined)
    expect(await gone).toBeTruthy()
  })
})

describe('a connection', () => {
  it('from a foreign page is turned away', async () => {
    const { url } = await openPlace()
    const foreign = { extraHeaders: { Origin: 'https://evil.example' } }
    await expect(connect(url, foreign)).rejects.toThrow()
    await expect(connect(url, { ...foreign, transports: ['polling'] })).rejects.toThrow()
  })

  it('is not made while sessions cannot be read', async () => {
    const { url, failures } = await openPlace({ viewerOf: () => Promise.reject(new Error('no database')) })
    await expect(connect(url)).rejects.toThrow('server/unavailable')
    expect(failures).toHaveLength(1)
  })

  it('ends with the session of its person, and of nobody else', async () => {
    const { url, realtime } = await openPlace()
    const [socket, reader] = [await connect(url, asUlme), await connect(url)]
    const gone = new Promise(resolve => socket.once('disconnect', resolve))
    realtime.disconnectPerson(ulme)
    expect(await gone).toBe('io server disconnect')
    expect(await reader.emitWithAck('test:greet', { name: 'a' })).toMatchObject({ ok: true })
  })

  it('leaves the rest of the HTTP server alone', async () => {
    const { url } = await openPlace()
    const response = await fetch(`${url}/elsewhere`)
    expect([response.status, await response.text()]).toEqual([404, 'nothing here'])
  })
})

describe('an announcement', () => {
  it('reaches those in the room', async () => {
    const { url, realtime } = await openPlace()
    const [inside, outside] = [await connect(url), await connect(url)]
    const heard: unknown[] = []
    for (const socket of [inside, outside]) socket.on('test:greeted', payload => heard.push(payload))
    await inside.emitWithAck('test:enter', { room: 'hall' })
    expect(realtime.occupancy('hall')).toBe(1)
    realtime.announce(greeted, 'hall', { name: 'Esche' })
    await until('it is heard', () => heard.length > 0)
    await outside.emitWithAck('test:greet', { name: 'a' })
    expect(heard).toEqual([{ name: 'Esche' }])
  })

  const redisServer = process.env.REDIS_SERVER_PATH
  it.skipIf(!redisServer)('reaches those on other instances, over Redis', async () => {
    const redisUrl = await startRedis(redisServer ?? '')
    const [here, there] = [await openPlace({ redisUrl }), await openPlace({ redisUrl })]
    const socket = await connect(there.url)
    const heard: unknown[] = []
    socket.on('test:greeted', payload => heard.push(payload))
    await socket.emitWithAck('test:enter', { room: 'hall' })
    await until('it is heard', () => {
      if (heard.length === 0) here.realtime.announce(greeted, 'hall', { name: 'Esche' })
      return heard.length > 0
    })
    expect(heard[0]).toEqual({ name: 'Esche' })
    await until('who is connected there is counted here', () => here.realtime.occupancy('hall') === 1)
    const another = await connect(here.url)
    await another.emitWithAck('test:enter', { room: 'hall' })
    expect(here.realtime.occupancy('hall')).toBe(2)
    await until('and the other way round', () => there.realtime.occupancy('hall') === 2)
    await here.realtime.close()
    await until(
      'whoever has gone with an instance is not counted',
      () => there.realtime.occupancy('hall') === 1,
    )
    expect(await socket.emitWithAck('test:greet', { name: 'a' })).toMatchObject({ ok: true })
  })
})

async function startRedis(path: string): Promise<string> {
  const port = await freePort()
  const redis: ChildProcess = spawn(path, ['--port', String(port), '--bind', '127.0.0.1', '--save', ''], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  open.push({ close: () => redis.kill() })
  let printed = ''
  redis.stdout?.on('data', chunk => {
    printed += chunk
  })
  await until('Redis is ready', () => printed.includes('Ready to accept connections'))
  return `redis://127.0.0.1:${port}`
}
