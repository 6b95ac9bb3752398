import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { announcement, command } from '@randnotiz/contract/kit/message'
import { accept, refuse } from '@randnotiz/contract/kit/result'
import { Server } from 'socket.io'
import { io } from 'socket.io-client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { openRealtime } from './socket.js'

const greet = command('test:greet', { payload: z.object({ name: z.string() }), reply: z.string() })
const ignore = command('test:ignore', { payload: z.object({}), reply: z.null() })
const rang = announcement('test:rang', z.object({ times: z.number() }))

let server: Server
let address: string
const network = new EventTarget()

beforeEach(async () => {
  const http = createServer()
  server = new Server(http)
  server.on('connection', socket => {
    socket.on('test:greet', ({ name }, answer) =>
      answer(name === '' ? refuse('request/invalid', { field: 'name' }) : accept(`Hello ${name}`)),
    )
  })
  await new Promise<void>(resolve => http.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
})
afterEach(async () => {
  server.disconnectSockets(true)
  await server.close()
})

/** How often code was loaded; the first time it fails when asked to. */
function open(failures = 0) {
  const create = vi.fn(async () => {
    if (create.mock.calls.length <= failures) throw new Error('no code')
    return io(address, { autoConnect: false, reconnectionDelay: 20, transports: ['websocket'] })
  })
  return { create, realtime: openRealtime({ createSocket: create, network, patience: 300 }) }
}

describe('openRealtime', () => {
  it('opens nothing until somebody needs it, and then once', async () => {
    const { create, realtime } = open()
    expect(create).not.toHaveBeenCalled()
    const answers = await Promise.all(['Ida', 'Ole'].map(name => realtime.send(greet, { name })))
    expect(answers).toEqual([accept('Hello Ida'), accept('Hello Ole')])
    expect(create).toHaveBeenCalledTimes(1)
  })

  it('hands on refusals, and refuses what gets no answer', async () => {
    const { realtime } = open()
    expect(await realtime.send(greet, { name: '' })).toEqual(refuse('request/invalid', { field: 'name' }))
    expect(await realtime.send(ignore, {})).toEqual(refuse('server/unavailable'))
  })

  it('refuses in time even when its own code does not load', async () => {
    const { realtime } = open(1)
    expect(await realtime.send(greet, { name: 'Ida' })).toEqual(refuse('server/unavailable'))
  })

  it('tells listeners until they stop', async () => {
    const { realtime } = open()
    const heard: number[] = []
    const stop = realtime.listen(rang, ({ times }) => heard.push(times))
    await realtime.send(greet, { name: 'Ida' })
    server.emit('test:rang', { times: 1 })
    await vi.waitFor(() => expect(heard).toEqual([1]))
    stop()
    await realtime.send(greet, { name: 'Ida' })
    server.emit('test:rang', { times: 2 })
    await realtime.send(greet, { name: 'Ida' })
    expect(heard).toEqual([1])
  })

  it('comes back with a new session after the server hung up', async () => {
    const { realtime } = open()
    const seen: string[] = []
    realtime.onConnection(() => seen.push(realtime.connection().type))
    await vi.waitFor(() => expect(realtime.connection()).toEqual({ type: 'online', session: 1 }))
    server.disconnectSockets(true)
    await vi.waitFor(() => expect(realtime.connection()).toEqual({ type: 'online', session: 2 }))
    expect(seen).toEqual(['online', 'connecting', 'online'])
  })

  it('believes the browser when it says that the network is gone, and comes back with it', async () => {
    const { realtime } = open()
    await realtime.send(greet, { name: 'Ida' })
    network.dispatchEvent(new Event('offline'))
    expect(realtime.connection().type).toBe('offline')
    network.dispatchEvent(new Event('online'))
    expect(realtime.connection().type).toBe('connecting')
    await vi.waitFor(() => expect(realtime.connection()).toEqual({ type: 'online', session: 2 }))
  })
})
