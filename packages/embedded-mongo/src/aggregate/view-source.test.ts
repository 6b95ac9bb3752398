import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mongoose from 'mongoose'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type EmbeddedMongo, startEmbeddedMongo } from '../start-embedded-mongo.js'

type Client = InstanceType<typeof mongoose.mongo.MongoClient>
type Database = ReturnType<Client['db']>
interface Note {
  _id: number
  place: string
  votes: number
  tags: string[]
}

const dataDir = mkdtempSync(join(tmpdir(), 'em-'))
let server: EmbeddedMongo
let client: Client
let db: Database

beforeAll(async () => {
  server = await startEmbeddedMongo({ dataDir })
  client = await new mongoose.mongo.MongoClient(server.uri).connect()
  db = client.db()
})

afterAll(async () => {
  await client.close()
  await server.close()
  rmSync(dataDir, { recursive: true, force: true })
})

beforeEach(async () => {
  await db.dropDatabase()
  await db.collection<Note>('notes').insertMany([
    { _id: 1, place: 'park', votes: 5, tags: ['green', 'bench'] },
    { _id: 2, place: 'park', votes: 1, tags: ['green'] },
    { _id: 3, place: 'street', votes: 9, tags: ['bus'] },
    { _id: 4, place: 'park', votes: 7, tags: [] },
  ])
  await db.createCollection('park', { viewOn: 'notes', pipeline: [{ $match: { place: 'park' } }] })
})

const park = () => db.collection<Note>('park')

describe('reading a view', () => {
  test('find, with filter, sort, skip, limit and projection', async () => {
    expect((await park().find().sort({ _id: 1 }).toArray()).map(({ _id }) => _id)).toEqual([1, 2, 4])
    const page = park()
      .find({ votes: { $gt: 1 } })
      .sort({ votes: -1 })
      .skip(1)
      .limit(1)
      .project({ votes: 1, double: { $multiply: ['$votes', 2] } })
    expect(await page.toArray()).toEqual([{ _id: 1, votes: 5, double: 10 }])
    expect(await park().findOne({ _id: 3 })).toBeNull()
  })

  test('in several batches', async () => {
    const ids: number[] = []
    for await (const { _id } of park().find().sort({ _id: 1 }).batchSize(1)) ids.push(_id)
    expect(ids).toEqual([1, 2, 4])
  })

  test('counts and distinct values', async () => {
    expect(await park().countDocuments({ votes: { $gte: 5 } })).toBe(2)
    expect(await park().estimatedDocumentCount()).toBe(3)
    expect((await park().distinct('tags')).sort()).toEqual(['bench', 'green'])
  })

  test('aggregate, $lookup, $unionWith and $facet through it', async () => {
    expect(
      await park()
        .aggregate([{ $group: { _id: null, votes: { $sum: '$votes' } } }])
        .toArray(),
    ).toEqual([{ _id: null, votes: 13 }])
    const joined = await db
      .collection('notes')
      .aggregate([
        { $match: { _id: { $in: [1, 3] } } },
        { $lookup: { from: 'park', localField: '_id', foreignField: '_id', as: 'found' } },
        { $project: { found: { $size: '$found' } } },
        { $sort: { _id: 1 } },
      ])
      .toArray()
    expect(joined).toEqual([
      { _id: 1, found: 1 },
      { _id: 3, found: 0 },
    ])
    const union = db.collection('none').aggregate([{ $unionWith: 'park' }, { $count: 'n' }])
    expect(await union.toArray()).toEqual([{ n: 3 }])
  })

  test('uses the index of the collection below', async () => {
    await db.collection('notes').createIndex({ place: 1 })
    const plan = await park().find({ votes: 5 }).explain('executionStats')
    expect(plan.queryPlanner.winningPlan).toMatchObject({
      stage: 'FETCH',
      inputStage: { indexName: 'place_1' },
    })
    expect(plan.executionStats.totalDocsExamined).toBe(3)
  })

  test('of a collection that does not exist is empty', async () => {
    await db.createCollection('nothing', { viewOn: 'missing', pipeline: [] })
    expect(await db.collection('nothing').find().toArray()).toEqual([])
    expect(await db.collection('nothing').estimatedDocumentCount()).toBe(0)
  })

  test('refuses projections that only find knows, as MongoDB does', async () => {
    for (const projection of [{ tags: { $slice: 1 } }, { tags: { $elemMatch: { $eq: 'bus' } } }]) {
      await expect(park().find({}, { projection }).toArray()).rejects.toMatchObject({ code: 168 })
    }
    await expect(
      park()
        .find({ tags: 'green' }, { projection: { 'tags.$': 1 } })
        .toArray(),
    ).rejects.toMatchObject({
      code: 168,
    })
  })

  test('compares by its own collation and by no other', async () => {
    const collation = { locale: 'de', strength: 2 }
    await db.createCollection('loose', { viewOn: 'notes', pipeline: [], collation })
    expect(await db.collection('loose').countDocuments({ place: 'PARK' })).toBe(3)
    expect(await park().countDocuments({ place: 'PARK' })).toBe(0)
    expect(await db.collection('loose').find({ place: 'PARK' }, { collation }).toArray()).toHaveLength(3)
    await expect(park().find({}, { collation }).toArray()).rejects.toMatchObject({ code: 167 })
    await expect(db.createCollection('strict', { viewOn: 'loose', pipeline: [] })).rejects.toMatchObject({
      code: 167,
    })
  })
})

describe('a view is read-only', () => {
  const WRITES: Record<string, () => Promise<unknown>> = {
    insertOne: () => park().insertOne({ _id: 9, place: 'park', votes: 0, tags: [] }),
    updateOne: () => park().updateOne({ _id: 1 }, { $set: { votes: 0 } }),
    'updateOne with upsert': () => park().updateOne({ _id: 1 }, { $set: { votes: 0 } }, { upsert: true }),
    deleteMany: () => park().deleteMany({}),
    findOneAndUpdate: () => park().findOneAndUpdate({ _id: 1 }, { $set: { votes: 0 } }),
    findOneAndDelete: () => park().findOneAndDelete({ _id: 1 }),
    bulkWrite: () => park().bulkWrite([{ deleteOne: { filter: { _id: 1 } } }]),
    createIndex: () => park().createIndex({ votes: 1 }),
    dropIndexes: () => db.command({ dropIndexes: 'park', index: '*' }),
    listIndexes: () => park().listIndexes().toArray(),
    collMod: () => db.command({ collMod: 'park', validator: {} }),
    $out: () =>
      db
        .collection('notes')
        .aggregate([{ $out: 'park' }])
        .toArray(),
    $merge: () =>
      db
        .collection('notes')
        .aggregate([{ $merge: 'park' }])
        .toArray(),
  }
  for (const [name, write] of Object.entries(WRITES)) {
    test(name, async () => {
      await expect(write()).rejects.toMatchObject({ code: 166 })
      expect(await db.collection('notes').countDocuments()).toBe(4)
    })
  }

  test('the bulkWrite command', async () => {
    const write = client.bulkWrite([{ namespace: 'randnotiz.park', name: 'deleteOne', filter: {} }])
    await expect(write).rejects.toMatchObject({
      writeErrors: new Map([[0, expect.objectContaining({ code: 166 })]]),
    })
  })
})

describe('creating and dropping', () => {
  test('listed as a view; dropping it leaves the collection alone', async () => {
    expect(await db.listCollections({ type: 'view' }).toArray()).toEqual([
      {
        name: 'park',
        type: 'view',
        options: { viewOn: 'notes', pipeline: [{ $match: { place: 'park' } }] },
        info: { readOnly: true },
      },
    ])
    await park().drop()
    expect(await db.listCollections({}, { nameOnly: true }).toArray()).toEqual([
      { name: 'notes', type: 'collection' },
    ])
    expect(await db.collection('notes').countDocuments()).toBe(4)
  })

  test('dropping the database drops a view that is alone in it', async () => {
    const other = client.db('other')
    await other.createCollection('alone', { viewOn: 'x', pipeline: [] })
    expect((await db.admin().listDatabases()).databases.map(({ name }) => name)).toContain('other')
    await other.dropDatabase()
    expect(await other.listCollections().toArray()).toEqual([])
  })

  test('the same again is fine, another one by the name is refused', async () => {
    const pipeline = [{ $match: { place: 'park' } }]
    await db.command({ create: 'park', viewOn: 'notes', pipeline })
    await expect(db.command({ create: 'park', viewOn: 'notes', pipeline: [] })).rejects.toMatchObject({
      code: 48,
    })
    await expect(db.command({ create: 'park' })).rejects.toMatchObject({ code: 48 })
    await expect(db.command({ create: 'notes', viewOn: 'park', pipeline })).rejects.toMatchObject({
      code: 48,
    })
  })

  test('views on views, up to twenty', async () => {
    let below = 'notes'
    for (let i = 1; i <= 20; i++) {
      await db.createCollection(`v${i}`, { viewOn: below, pipeline: [{ $addFields: { [`f${i}`]: i } }] })
      below = `v${i}`
    }
    expect(await db.collection<Note>('v20').findOne({ _id: 3 })).toMatchObject({ f1: 1, f20: 20 })
    await expect(db.createCollection('v21', { viewOn: 'v20', pipeline: [] })).rejects.toMatchObject({
      code: 165,
    })
  })

  test('cycles are refused, also those through $lookup', async () => {
    await db.createCollection('a', { viewOn: 'b', pipeline: [] })
    await expect(db.createCollection('b', { viewOn: 'a', pipeline: [] })).rejects.toMatchObject({ code: 5 })
    await expect(db.createCollection('c', { viewOn: 'c', pipeline: [] })).rejects.toMatchObject({ code: 5 })
    const lookup = { $lookup: { from: 'a', pipeline: [], as: 'all' } }
    await expect(
      db.createCollection('b', { viewOn: 'notes', pipeline: [{ $facet: { x: [lookup] } }] }),
    ).rejects.toMatchObject({ code: 5 })
  })

  test('a pipeline that writes or cannot run is refused', async () => {
    const create = (pipeline: object[]) => db.createCollection('wrong', { viewOn: 'notes', pipeline })
    await expect(create([{ $out: 'x' }])).rejects.toMatchObject({ code: 167 })
    await expect(create([{ $nonsense: 1 }])).rejects.toMatchObject({ code: 40324 })
    await expect(create([{ $match: { $nonsense: 1 } }])).rejects.toMatchObject({ code: 2 })
    await expect(create([{ a: 1, b: 2 }])).rejects.toMatchObject({ code: 40323 })
    await expect(db.command({ create: 'wrong', pipeline: [] })).rejects.toMatchObject({ code: 72 })
    await expect(db.command({ create: 'wrong', viewOn: 'notes', validator: {} })).rejects.toMatchObject({
      code: 72,
    })
  })

  test('a view survives a restart', async () => {
    await client.close()
    await server.close()
    server = await startEmbeddedMongo({ dataDir })
    client = await new mongoose.mongo.MongoClient(server.uri).connect()
    db = client.db()
    expect(await park().countDocuments()).toBe(3)
    await expect(park().deleteMany({})).rejects.toMatchObject({ code: 166 })
  })
})
