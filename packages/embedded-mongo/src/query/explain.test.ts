/** Which index answers what: asked with `explain`, of the same commands a client sends. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mongoose from 'mongoose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EmbeddedMongo, startEmbeddedMongo } from '../start-embedded-mongo.js'

const { MongoClient } = mongoose.mongo
const DOCUMENTS = 1000

interface Note {
  _id: number
  documentId: string
  seq: number
  title: string
  tags: string[]
  deleted: boolean
  likes?: number | null
}

const dataDir = mkdtempSync(join(tmpdir(), 'em-'))
let database: EmbeddedMongo
let client: InstanceType<typeof MongoClient>

const notes = () => client.db().collection<Note>('notes')

beforeAll(async () => {
  database = await startEmbeddedMongo({ dataDir })
  client = await new MongoClient(database.uri).connect()
  await notes().insertMany(
    Array.from({ length: DOCUMENTS }, (_, _id) => ({
      _id,
      documentId: `d${_id % 10}`,
      seq: Math.floor(_id / 10),
      title: `Maßnahme ${_id % 100}`,
      tags: [`t${_id % 7}`, `t${_id % 5}`],
      deleted: _id % 2 === 0,
      ...(_id % 50 === 0 ? { likes: _id } : {}),
    })),
  )
  await notes().createIndex({ documentId: 1, seq: -1 }, { unique: true })
  await notes().createIndex({ title: 1 }, { partialFilterExpression: { deleted: false } })
  await notes().createIndex({ tags: 1 })
  await notes().createIndex({ likes: 1 }, { sparse: true })
  await notes().createIndex({ seq: 1 }, { name: 'by-seq' })
})

afterAll(async () => {
  await client.close()
  await database.close()
  rmSync(dataDir, { recursive: true, force: true })
})

/** The stages from the outside in, an index by its name. */
function stagesOf(plan: mongoose.mongo.Document): string {
  const inner = plan.inputStage ? [stagesOf(plan.inputStage)] : (plan.inputStages ?? []).map(stagesOf)
  const name = plan.indexName ? ` ${plan.indexName} ${plan.direction}` : ''
  return `${plan.stage}${name}${inner.length > 0 ? ` (${inner.join(', ')})` : ''}`
}

type Cursor = ReturnType<ReturnType<typeof notes>['find']>

async function explained(cursor: Cursor) {
  const { queryPlanner, executionStats } = await cursor.explain('executionStats')
  return {
    plan: stagesOf(queryPlanner.winningPlan),
    keys: executionStats.totalKeysExamined,
    documents: executionStats.totalDocsExamined,
    found: executionStats.nReturned,
  }
}

const COMPOUND = 'documentId_1_seq_-1'

describe('equality and ranges', () => {
  test('all fields of a unique index: one key', async () => {
    expect(await explained(notes().find({ documentId: 'd3', seq: 7 }))).toEqual({
      plan: `FETCH (IXSCAN ${COMPOUND} forward)`,
      keys: 1,
      documents: 1,
      found: 1,
    })
  })

  test('a prefix', async () => {
    expect(await explained(notes().find({ documentId: 'd3' }))).toMatchObject({
      plan: `FETCH (IXSCAN ${COMPOUND} forward)`,
      keys: 100,
      found: 100,
    })
  })

  test('a prefix and a range on a descending field', async () => {
    expect(await explained(notes().find({ documentId: 'd3', seq: { $gte: 10, $lt: 15 } }))).toMatchObject({
      keys: 5,
      found: 5,
    })
  })

  test('$in on the prefix', async () => {
    expect(await explained(notes().find({ documentId: { $in: ['d1', 'd2'] }, seq: 4 }))).toMatchObject({
      keys: 2,
      found: 2,
    })
  })

  test('a pattern with a fixed beginning', async () => {
    expect(await explained(notes().find({ documentId: /^d3/ }))).toMatchObject({
      plan: `FETCH (IXSCAN ${COMPOUND} forward)`,
      keys: 100,
      found: 100,
    })
  })

  test('a condition no document can satisfy reads nothing', async () => {
    expect(await explained(notes().find({ seq: { $gt: 5, $lt: 3 } }))).toMatchObject({
      plan: 'EOF',
      keys: 0,
      documents: 0,
    })
  })

  test('the index that yields fewer keys wins', async () => {
    expect((await explained(notes().find({ documentId: 'd3', tags: 'none' }))).plan).toBe(
      'FETCH (IXSCAN tags_1 forward)',
    )
    expect((await explained(notes().find({ documentId: 'none', tags: 't1' }))).plan).toBe(
      `FETCH (IXSCAN ${COMPOUND} forward)`,
    )
  })
})

describe('sorting', () => {
  test('by the fields after an equality, in both directions, with a limit', async () => {
    const page = notes().find({ documentId: 'd3' }).sort({ seq: 1 }).limit(5)
    expect(await explained(page)).toEqual({
      plan: `FETCH (IXSCAN ${COMPOUND} backward)`,
      keys: 5,
      documents: 5,
      found: 5,
    })
    const newest = notes().find({ documentId: 'd3' }).sort({ seq: -1 }).limit(1)
    expect(await explained(newest)).toMatchObject({ plan: `FETCH (IXSCAN ${COMPOUND} forward)`, keys: 1 })
  })

  test('by an index with _id as the tie-break', async () => {
    expect(await explained(notes().find().sort({ seq: 1, _id: 1 }).limit(10))).toMatchObject({
      plan: 'FETCH (IXSCAN by-seq forward)',
      keys: 10,
    })
    expect((await explained(notes().find().sort({ seq: 1, _id: -1 }).limit(10))).plan).toBe('SORT (COLLSCAN)')
  })

  test('by _id the documents lie in order', async () => {
    expect(await explained(notes().find().sort({ _id: -1 }).limit(3))).toMatchObject({
      plan: 'COLLSCAN',
      documents: 3,
    })
  })

  test('a multikey index finds but does not sort', async () => {
    expect((await explained(notes().find({ tags: 't3' }).sort({ tags: 1 }))).plan).toBe(
      'SORT (FETCH (IXSCAN tags_1 forward))',
    )
  })
})

describe('_id', () => {
  test('one, several, a range', async () => {
    expect(await explained(notes().find({ _id: 5 }))).toMatchObject({ plan: 'IDHACK', documents: 1 })
    expect(await explained(notes().find({ _id: { $in: [1, 2, 5000] } }))).toMatchObject({
      plan: 'IDHACK',
      found: 2,
    })
    expect(await explained(notes().find({ _id: { $gte: 990 } }))).toMatchObject({
      plan: 'CLUSTERED_IXSCAN',
      documents: 10,
    })
  })
})

test('a collation sorts texts in _id by its own order', async () => {
  const words = client.db().collection<{ _id: string }>('words')
  await words.insertMany(['b', 'A', 'a', 'B'].map(_id => ({ _id })))
  const ids = async (options: object) =>
    (await words.find({}, options).sort({ _id: 1 }).toArray()).map(({ _id }) => _id)
  expect(await ids({})).toEqual(['A', 'B', 'a', 'b'])
  expect(await ids({ collation: { locale: 'de' } })).toEqual(['a', 'A', 'b', 'B'])
})

describe('partial and sparse indexes', () => {
  test('a partial index only when the filter guarantees its condition', async () => {
    expect(await explained(notes().find({ title: 'Maßnahme 7', deleted: false }))).toMatchObject({
      plan: 'FETCH (IXSCAN title_1 forward)',
      found: 10,
    })
    expect((await explained(notes().find({ title: 'Maßnahme 7' }))).plan).toBe('COLLSCAN')
    expect((await explained(notes().find({ title: 'Maßnahme 7', deleted: true }))).plan).toBe('COLLSCAN')
  })

  test('a sparse index not for documents without the field', async () => {
    expect(await explained(notes().find({ likes: { $gte: 0 } }))).toMatchObject({
      plan: 'FETCH (IXSCAN likes_1 forward)',
      keys: 20,
    })
    expect(await explained(notes().find({ likes: null }))).toMatchObject({
      plan: 'COLLSCAN',
      found: DOCUMENTS - 20,
    })
    expect((await explained(notes().find().sort({ likes: 1 }))).plan).toBe('SORT (COLLSCAN)')
  })
})

test('$or is a union when every branch has an index, and finds each document once', async () => {
  const both = await explained(notes().find({ $or: [{ seq: 3 }, { tags: 't1' }] }))
  expect(both.plan).toBe('OR (FETCH (IXSCAN by-seq forward), FETCH (IXSCAN tags_1 forward))')
  expect(both.found).toBe(
    await notes().countDocuments({ $or: [{ seq: 3 }, { tags: 't1' }] }, { hint: { $natural: 1 } }),
  )
  expect((await explained(notes().find({ $or: [{ seq: 3 }, { title: 'x' }] }))).plan).toBe('COLLSCAN')
})

test('a hint is followed, an unknown one refused', async () => {
  expect((await explained(notes().find({ documentId: 'd3', seq: 7 }).hint('by-seq'))).plan).toBe(
    'FETCH (IXSCAN by-seq forward)',
  )
  await expect(notes().find().hint('nothing').toArray()).rejects.toMatchObject({ code: 2 })
})

test('an aggregation uses indexes for its leading stages', async () => {
  const { queryPlanner } = await notes()
    .aggregate([{ $match: { documentId: 'd3' } }, { $sort: { seq: -1 } }, { $group: { _id: '$title' } }])
    .explain('queryPlanner')
  expect(stagesOf(queryPlanner.winningPlan)).toBe(`FETCH (IXSCAN ${COMPOUND} forward)`)
})
