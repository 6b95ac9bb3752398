import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mongoose from 'mongoose'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type EmbeddedMongo, startEmbeddedMongo } from '../start-embedded-mongo.js'

type Client = InstanceType<typeof mongoose.mongo.MongoClient>
type Database = ReturnType<Client['db']>
interface Vote {
  _id: number
  choice?: string
  weight?: number
}

const dataDir = mkdtempSync(join(tmpdir(), 'em-'))
let server: EmbeddedMongo
let client: Client
let db: Database

beforeAll(async () => {
  server = await startEmbeddedMongo({ dataDir, expiryIntervalMs: 50 })
  await connect()
})

afterAll(async () => {
  await client.close()
  await server.close()
  rmSync(dataDir, { recursive: true, force: true })
})

async function connect(): Promise<void> {
  client = await new mongoose.mongo.MongoClient(server.uri).connect()
  db = client.db()
}

const votes = () => db.collection<Vote>('votes')
const validator = { choice: { $in: ['yes', 'no'] }, weight: { $gte: 0, $lte: 1 } }
const good: Vote = { _id: 1, choice: 'yes', weight: 1 }
const bad: Vote = { _id: 2, choice: 'yes', weight: 3 }

beforeEach(async () => {
  await db.dropDatabase()
  await db.createCollection('votes', { validator })
  await votes().insertOne({ ...good })
})

test('the error says which clauses failed', async () => {
  await expect(votes().insertOne({ _id: 2, choice: 'perhaps', weight: 3 })).rejects.toMatchObject({
    code: 121,
    message: 'Document failed validation',
    errInfo: {
      failingDocumentId: 2,
      details: {
        operatorName: '$and',
        clausesNotSatisfied: [
          { index: 0, details: { operatorName: '$in', specifiedAs: { choice: { $in: ['yes', 'no'] } } } },
          { index: 2, details: { operatorName: '$lte', specifiedAs: { weight: { $lte: 1 } } } },
        ],
      },
    },
  })
})

describe('every way of writing', () => {
  const bypass = { bypassDocumentValidation: true }
  const change = { $set: { weight: 3 } }
  const source = () => db.collection<Vote>('source')
  type Options = { bypassDocumentValidation?: boolean }
  const WRITES: Record<string, (options: Options) => Promise<unknown>> = {
    insertMany: options => votes().insertMany([{ ...bad }], options),
    updateOne: options => votes().updateOne({ _id: 1 }, change, options),
    updateMany: options => votes().updateMany({}, change, options),
    replaceOne: options => votes().replaceOne({ _id: 1 }, { weight: 3 }, options),
    'update by pipeline': options => votes().updateOne({ _id: 1 }, [{ $set: { weight: 3 } }], options),
    upsert: options => votes().updateOne({ _id: 2 }, change, { ...options, upsert: true }),
    findOneAndUpdate: options => votes().findOneAndUpdate({ _id: 1 }, change, options),
    findOneAndReplace: options => votes().findOneAndReplace({ _id: 1 }, { weight: 3 }, options),
    'findOneAndUpdate with upsert': options =>
      votes().findOneAndUpdate({ _id: 2 }, change, { ...options, upsert: true }),
    bulkWrite: options => votes().bulkWrite([{ insertOne: { document: { ...bad } } }], options),
    $out: options =>
      source()
        .aggregate([{ $out: 'votes' }], options)
        .toArray(),
    '$merge inserting': options =>
      source()
        .aggregate([{ $merge: 'votes' }], options)
        .toArray(),
    '$merge replacing': options =>
      source()
        .aggregate([{ $set: { _id: 1 } }, { $merge: { into: 'votes', whenMatched: 'replace' } }], options)
        .toArray(),
  }
  for (const [name, write] of Object.entries(WRITES)) {
    test(name, async () => {
      await source().insertOne({ ...bad })
      await expect(write({})).rejects.toMatchObject({ code: 121 })
      expect(await votes().find().toArray()).toEqual([good])
      await write(bypass)
      expect(await votes().countDocuments({ weight: 3 })).toBe(1)
    })
  }

  test('the bulkWrite command', async () => {
    const document = { choice: 'yes', weight: 3 }
    const model = { namespace: 'randnotiz.votes', name: 'insertOne', document } as const
    await expect(client.bulkWrite([model])).rejects.toMatchObject({
      writeErrors: new Map([[0, expect.objectContaining({ code: 121 })]]),
    })
    await client.bulkWrite([model], bypass)
    expect(await votes().countDocuments()).toBe(2)
  })

  test('removing needs no validity, and changing nothing is no writing', async () => {
    await votes().insertOne({ ...bad }, bypass)
    expect(await votes().updateOne({ _id: 2 }, change)).toMatchObject({ matchedCount: 1, modifiedCount: 0 })
    expect(await votes().deleteOne({ _id: 2 })).toMatchObject({ deletedCount: 1 })
  })

  test('an unordered batch keeps what is valid', async () => {
    const inserted = votes().insertMany([{ ...bad }, { _id: 3, choice: 'no', weight: 0 }], { ordered: false })
    await expect(inserted).rejects.toMatchObject({ code: 121, insertedCount: 1 })
    expect((await votes().find().sort({ _id: 1 }).toArray()).map(({ _id }) => _id)).toEqual([1, 3])
  })
})

describe('collMod', () => {
  test('sets, changes and takes away the validator', async () => {
    await db.command({ collMod: 'votes', validator: { choice: 'yes' } })
    await expect(votes().insertOne({ _id: 3, choice: 'no' })).rejects.toMatchObject({
      code: 121,
      errInfo: { details: { operatorName: '$eq', specifiedAs: { choice: 'yes' } } },
    })
    await db.command({ collMod: 'votes', validator: {} })
    await votes().insertOne({ ...bad })
    await db.command({ collMod: 'votes', validator })
    expect(await db.listCollections({ name: 'votes' }).toArray()).toMatchObject([
      { options: { validator, validationLevel: 'strict', validationAction: 'error' } },
    ])
  })

  test('moderate lets wrong documents stay wrong, strict does not', async () => {
    await votes().insertOne({ ...bad }, { bypassDocumentValidation: true })
    const spoil = (_id: number) => votes().updateOne({ _id }, { $inc: { weight: 5 } })
    await expect(spoil(2)).rejects.toMatchObject({ code: 121 })
    await db.command({ collMod: 'votes', validationLevel: 'moderate' })
    expect(await spoil(2)).toMatchObject({ modifiedCount: 1 })
    await expect(spoil(1)).rejects.toMatchObject({ code: 121 })
    await db.command({ collMod: 'votes', validationLevel: 'off' })
    expect(await spoil(1)).toMatchObject({ modifiedCount: 1 })
  })

  test('warn writes all the same', async () => {
    await db.command({ collMod: 'votes', validationAction: 'warn' })
    await votes().insertOne({ ...bad })
    expect(await votes().countDocuments()).toBe(2)
  })

  test('time to live: a plain index becomes one, and expiry follows the new one', async () => {
    await db.collection('sessions').createIndex({ at: 1 })
    await db.collection('sessions').insertMany([{ at: new Date(Date.now() - 60_000) }, { at: new Date() }])
    const modify = (expireAfterSeconds: number) =>
      db.command({ collMod: 'sessions', index: { keyPattern: { at: 1 }, expireAfterSeconds } })
    expect(await modify(3600)).toMatchObject({ expireAfterSeconds_new: 3600 })
    expect(await modify(30)).toMatchObject({ expireAfterSeconds_old: 3600, expireAfterSeconds_new: 30 })
    await expect.poll(() => db.collection('sessions').countDocuments(), { timeout: 10_000 }).toBe(1)
  })

  test('a hidden index serves no query and still keeps values unique', async () => {
    await votes().createIndex({ choice: 1 }, { unique: true })
    const modify = (hidden: boolean) => db.command({ collMod: 'votes', index: { name: 'choice_1', hidden } })
    const stage = async () => (await votes().find({ choice: 'yes' }).explain()).queryPlanner.winningPlan.stage
    expect(await modify(true)).toMatchObject({ hidden_old: false, hidden_new: true })
    expect(await stage()).toBe('COLLSCAN')
    await expect(votes().insertOne({ _id: 3, choice: 'yes', weight: 0 })).rejects.toMatchObject({
      code: 11000,
    })
    await modify(false)
    expect(await stage()).toBe('FETCH')
  })

  test('what it does not do is refused by code', async () => {
    const modify = (fields: object) => db.command({ collMod: 'votes', ...fields })
    await votes().createIndex({ choice: 1, weight: 1 })
    const index = { name: 'choice_1_weight_1' }
    const CASES: [object, number][] = [
      [{ viewOn: 'x' }, 115],
      [{ changeStreamPreAndPostImages: { enabled: true } }, 115],
      [{ index: { ...index, prepareUnique: true } }, 115],
      [{ nonsense: 1 }, 40415],
      [{ index: { ...index, nonsense: 1 } }, 40415],
      [{ index: { ...index, expireAfterSeconds: 1 } }, 72],
      [{ index: { hidden: true } }, 72],
      [{ index: { ...index } }, 72],
      [{ index: { name: 'absent', hidden: true } }, 27],
      [{ index: { name: '_id_', hidden: true } }, 2],
      [{ validationLevel: 'loose' }, 2],
      [{ validationAction: 'shout' }, 2],
      [{ validator: { $nonsense: 1 } }, 2],
      [{ validator: { $jsonSchema: {} } }, 115],
      [{ validator: 5 }, 14],
    ]
    for (const [fields, code] of CASES)
      await expect(modify(fields), JSON.stringify(fields)).rejects.toMatchObject({ code })
    await expect(db.command({ collMod: 'absent' })).rejects.toMatchObject({ code: 26 })
    await expect(db.createCollection('schema', { validator: { $jsonSchema: {} } })).rejects.toMatchObject({
      code: 115,
    })
  })
})

test('validator and collation survive a restart', async () => {
  await db.createCollection('loose', {
    validator: { choice: 'YES' },
    collation: { locale: 'de', strength: 2 },
  })
  await client.close()
  await server.close()
  server = await startEmbeddedMongo({ dataDir, expiryIntervalMs: 50 })
  await connect()
  await expect(votes().insertOne({ ...bad })).rejects.toMatchObject({ code: 121 })
  await db.collection('loose').insertOne({ choice: 'yes' })
  await expect(db.collection('loose').insertOne({ choice: 'no' })).rejects.toMatchObject({ code: 121 })
})
