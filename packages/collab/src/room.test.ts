import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createMemoryStore } from './memory-store.js'
import type { Room } from './room.js'
import { HandClient } from './testing/hand-client.js'
import { type Bench, createBench } from './testing/open-room.js'
import { createStepStore } from './testing/step-store.js'

describe('a room with three Y.Docs on wires emptied by hand', () => {
  let bench: Bench
  let room: Room
  let clients: HandClient[]
  beforeEach(async () => {
    bench = createBench(
      { store: createMemoryStore() },
      { queuedBytes: 1_000, stallMs: 20_000, foldIdleRows: 1 },
    )
    room = await bench.open()
    clients = [new HandClient(), new HandClient(), new HandClient('reader')]
    for (const client of clients) client.connect(room)
    await exchange()
  })
  afterEach(() => {
    for (const client of clients) client.doc.destroy()
  })

  /** Moves everything everywhere until nothing moves any more. */
  async function exchange(): Promise<void> {
    for (let round = 0; round < 6; round++) {
      for (const client of clients) if (client.connected) client.push()
      await bench.settle(60)
      for (const client of clients) if (client.connected) client.pull()
    }
  }
  const [a, b, reader] = [0, 1, 2].map(index => () => clients[index] as HandClient) as [
    () => HandClient,
    () => HandClient,
    () => HandClient,
  ]

  it('brings concurrent edits to everybody', async () => {
    a().insert(0, 'one ')
    b().insert(0, 'two ')
    await exchange()
    expect(a().text).toHaveLength(8)
    expect(new Set(clients.map(({ text }) => text)).size).toBe(1)
  })

  it('does not send a lone writer its own update back', async () => {
    const before = a().wire.written
    a().insert(0, 'mine')
    await exchange()
    expect(reader().text).toBe('mine')
    expect(a().wire.written).toBe(before)
  })

  it('sends what came in one turn as one update', async () => {
    a().insert(0, 'x')
    a().insert(1, 'y')
    b().insert(0, 'z')
    for (const client of clients) client.push()
    await bench.settle(60)
    reader().pull()
    expect(reader().seen.at(-1)).not.toEqual(reader().seen.at(-2))
    expect(room.keeper.state.seq).toBe(1)
    expect(reader().text).toHaveLength(3)
  })

  it('answers a mark only when everything before it is durable', async () => {
    const { store, pending } = createStepStore()
    const other = createBench({ store })
    const opening = other.open()
    while (pending.length > 0) {
      await pending[0]?.finish('done')
      await other.settle()
    }
    const slow = await opening
    const client = new HandClient()
    client.connect(slow)
    client.push()
    await other.settle()
    client.insert(0, 'precious')
    client.mark()
    client.push()
    await other.settle()
    client.pull()
    expect(pending.map(({ name }) => name)).toEqual(['appendRow'])
    expect(client.saved).toBe(0)
    await pending[0]?.finish('done')
    await other.settle()
    client.pull()
    expect(client.saved).toBe(1)
  })

  it('does not count a reader as saved after it tried to write', async () => {
    reader().insert(0, 'graffiti')
    reader().mark()
    await exchange()
    expect(reader().saved).toBe(0)
    expect(a().text).toBe('')
  })

  it('writes nothing more to a stalled reader and brings it up to date when it reads again', async () => {
    reader().wire.stalled = true
    for (let round = 0; round < 50; round++) {
      a().insert(0, 'a line of some length that fills the socket of the reader\n')
      await exchange()
    }
    expect(reader().wire.queuedBytes).toBeLessThan(2_000)
    reader().drain(bench.clock.now())
    await exchange()
    expect(reader().text).toBe(a().text)
  })

  it('brings a stalled reader up to date although the log was folded meanwhile', async () => {
    reader().wire.stalled = true
    for (let round = 0; round < 30; round++) {
      a().insert(0, 'a line of some length that fills the socket of the reader\n')
      if (round % 7 === 0) await room.fold()
      await exchange()
    }
    reader().drain(bench.clock.now())
    await exchange()
    expect(reader().text).toBe(a().text)
  })

  it('closes a reader that makes no progress, and only that one', async () => {
    reader().wire.stalled = true
    for (let round = 0; round < 50; round++) {
      a().insert(0, 'a line of some length that fills the socket of the reader\n')
      await exchange()
    }
    bench.clock.advance(20_001)
    room.tick(bench.clock.now())
    expect(reader().wire.closing?.code).toBe(1013)
    expect(a().wire.closing).toBeNull()
  })

  it('stores nothing when a writer comes back with what is known already', async () => {
    a().insert(0, 'abc')
    a().doc.getText('t').delete(1, 1)
    await exchange()
    const { seq } = room.keeper.state
    a().disconnect()
    a().connect(room)
    await exchange()
    expect(a().synced).toBe(true)
    expect(room.keeper.state.seq).toBe(seq)
  })

  it('gives a new role without a reconnect', async () => {
    room.changeAccess(reader().member, { kind: 'writer' })
    await exchange()
    reader().insert(0, 'now I may')
    await exchange()
    expect(a().text).toBe('now I may')
    room.changeAccess(a().member, { kind: 'reader' })
    a().insert(0, 'and I may not')
    await exchange()
    expect(b().text).toBe('now I may')
  })

  it('gives a new role to somebody who is behind without leaving anything out', async () => {
    reader().wire.stalled = true
    for (let round = 0; round < 30; round++) {
      a().insert(0, 'a line of some length that fills the socket of the reader\n')
      await exchange()
    }
    room.changeAccess(reader().member, { kind: 'writer' })
    a().insert(0, 'the last line\n')
    await exchange()
    reader().drain(bench.clock.now())
    await exchange()
    expect(reader().text).toBe(a().text)
  })

  it('unloads when it has been empty for long, folded, and opens again with everything', async () => {
    a().insert(0, 'still here')
    await exchange()
    for (const client of clients) client.disconnect()
    for (let second = 0; second < 60; second++) {
      await bench.settle(1_000)
      bench.registry.tick(bench.clock.now())
    }
    expect(bench.registry.find('d')).toBeUndefined()
    const again = await bench.open()
    expect(again.keeper.state.rowsSinceBase).toBe(0)
    const late = new HandClient('reader')
    clients.push(late)
    late.connect(again)
    await exchange()
    expect(late.text).toBe('still here')
  })

  it('refuses what would make the document too large, after a warning', async () => {
    const small = createBench({ store: createMemoryStore() }, { documentBytes: 1_000 })
    const tight = await small.open()
    const client = new HandClient()
    client.connect(tight)
    client.mark()
    client.push()
    client.insert(0, 'x'.repeat(850))
    client.push()
    await small.settle()
    const warning = client.wire.take().find(message => message[0] === 83 && message[1] === 3)
    expect(warning).toBeDefined()
    client.insert(0, 'y'.repeat(300))
    client.push()
    expect(client.wire.closing?.code).toBe(4413)
  })
})
