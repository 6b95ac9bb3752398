import type { CollabStore } from '@randnotiz/collab'
import { emptyHead } from '@randnotiz/collab'
import { Types } from 'mongoose'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../../platform/mongo/database.js'
import { migrate } from '../../../platform/mongo/migrations.js'
import { openTestDatabase } from '../../../testing/test-database.js'
import { createCollabStore } from './collab-store.js'
import { documentMigrations } from './models.js'

let database: Database
let store: CollabStore
let id: string
beforeAll(async () => {
  database = await openTestDatabase()
  await migrate(database.connection, documentMigrations)
  store = createCollabStore(database.connection)
})
beforeEach(() => {
  id = new Types.ObjectId().toHexString()
})
afterAll(() => database.close())

const row = (seq: number, epoch = 1) => ({ epoch, seq, updates: new Uint8Array([epoch, seq, 0, 255]) })
const bytesOf = (list: readonly Uint8Array[]) => list.map(bytes => [...bytes])

describe('the head', () => {
  it('is created once', async () => {
    expect(await store.readHead(id)).toBeNull()
    await store.createHead(id, emptyHead)
    await store.createHead(id, { ...emptyHead, epoch: 7 })
    expect(await store.readHead(id)).toEqual(emptyHead)
  })

  it('is switched by one of many who compare the same', async () => {
    await store.createHead(id, emptyHead)
    const attempts = Array.from({ length: 5 }, (_, n) =>
      store.switchHead(id, emptyHead, { epoch: 1, generation: 1, seq: n, token: `t${n}`, chunks: 1 }),
    )
    const won = (await Promise.all(attempts)).flatMap((switched, n) => (switched ? [n] : []))
    expect(won).toHaveLength(1)
    expect((await store.readHead(id))?.token).toBe(`t${won[0]}`)
    expect(await store.switchHead(id, emptyHead, emptyHead)).toBe(false)
  })
})

describe('the log', () => {
  it('has one row of each number in an epoch', async () => {
    expect(await store.appendRow(id, row(0))).toBe(true)
    expect(await store.appendRow(id, row(0))).toBe(false)
    expect(await store.appendRow(id, row(0, 2))).toBe(true)
  })

  it('is read in order, by epoch, after a number, byte for byte', async () => {
    for (const seq of [2, 0, 10, 1]) await store.appendRow(id, row(seq))
    await store.appendRow(id, row(3, 2))
    const rows = await store.readRows(id, { epoch: 1, after: 0 })
    expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 10])
    expect(bytesOf(rows.map(({ updates }) => updates))).toEqual([1, 2, 10].map(seq => [1, seq, 0, 255]))
    expect(await store.readRows(new Types.ObjectId().toHexString(), { epoch: 1, after: -1 })).toEqual([])
  })

  it('loses what a snapshot covers and everything of older epochs', async () => {
    for (const seq of [0, 1, 2]) await store.appendRow(id, row(seq, 2))
    await store.appendRow(id, row(9, 1))
    await store.deleteRows(id, { epoch: 2, upTo: 1 })
    expect((await store.readRows(id, { epoch: 2, after: -1 })).map(({ seq }) => seq)).toEqual([2])
    expect(await store.readRows(id, { epoch: 1, after: -1 })).toEqual([])
  })
})

describe('snapshots', () => {
  it('come back by their token in order, also at the largest size of a chunk', async () => {
    const large = new Uint8Array(8 * 1024 * 1024).fill(7)
    await store.writeChunk(id, { generation: 1, token: 'a', index: 1, bytes: new Uint8Array([2]) })
    await store.writeChunk(id, { generation: 1, token: 'a', index: 0, bytes: large })
    await store.writeChunk(id, { generation: 1, token: 'b', index: 0, bytes: new Uint8Array([9]) })
    const chunks = await store.readChunks(id, 'a')
    expect(chunks.map(({ length }) => length)).toEqual([large.length, 1])
    expect(Buffer.compare(chunks[0] ?? new Uint8Array(), large)).toBe(0)
  })

  it('are swept but for the one to keep and for newer ones', async () => {
    for (const [generation, token] of [
      [1, 'old'],
      [2, 'keep'],
      [2, 'lost the race'],
      [3, 'newer'],
    ] as const)
      await store.writeChunk(id, { generation, token, index: 0, bytes: new Uint8Array([generation]) })
    await store.deleteChunks(id, { generation: 2, keep: 'keep' })
    const left = await Promise.all(
      ['old', 'keep', 'lost the race', 'newer'].map(token => store.readChunks(id, token)),
    )
    expect(left.map(chunks => chunks.length)).toEqual([0, 1, 0, 1])
  })
})
