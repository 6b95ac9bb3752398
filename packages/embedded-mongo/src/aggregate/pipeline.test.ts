/** Pipelines through the driver: what the stages of mingo and of this package give together. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mongoose from 'mongoose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EmbeddedMongo, startEmbeddedMongo } from '../start-embedded-mongo.js'

const { Binary, Decimal128, Long, MongoClient, ObjectId } = mongoose.mongo
const dataDir = mkdtempSync(join(tmpdir(), 'em-'))
let database: EmbeddedMongo
let client: InstanceType<typeof MongoClient>

interface Measure {
  _id: number
  parent: number | null
  votes: number
  topic: string
  at: Date
}
const measures = () => client.db().collection<Measure>('measures')
const aggregate = (...pipeline: mongoose.mongo.Document[]) => measures().aggregate(pipeline).toArray()

beforeAll(async () => {
  database = await startEmbeddedMongo({ dataDir })
  client = await new MongoClient(database.uri).connect()
  await measures().insertMany([
    { _id: 1, parent: null, votes: 5, topic: 'bus', at: new Date('2026-01-01') },
    { _id: 2, parent: 1, votes: 7, topic: 'bus', at: new Date('2026-01-31') },
    { _id: 3, parent: 2, votes: 1, topic: 'park', at: new Date('2026-02-01') },
  ])
})

afterAll(async () => {
  await client.close()
  await database.close()
  rmSync(dataDir, { recursive: true, force: true })
})

test('accumulators', async () => {
  const group = {
    _id: '$topic',
    n: { $sum: 1 },
    sum: { $sum: '$votes' },
    most: { $max: '$votes' },
    first: { $min: '$at' },
    mean: { $avg: '$votes' },
    all: { $push: { id: '$_id' } },
    self: { $first: '$$ROOT._id' },
  }
  expect(await aggregate({ $sort: { _id: 1 } }, { $group: group }, { $sort: { _id: 1 } })).toEqual([
    {
      _id: 'bus',
      n: 2,
      sum: 12,
      most: 7,
      first: new Date('2026-01-01'),
      mean: 6,
      all: [{ id: 1 }, { id: 2 }],
      self: 1,
    },
    { _id: 'park', n: 1, sum: 1, most: 1, first: new Date('2026-02-01'), mean: 1, all: [{ id: 3 }], self: 3 },
  ])
})

test('a missing field counts for nothing', async () => {
  expect(
    await aggregate({ $group: { _id: null, sum: { $sum: '$absent' }, most: { $max: '$absent' } } }),
  ).toEqual([{ _id: null, sum: 0, most: null }])
})

test('sums of decimals and 64-bit integers are exact, binaries group by their bytes', async () => {
  const exact = client.db().collection('exact')
  await exact.insertMany([
    {
      price: Decimal128.fromString('0.1'),
      big: Long.fromString('9007199254740993'),
      key: new Binary(Buffer.from([255])),
    },
    { price: Decimal128.fromString('0.2'), big: Long.fromString('1'), key: new Binary(Buffer.from([254])) },
  ])
  const options = { promoteLongs: false }
  const [sums] = await exact
    .aggregate([{ $group: { _id: null, price: { $sum: '$price' }, big: { $sum: '$big' } } }], options)
    .toArray()
  expect([String(sums?.price), String(sums?.big)]).toEqual(['0.3', '9007199254740994'])
  expect(await exact.aggregate([{ $group: { _id: '$key' } }]).toArray()).toHaveLength(2)
})

test('projections keep _id in front and evaluate expressions', async () => {
  const [first] = await aggregate(
    { $sort: { _id: 1 } },
    {
      $project: {
        month: { $dateToString: { date: '$at', format: '%Y-%m' } },
        popular: { $cond: [{ $gte: ['$votes', 5] }, 'yes', 'no'] },
      },
    },
  )
  expect(JSON.stringify(first)).toBe('{"_id":1,"month":"2026-01","popular":"yes"}')
})

test('$lookup with let and $expr, $graphLookup, $unionWith', async () => {
  const children = {
    from: 'measures',
    let: { id: '$_id' },
    pipeline: [{ $match: { $expr: { $eq: ['$parent', '$$id'] } } }],
    as: 'children',
  }
  expect(
    await aggregate(
      { $lookup: children },
      { $project: { n: { $size: '$children' } } },
      { $sort: { _id: 1 } },
    ),
  ).toEqual([
    { _id: 1, n: 1 },
    { _id: 2, n: 1 },
    { _id: 3, n: 0 },
  ])
  const ancestors = {
    from: 'measures',
    startWith: '$parent',
    connectFromField: 'parent',
    connectToField: '_id',
    as: 'up',
  }
  const [leaf] = await aggregate({ $match: { _id: 3 } }, { $graphLookup: ancestors })
  expect(leaf?.up.map(({ _id }: Measure) => _id).sort()).toEqual([1, 2])
  expect(
    await aggregate(
      { $unionWith: { coll: 'measures', pipeline: [{ $match: { topic: 'bus' } }] } },
      { $count: 'n' },
    ),
  ).toEqual([{ n: 5 }])
})

test('window functions', async () => {
  const output = { running: { $sum: '$votes', window: { documents: ['unbounded', 'current'] } } }
  const windows = await aggregate(
    { $setWindowFields: { partitionBy: '$topic', sortBy: { _id: 1 }, output } },
    { $sort: { _id: 1 } },
  )
  expect(windows.map(({ running }) => running)).toEqual([5, 12, 1])
})

test('$out replaces a collection, $merge adds to it', async () => {
  await aggregate({ $group: { _id: '$topic', n: { $sum: 1 } } }, { $out: 'topics' })
  await aggregate({ $group: { _id: '$topic', votes: { $sum: '$votes' } } }, { $merge: 'topics' })
  expect(await client.db().collection('topics').find().sort({ n: 1 }).toArray()).toEqual([
    { _id: 'park', n: 1, votes: 1 },
    { _id: 'bus', n: 2, votes: 12 },
  ])
})

test('an update may compute with the stored values, and keeps the types of the others', async () => {
  const notes = client
    .db()
    .collection<{ _id: number; ratio: unknown; doubled?: unknown }>('typed', { promoteValues: false })
  await notes.insertOne({ _id: 1, ratio: new mongoose.mongo.BSON.Double(2) })
  await notes.updateOne({}, [{ $set: { doubled: { $multiply: ['$ratio', 2] } } }])
  expect(await notes.findOne()).toMatchObject({
    ratio: new mongoose.mongo.BSON.Double(2),
    doubled: new mongoose.mongo.BSON.Int32(4),
  })
})

test('ids made from text are ids', async () => {
  const hex = '507f1f77bcf86cd799439011'
  const [document] = await aggregate(
    { $limit: 1 },
    { $project: { _id: { $toObjectId: hex }, back: { $toString: { $toObjectId: hex } } } },
  )
  expect(document).toEqual({ _id: new ObjectId(hex), back: hex })
})

test.each([
  [{ $frob: 1 }, 40324],
  [{ $project: { a: { $frob: 1 } } }, 168],
  [{ $group: { _id: null, a: { $frob: 1 } } }, 168],
  [{ $project: { a: '$$unknown' } }, 17276],
  [{ $limit: 0 }, 15958],
  [{ $match: 5 }, 15959],
  [{ $search: {} }, 115],
])('%j is refused with code %i', async (stage, code) => {
  await expect(aggregate({ $skip: 0 }, stage)).rejects.toMatchObject({ code })
})

test('decimals are averaged and subtracted exactly', async () => {
  const prices = client.db().collection('prices')
  await prices.insertMany(['0.1', '0.2', '0.4'].map(price => ({ price: Decimal128.fromString(price) })))
  const group = { _id: null, mean: { $avg: '$price' }, rest: { $min: { $subtract: ['$price', 1] } } }
  const [three] = await prices.aggregate([{ $group: group }]).toArray()
  expect(String(three?.mean)).toBe('0.2333333333333333333333333333333333')
  expect(String(three?.rest)).toBe('-0.9')
  const two = await prices.aggregate([{ $limit: 2 }, { $group: group }]).toArray()
  expect(String(two[0]?.mean)).toBe('0.15')
})

test('the size of what is no array is refused', async () => {
  await expect(aggregate({ $project: { n: { $size: '$absent' } } })).rejects.toMatchObject({ code: 17124 })
})

test('distinct goes one array deep', async () => {
  const lists = client.db().collection<{ a: unknown }>('lists')
  await lists.insertMany([{ a: [[1, 2], 3] }, { a: [3] }, { a: [[1, 2]] }])
  expect(await lists.distinct('a')).toEqual([[1, 2], 3])
  await lists.insertOne({ a: [{ tags: ['x', 'y'] }, { tags: 'z' }] })
  expect(await lists.distinct('a.tags')).toEqual(['x', 'y', 'z'])
})
