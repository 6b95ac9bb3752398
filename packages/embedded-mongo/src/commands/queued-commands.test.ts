/** Commands that wait in one queue with others, and cursors that outlive what they read. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Int32, Long } from 'bson'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { decode } from '../bson/codec.js'
import type { Document } from '../bson/value.js'
import { Engine } from '../engine.js'
import { Catalog } from '../storage/catalog.js'
import { Store } from '../storage/store.js'
import { verifyStore } from '../storage/verify-store.js'
import { CursorReply } from './command.js'

const one = new Int32(1)
let dataDir: string
let store: Store
let engine: Engine

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'em-'))
  store = new Store(dataDir)
  engine = new Engine(store, {
    expiryIntervalMs: 3_600_000,
    reportBug: error => {
      throw error
    },
  })
})

afterEach(async () => {
  expect(verifyStore(store).problems).toEqual([])
  engine.stopTimers()
  await store.close()
  rmSync(dataDir, { recursive: true, force: true })
})

async function run(command: Document): Promise<Document> {
  const reply = await engine.execute(command, 'test')
  return reply instanceof CursorReply
    ? { documents: reply.documents.map(decode), id: reply.id.toString() }
    : reply
}

const insert = (collection: string, documents: Document[]) => run({ insert: collection, documents })
const all = async (collection: string) => (await run({ find: collection, filter: {} })).documents

test('indexes that are dropped after their collection do not bring it back', async () => {
  await run({ createIndexes: 'notes', indexes: [{ key: { a: one }, name: 'a_1' }] })
  const [, dropped] = await Promise.all([run({ drop: 'notes' }), run({ dropIndexes: 'notes', index: '*' })])
  expect(dropped).toMatchObject({ codeName: 'NamespaceNotFound' })
  expect(new Catalog(store).all()).toEqual([])
})

test('a delete that waited removes from the collection that is there when its turn comes', async () => {
  await insert('notes', [{ _id: 'old' }])
  const outcomes = await Promise.all([
    run({ drop: 'notes' }),
    insert('notes', [{ _id: 'new' }]),
    run({ delete: 'notes', deletes: [{ q: {}, limit: new Int32(0) }] }),
  ])
  expect(outcomes[2]).toMatchObject({ n: one })
  expect(await all('notes')).toEqual([])
})

test('a session that is prolonged at the last moment does not expire', async () => {
  const indexes = [{ key: { at: one }, name: 'at_1', expireAfterSeconds: new Int32(0) }]
  await run({ createIndexes: 'sessions', indexes })
  await insert('sessions', [
    { _id: 'kept', at: new Date(1000) },
    { _id: 'gone', at: new Date(1000) },
  ])
  const later = { $set: { at: new Date(Date.now() + 60_000) } }
  const [, removed] = await Promise.all([
    run({ update: 'sessions', updates: [{ q: { _id: 'kept' }, u: later }] }),
    engine.expire(),
  ])
  expect(removed).toBe(1)
  expect(await all('sessions')).toMatchObject([{ _id: 'kept' }])
})

test('expiry works through more than one batch', async () => {
  const indexes = [{ key: { at: new Int32(-1) }, name: 'at', expireAfterSeconds: new Int32(0) }]
  await run({ createIndexes: 'sessions', indexes })
  await insert(
    'sessions',
    Array.from({ length: 1200 }, () => ({ at: [new Date(1000), new Date(2000)] })),
  )
  expect(await engine.expire()).toBe(1200)
})

test('a refused document leaves the target of $out as it was', async () => {
  await run({ createIndexes: 'target', indexes: [{ key: { a: one }, name: 'a_1', unique: true }] })
  await insert('target', [{ _id: 'before', a: one }])
  await insert('source', [
    { _id: 'x', a: one },
    { _id: 'y', a: one },
  ])
  const out = () => run({ aggregate: 'source', pipeline: [{ $out: 'target' }], cursor: {} })
  expect(await out()).toMatchObject({ codeName: 'DuplicateKey' })
  expect(await all('target')).toEqual([{ _id: 'before', a: one }])
  await run({ update: 'source', updates: [{ q: { _id: 'y' }, u: { $set: { a: new Int32(2) } } }] })
  await out()
  expect(await all('target')).toHaveLength(2)
  expect(new Catalog(store).list('test').map(({ name, indexes }) => [name, indexes.length])).toEqual([
    ['source', 1],
    ['target', 2],
  ])
})

test('a cursor whose collection or index goes ends with an error, not with an end', async () => {
  await run({ createIndexes: 'notes', indexes: [{ key: { a: one }, name: 'a_1' }] })
  await insert(
    'notes',
    Array.from({ length: 300 }, (_, i) => ({ a: new Int32(i) })),
  )
  const open = (filter: Document) =>
    engine.execute({ find: 'notes', filter, batchSize: new Int32(64) }, 'test')
  const [scan, byIndex] = [await open({}), await open({ a: { $gte: new Int32(0) } })]
  const more = (reply: unknown) =>
    run({ getMore: reply instanceof CursorReply ? longOf(reply.id) : null, collection: 'notes' })
  await run({ dropIndexes: 'notes', index: 'a_1' })
  expect(await more(byIndex)).toMatchObject({ codeName: 'QueryPlanKilled' })
  await run({ drop: 'notes' })
  expect(await more(scan)).toMatchObject({ codeName: 'QueryPlanKilled' })
  // And it is gone.
  expect(await more(scan)).toMatchObject({ codeName: 'CursorNotFound' })
})

const longOf = (id: bigint) => Long.fromBigInt(id)
