import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { type RunningCollab, startCollab } from './testing/start-collab.js'
import { until } from './testing/until.js'

/** A small generator with a printed seed (mulberry32). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31)

describe(`hostile clients (seed ${seed})`, () => {
  let running: RunningCollab
  let writer: WebsocketProvider
  let reader: WebsocketProvider
  const disconnects: string[] = []
  const random = randomFrom(seed)

  beforeAll(async () => {
    running = await startCollab({ limits: { messageBytes: 256 * 1024, readOnlyWrites: 20 } })
    writer = running.connect('d')
    reader = running.connect('d', { as: 'reader' })
    await until('both are synced', () => writer.synced && reader.synced)
    for (const [name, provider] of Object.entries({ writer, reader }))
      provider.on('connection-close', () => disconnects.push(name))
  })
  afterAll(() => running.stop())
  beforeEach(async () => {
    disconnects.length = 0
    writer.doc.getText('t').insert(0, 'a sentence. ')
    await until('the reader has it', () => reader.doc.getText('t').length === writer.doc.getText('t').length)
  })

  async function expectOthersUndisturbed(): Promise<void> {
    writer.doc.getText('t').insert(0, 'still here. ')
    await until(
      'edits still arrive',
      () => reader.doc.getText('t').toString() === writer.doc.getText('t').toString(),
    )
    expect(disconnects).toEqual([])
    const fresh = running.connect('d')
    await until(
      'the document still opens',
      () => fresh.doc.getText('t').toString() === writer.doc.getText('t').toString(),
    )
    fresh.destroy()
  }

  const openSocket = async (query = '') => {
    const socket = new WebSocket(`${running.url}/d${query}`)
    socket.on('error', () => {})
    await once(socket, 'open')
    return socket
  }

  /** Sends one message as a new client; resolves with the close code, or null if it is still open after an answer. */
  async function attempt(message: Uint8Array | string, query = ''): Promise<number | null> {
    const socket = await openSocket(query)
    const closed = once(socket, 'close').then(([code]) => code as number)
    socket.send(message)
    socket.send(Uint8Array.of(0, 0, 1, 0))
    const result = await Promise.race([closed, once(socket, 'message').then(() => null)])
    socket.terminate()
    return result
  }

  it.each([
    ['a text frame', 'hello', 4400],
    ['an unknown type', Uint8Array.of(7, 1, 2), 4400],
    ['a type spelled with two bytes', Uint8Array.of(0x80, 0, 2, 2, 0, 0), 4400],
    ['an unknown sync message', Uint8Array.of(0, 5, 1, 0), 4400],
    ['a length beyond the message', Uint8Array.of(0, 2, 0xff, 0xff, 0x7f), 4400],
    ['an update that ends early', Uint8Array.of(0, 2, 3, 1, 9, 9), 4400],
    ['a state vector that ends early', Uint8Array.of(0, 0, 2, 200, 1), 4400],
    ['an awareness update that ends early', Uint8Array.of(1, 2, 9, 1), 4400],
    ['an empty message', new Uint8Array(0), 4400],
    ['a message above the limit', new Uint8Array(300 * 1024), 1009],
  ])('closes a connection that sends %s', async (_name, message, code) => {
    expect(await attempt(message)).toBe(code)
    await expectOthersUndisturbed()
  })

  it('refuses operations that refer to later ones, on which every browser would fail', async () => {
    const doc = new Y.Doc()
    doc.clientID = 5
    doc.getText('t').insert(0, 'ab')
    const first = Y.encodeStateAsUpdate(doc)
    doc.getText('t').insert(1, 'x')
    const second = Y.encodeStateAsUpdate(doc, Y.encodeStateVectorFromUpdate(first))
    const at = second.indexOf(5, 4)
    const forged = second.map((byte, index) => (index === at + 1 ? 60 : byte))
    expect(await attempt(Uint8Array.of(0, 2, forged.length, ...forged))).toBe(4400)
    await expectOthersUndisturbed()
  })

  it('drops what readers write without decoding it, and closes them when they go on', async () => {
    expect(await attempt(Uint8Array.of(0, 2, 0xff, 0xff), '?as=reader')).toBeNull()
    const socket = await openSocket('?as=reader')
    const closed = once(socket, 'close')
    for (let count = 0; count < 30; count++) socket.send(Uint8Array.of(0, 2, 0xff))
    expect((await closed)[0]).toBe(4403)
    await expectOthersUndisturbed()
  })

  it('survives random and mutated messages', async () => {
    const real = Y.encodeStateAsUpdate(writer.doc)
    for (let round = 0; round < 300; round++) {
      const isMutation = random(2) === 0
      const bytes = isMutation
        ? Uint8Array.from([0, 1 + random(2), real.length, ...real])
        : Uint8Array.from({ length: 1 + random(60) }, () => random(256))
      if (isMutation)
        for (let change = random(6); change > 0; change--) bytes[2 + random(bytes.length - 2)] = random(256)
      else bytes[0] = [0, 1, 3, 83, 0][random(5)] ?? 0
      const socket = await openSocket(random(4) === 0 ? '?as=reader' : '')
      const done = Promise.race([once(socket, 'close'), once(socket, 'message')])
      socket.send(bytes)
      socket.send(Uint8Array.of(0, 0, 1, 0))
      await done
      socket.terminate()
    }
    writer.doc.getText('t').insert(0, 'still here. ')
    await until('edits still arrive', () => reader.doc.getText('t').toString().startsWith('still here.'))
    expect(disconnects).toEqual([])
  })

  /** Opens a WebSocket by hand, so that frames can be wrong. */
  async function openRaw(): Promise<Socket> {
    const socket = connect(Number(new URL(running.url).port), '127.0.0.1')
    socket.on('error', () => {})
    socket.write(
      'GET /d HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    )
    await once(socket, 'data')
    return socket
  }

  it.each([
    ['without a mask', [0x82, 0x03, 0, 0, 1]],
    ['with bits that mean nothing', [0xf2, 0x83, 0, 0, 0, 0, 0, 0, 1]],
    ['of an unknown kind', [0x83, 0x80, 0, 0, 0, 0]],
    ['that continues nothing', [0x80, 0x80, 0, 0, 0, 0]],
    ['that announces exabytes', [0x82, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]],
    ['that is a ping in two parts', [0x09, 0x80, 0, 0, 0, 0]],
    ['that closes with a code nobody may send', [0x88, 0x82, 0, 0, 0, 0, 0x03, 0xed]],
  ])('closes a connection that sends a frame %s', async (_name, bytes) => {
    const socket = await openRaw()
    const closed = once(socket, 'close')
    socket.resume()
    socket.write(Uint8Array.from(bytes))
    await closed
    await expectOthersUndisturbed()
  })

  it('survives random bytes in the place of frames', async () => {
    for (let round = 0; round < 200; round++) {
      const socket = await openRaw()
      const closed = once(socket, 'close')
      socket.resume()
      socket.end(Uint8Array.from({ length: 1 + random(40) }, () => random(256)))
      await closed
    }
    await expectOthersUndisturbed()
  })

  it('survives half a handshake, half a frame and thousands of opens and closes', async () => {
    const port = Number(new URL(running.url).port)
    const half = connect(port, '127.0.0.1')
    half.on('error', () => {})
    half.write('GET /d HTTP/1.1\r\nUpgrade: websocket\r\nConn')
    const torn = await openSocket()
    torn.on('error', () => {})
    const raw = await openRaw()
    raw.write(Uint8Array.of(0x82, 0xfe, 0x10))
    for (let batch = 0; batch < 20; batch++) {
      const sockets = Array.from({ length: 100 }, () => new WebSocket(`${running.url}/d`))
      for (const socket of sockets) {
        socket.on('error', () => {})
        socket.on('open', () => socket.terminate())
      }
      await Promise.all(sockets.map(socket => once(socket, 'close')))
    }
    for (const socket of [half, raw]) socket.destroy()
    torn.terminate()
    await until('all of them are gone', () => running.collab.metrics().connections === 2)
    await expectOthersUndisturbed()
  })
})
