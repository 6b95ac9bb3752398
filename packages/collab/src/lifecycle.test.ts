import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { type Clock, systemClock } from './clock.js'
import { defaultLimits } from './limits.js'
import { createMemoryStore } from './memory-store.js'
import { HandClient } from './testing/hand-client.js'
import { createManualClock } from './testing/manual-clock.js'
import { createBench } from './testing/open-room.js'
import { type RunningCollab, startCollab } from './testing/start-collab.js'
import { createStepStore } from './testing/step-store.js'
import { until } from './testing/until.js'

let running: RunningCollab
afterEach(() => running?.stop())

/** Everything within a turn happens by itself; what takes time happens when the test says so. */
function createHalfManualClock(): Clock & { advance(ms: number): void } {
  const manual = createManualClock()
  return { now: manual.now, soon: systemClock.soon, after: manual.after, advance: manual.advance }
}

/** A WebSocket made by hand, so that it answers nothing, not even pings. */
async function openMute(url: string): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.write(
    'GET /d HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  )
  await once(socket, 'data')
  return socket
}

describe('the heartbeat', () => {
  it('comes sooner than stock clients lose patience, in a message that they take as a sign of life', async () => {
    const clock = createHalfManualClock()
    running = await startCollab({ clock })
    const socket = new WebSocket(`${running.url}/d?as=reader`)
    await once(socket, 'open')
    const received: Uint8Array[] = []
    socket.on('message', data => received.push(data as Uint8Array))
    for (let ms = 0; ms <= defaultLimits.heartbeatMs; ms += 1_000) clock.advance(1_000)
    expect(defaultLimits.heartbeatMs).toBeLessThan(30_000)
    await until('it has come', () => received.length > 0)
    expect([...(received[0] ?? [])]).toEqual([1, 1, 0])
    socket.terminate()
  })

  it('ends a half-open connection, and leaves those alone that answer', async () => {
    const clock = createHalfManualClock()
    running = await startCollab({ clock })
    const alive = running.connect('d')
    const mute = await openMute(running.url)
    await until('both are there', () => running.collab.metrics().connections === 2)
    const gone = once(mute, 'close')
    mute.resume()
    for (let beats = 1; beats <= 5; beats++) {
      for (let second = 0; second < 16; second++) clock.advance(1_000)
      alive.doc.getText('t').insert(0, 'still here. ')
      await until('the living one is heard', () => running.collab.metrics().rooms[0]?.unfoldedRows === beats)
    }
    await gone
    expect(running.collab.metrics().connections).toBe(1)
    expect(alive.wsconnected).toBe(true)
  })
})

describe('memory', () => {
  const heapAfterCollection = () => {
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    collect()
    collect()
    return process.memoryUsage().heapUsed
  }

  it('returns after thousands of documents were opened and left', async () => {
    running = await startCollab({ limits: { warmMs: 0 } })
    const openAndLeave = async (from: number, count: number) => {
      for (let index = from; index < from + count; index += 50) {
        const sockets = Array.from(
          { length: 50 },
          (_, offset) => new WebSocket(`${running.url}/d${index + offset}`),
        )
        for (const socket of sockets) socket.on('open', () => socket.send(Uint8Array.of(0, 0, 1, 0)))
        await Promise.all(sockets.map(socket => once(socket, 'message')))
        for (const socket of sockets) socket.terminate()
      }
      await until('all rooms are gone', () => running.collab.metrics().rooms.length === 0, 20_000)
    }
    await openAndLeave(0, 500)
    const before = heapAfterCollection()
    await openAndLeave(500, 3_000)
    expect(running.collab.metrics().connections).toBe(0)
    // The memory store keeps a head for each document; a room that stayed would be 5 kB and more.
    expect((heapAfterCollection() - before) / 3_000).toBeLessThan(2_000)
  }, 60_000)

  it('of rooms kept warm is bounded in bytes, and the one used last stays', async () => {
    const bench = createBench({ store: createMemoryStore() }, { warmBytes: 1_500 })
    for (const id of ['first', 'second', 'third']) {
      const room = await bench.registry.open(id)
      const client = new HandClient()
      client.connect(room)
      client.insert(0, 'x'.repeat(1_000))
      client.push()
      await bench.settle(1_000)
      client.disconnect()
    }
    bench.registry.tick(bench.clock.now())
    expect([...bench.registry.rooms].map(({ documentId }) => documentId)).toEqual(['third'])
  })
})

describe('too much at once', () => {
  it('is turned away while too many handshakes wait, and served afterwards', async () => {
    let admit = () => {}
    const waiting = new Promise<void>(resolve => {
      admit = resolve
    })
    running = await startCollab({
      limits: { handshakes: 1 },
      authorise: async () => {
        await waiting
        return { kind: 'reader' }
      },
    })
    const first = new WebSocket(`${running.url}/d`)
    await new Promise(resolve => setImmediate(resolve))
    const second = new WebSocket(`${running.url}/d`)
    const [error] = (await once(second, 'error')) as [Error]
    expect(error.message).toContain('503')
    admit()
    await once(first, 'open')
    const third = new WebSocket(`${running.url}/d`)
    await once(third, 'open')
    for (const socket of [first, third]) socket.terminate()
  })

  it('for a slow store sends the writer away until later, and keeps what was taken', async () => {
    const steps = createStepStore()
    const bench = createBench(steps, { unsavedBytes: 2_000 })
    const opening = bench.open()
    while (steps.pending.length > 0) {
      await steps.pending[0]?.finish('done')
      await bench.settle()
    }
    const room = await opening
    const client = new HandClient()
    client.connect(room)
    for (let count = 0; count < 4; count++) client.insert(0, 'y'.repeat(1_000))
    client.push()
    await bench.settle()
    expect(client.wire.closing?.code).toBe(1013)
    steps.flow()
    await bench.settle()
    const { update } = await room.read()
    const stored = new Y.Doc()
    Y.applyUpdate(stored, update)
    expect(stored.getText('t').length).toBe(2_000)
  })
})

describe('what the host sees and does', () => {
  it('is told for each room who is there, what is unsaved and who is behind', async () => {
    running = await startCollab()
    const [writer, reader] = [running.connect('one'), running.connect('one', { as: 'reader' })]
    const other = running.connect('two')
    await until('all are synced', () => [writer, reader, other].every(({ synced }) => synced))
    writer.doc.getText('t').insert(0, 'counted')
    await until('the reader has it', () => reader.doc.getText('t').length === 7)
    const { connections, rooms } = running.collab.metrics()
    expect(connections).toBe(3)
    expect(rooms.map(({ documentId, connections }) => [documentId, connections])).toEqual([
      ['one', 2],
      ['two', 1],
    ])
    expect(rooms[0]).toMatchObject({ unfoldedRows: 1, unsaved: 0, behind: 0, deliveries: 1 })
    expect(rooms[0]?.bytes).toBeGreaterThan(7)
  })

  it('closes a document that is deleted for good', async () => {
    running = await startCollab()
    const provider = running.connect('d')
    await until('synced', () => provider.synced)
    const closed = new Promise(resolve => provider.on('closed', resolve))
    await running.collab.closeDocument('d')
    expect(await closed).toMatchObject({ code: 4404 })
    expect(provider.shouldConnect).toBe(false)
  })
})
