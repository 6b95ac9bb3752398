/** mongoose, unchanged, against the embedded database: every feature this product uses, one by one. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mongoose, { type Connection, Schema } from 'mongoose'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type EmbeddedMongo, startEmbeddedMongo } from './start-embedded-mongo.js'

const dataDir = mkdtempSync(join(tmpdir(), 'em-'))
let database: EmbeddedMongo
let connection: Connection
let models: ReturnType<typeof defineModels>

beforeAll(async () => {
  database = await startEmbeddedMongo({ dataDir, expiryIntervalMs: 100 })
  connection = await mongoose.createConnection(database.uri).asPromise()
  models = defineModels(connection)
})

afterAll(async () => {
  await connection.close()
  await database.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const personSchema = new Schema(
  {
    email: { type: String, unique: true, lowercase: true },
    name: String,
    age: { type: Number, index: true },
    tags: [String],
    avatar: Buffer,
    price: Schema.Types.Decimal128,
    big: BigInt,
    uid: Schema.Types.UUID,
    counts: { type: Map, of: Number },
    anything: Schema.Types.Mixed,
  },
  { timestamps: true, optimisticConcurrency: true },
)

const noteSchema = new Schema({
  title: String,
  author: { type: Schema.Types.ObjectId, ref: 'Person' },
  replies: [
    { by: { type: Schema.Types.ObjectId, ref: 'Person' }, text: String, votes: { type: Number, default: 0 } },
  ],
})

const defineModels = (on: Connection) => ({
  Person: on.model('Person', personSchema),
  Note: on.model('Note', noteSchema),
})

async function people() {
  const { Person } = models
  await Person.init()
  await Person.deleteMany({})
  return Person
}

async function notes() {
  const { Note } = models
  await Note.deleteMany({})
  return Note
}

test('every type makes the round trip', async () => {
  const Person = await people()
  const { id } = await Person.create({
    email: 'A@example.org',
    avatar: Buffer.from([0, 1, 254, 255]),
    price: '12.340',
    big: 9007199254740993n,
    uid: '3f1d2a50-9c64-4b4c-9a0e-1f7d3f6f1c11',
    counts: { agree: 3 },
    anything: { at: new Date(5), nothing: null, list: [1, 'b', { c: 2.5 }] },
  })
  const read = await Person.findById(id)
  expect([...(read?.avatar ?? [])]).toEqual([0, 1, 254, 255])
  expect(String(read?.price)).toBe('12.340')
  expect(read?.big).toBe(9007199254740993n)
  expect(String(read?.uid)).toBe('3f1d2a50-9c64-4b4c-9a0e-1f7d3f6f1c11')
  expect(read?.counts?.get('agree')).toBe(3)
  expect(read?.anything).toEqual({ at: new Date(5), nothing: null, list: [1, 'b', { c: 2.5 }] })
  expect(read?.createdAt).toBeInstanceOf(Date)
})

describe('indexes', () => {
  test('autoIndex creates them, syncIndexes finds nothing to do', async () => {
    const Person = await people()
    const names = (await Person.collection.indexes()).map(({ name }) => name).sort()
    expect(names).toEqual(['_id_', 'age_1', 'email_1'])
    expect(await Person.diffIndexes()).toEqual({ toDrop: [], toCreate: [] })
  })

  test('unique: E11000 with keyPattern and keyValue', async () => {
    const Person = await people()
    await Person.create({ email: 'a@example.org' })
    await expect(Person.create({ email: 'A@example.org' })).rejects.toMatchObject({
      code: 11000,
      keyPattern: { email: 1 },
      keyValue: { email: 'a@example.org' },
      message: expect.stringContaining(
        'E11000 duplicate key error collection: randnotiz.people index: email_1 dup key: { email: "a@example.org" }',
      ),
    })
  })

  test('compound unique', async () => {
    const Update = connection.model(
      'Update',
      new Schema({ documentId: String, seq: Number }).index({ documentId: 1, seq: 1 }, { unique: true }),
    )
    await Update.init()
    await Update.create([
      { documentId: 'd', seq: 1 },
      { documentId: 'd', seq: 2 },
      { documentId: 'e', seq: 1 },
    ])
    await expect(Update.create({ documentId: 'd', seq: 1 })).rejects.toMatchObject({ code: 11000 })
  })

  test('partial unique', async () => {
    const schema = new Schema({ slug: String, deleted: Boolean })
    schema.index({ slug: 1 }, { unique: true, partialFilterExpression: { deleted: false } })
    const Page = connection.model('Page', schema)
    await Page.init()
    await Page.create([
      { slug: 's', deleted: true },
      { slug: 's', deleted: true },
      { slug: 's', deleted: false },
    ])
    await expect(Page.create({ slug: 's', deleted: false })).rejects.toMatchObject({ code: 11000 })
  })

  test('case-insensitive unique by collation', async () => {
    const schema = new Schema({ login: String })
    schema.index({ login: 1 }, { unique: true, collation: { locale: 'de', strength: 2 } })
    const Login = connection.model('Login', schema)
    await Login.init()
    await Login.create({ login: 'Bäcker' })
    await expect(Login.create({ login: 'bÄCKER' })).rejects.toMatchObject({ code: 11000 })
    expect(await Login.findOne({ login: 'BÄCKER' }).collation({ locale: 'de', strength: 2 })).toMatchObject({
      login: 'Bäcker',
    })
  })

  test('built on what is there; over duplicates it is refused and leaves nothing', async () => {
    const Place = connection.model('Place', new Schema({ name: String, street: String }))
    await Place.insertMany([
      { name: 'a', street: 's' },
      { name: 'b', street: 's' },
    ])
    await Place.collection.createIndex({ name: 1 }, { unique: true })
    const plan = await Place.collection.find({ name: 'b' }).explain()
    expect(plan.queryPlanner.winningPlan.inputStage.indexName).toBe('name_1')
    expect(await Place.find({ name: 'b' }).lean()).toMatchObject([{ street: 's' }])
    await expect(Place.collection.createIndex({ street: 1 }, { unique: true })).rejects.toMatchObject({
      code: 11000,
      keyValue: { street: 's' },
    })
    expect((await Place.collection.indexes()).map(({ name }) => name)).toEqual(['_id_', 'name_1'])
  })

  test('multikey', async () => {
    const Person = await people()
    await Person.collection.createIndex({ tags: 1 })
    await Person.create([
      { email: '1', tags: ['park', 'bus'] },
      { email: '2', tags: ['bus'] },
    ])
    expect(await Person.find({ tags: 'bus' }).countDocuments()).toBe(2)
    expect(await Person.find({ tags: { $all: ['bus', 'park'] } }).countDocuments()).toBe(1)
    await Person.collection.dropIndex('tags_1')
  })

  test('TTL removes what has expired and nothing else', async () => {
    const Session = connection.model(
      'Session',
      new Schema({ token: String, expiresAt: { type: Date, expires: 0 } }),
    )
    await Session.init()
    await Session.create([
      { token: 'old', expiresAt: new Date(Date.now() - 1000) },
      { token: 'new', expiresAt: new Date(Date.now() + 60_000) },
      { token: 'eternal' },
    ])
    await vi.waitFor(async () => {
      expect((await Session.find().sort('token').lean()).map(({ token }) => token)).toEqual([
        'eternal',
        'new',
      ])
    }, 10_000)
  })

  test('strings longer than a key can be', async () => {
    const Person = await people()
    const long = '😀'.repeat(900)
    await Person.create({ email: long })
    expect(await Person.exists({ email: long })).not.toBeNull()
    await expect(Person.create({ email: long })).rejects.toMatchObject({ code: 11000 })
    await Person.create({ email: `${long}x` })
  })
})

test('optimistic concurrency: the second save of a stale document fails', async () => {
  const Person = await people()
  const { id } = await Person.create({ email: 'a', age: 1 })
  const [first, second] = [await Person.findById(id), await Person.findById(id)]
  first?.set('age', 2)
  await first?.save()
  second?.set('age', 3)
  await expect(second?.save()).rejects.toMatchObject({ name: 'VersionError' })
})

test('timestamps: an update moves one and keeps the other', async () => {
  const Person = await people()
  const { id, createdAt, updatedAt } = await Person.create({ email: 'a' })
  await vi.waitFor(() => expect(Date.now()).toBeGreaterThan(updatedAt.getTime()))
  await Person.updateOne({ _id: id }, { name: 'A' })
  const read = await Person.findById(id)
  expect(read?.createdAt).toEqual(createdAt)
  expect(read?.updatedAt.getTime()).toBeGreaterThan(updatedAt.getTime())
})

test('lean, select, sort, skip, limit', async () => {
  const Person = await people()
  await Person.insertMany(Array.from({ length: 20 }, (_, age) => ({ email: `${age}`, age, tags: [] })))
  const page = await Person.find({ age: { $gte: 10 } })
    .sort('-age')
    .skip(1)
    .limit(2)
    .select('age -_id')
    .lean()
  expect(page).toEqual([{ age: 18 }, { age: 17 }])
})

test('populate', async () => {
  const Person = await people()
  const Note = await notes()
  const author = await Person.create({ email: 'a', name: 'Ada' })
  await Note.create({ title: 'n', author: author._id, replies: [{ by: author._id, text: 'hi' }] })
  const note = await Note.findOne().populate('author', 'email').populate('replies.by').lean()
  expect(note).toMatchObject({ author: { email: 'a' }, replies: [{ by: { name: 'Ada' } }] })
})

test('cursors over several batches', async () => {
  const Person = await people()
  await Person.insertMany(Array.from({ length: 25 }, (_, i) => ({ email: `${i}`, tags: [] })))
  let count = 0
  for await (const _ of Person.find().cursor({ batchSize: 3 })) count++
  expect(count).toBe(25)
})

test('positional updates, array filters, $push and $pull', async () => {
  const Note = await notes()
  const { _id } = await Note.create({ replies: [{ text: 'a' }, { text: 'b' }] })
  await Note.updateOne(
    { _id, 'replies.text': 'b' },
    { $set: { 'replies.$.text': 'B' }, $inc: { 'replies.$.votes': 2 } },
  )
  await Note.updateOne({ _id }, { $push: { replies: { $each: [{ text: 'c', votes: 5 }], $position: 0 } } })
  await Note.updateOne(
    { _id },
    { $inc: { 'replies.$[few].votes': 10 } },
    { arrayFilters: [{ 'few.votes': { $lt: 2 } }] },
  )
  const read = await Note.findById(_id).lean()
  expect(
    read?.replies.map(({ text, votes }: { text?: string | null; votes: number }) => [text, votes]),
  ).toEqual([
    ['c', 5],
    ['a', 10],
    ['B', 2],
  ])
  await Note.updateOne({ _id }, { $pull: { replies: { votes: { $gte: 5 } } } })
  expect((await Note.findById(_id).lean())?.replies).toHaveLength(1)
})

test('findOneAndUpdate with upsert and $setOnInsert', async () => {
  const Person = await people()
  const upsert = () =>
    Person.findOneAndUpdate(
      { email: 'new' },
      { $setOnInsert: { name: 'N' }, $inc: { age: 1 } },
      { upsert: true, returnDocument: 'after', includeResultMetadata: true },
    )
  expect(await upsert()).toMatchObject({
    lastErrorObject: { updatedExisting: false },
    value: { name: 'N', age: 1 },
  })
  expect(await upsert()).toMatchObject({
    lastErrorObject: { updatedExisting: true },
    value: { name: 'N', age: 2 },
  })
})

test('bulkWrite, unordered insertMany, bulkSave', async () => {
  const Person = await people()
  const result = await Person.bulkWrite([
    { insertOne: { document: { email: 'b1' } } },
    { updateOne: { filter: { email: 'b1' }, update: { age: 77 } } },
    { replaceOne: { filter: { email: 'zz' }, replacement: { email: 'zz' }, upsert: true } },
    { deleteOne: { filter: { email: 'zz' } } },
  ])
  expect(result).toMatchObject({ insertedCount: 1, modifiedCount: 1, deletedCount: 1, upsertedCount: 1 })
  await expect(
    Person.insertMany(
      [
        { email: 'b1', tags: [] },
        { email: 'b2', tags: [] },
      ],
      { ordered: false },
    ),
  ).rejects.toMatchObject({ code: 11000 })
  const all = await Person.find()
  for (const person of all) person.set('name', 'saved')
  await Person.bulkSave(all)
  expect(await Person.countDocuments({ name: 'saved' })).toBe(2)
})

test('the bulkWrite command of MongoDB 8', async () => {
  await Promise.all([people(), notes()])
  const result = await connection.getClient().bulkWrite([
    { namespace: 'randnotiz.people', name: 'insertOne', document: { email: 'c' } },
    { namespace: 'randnotiz.notes', name: 'insertOne', document: { title: 't' } },
    {
      namespace: 'randnotiz.people',
      name: 'updateOne',
      filter: { email: 'c' },
      update: { $set: { age: 5 } },
    },
  ])
  expect(result).toMatchObject({ insertedCount: 2, modifiedCount: 1 })
})

test('discriminators', async () => {
  const Change = connection.model('Change', new Schema({ at: Date }, { discriminatorKey: 'kind' }))
  const Edit = Change.discriminator('Edit', new Schema({ block: String }))
  const Vote = Change.discriminator('Vote', new Schema({ value: Number }))
  await Edit.create({ block: 'b' })
  await Vote.create({ value: 1 })
  expect(await Change.countDocuments()).toBe(2)
  expect(await Edit.countDocuments()).toBe(1)
  expect(await Change.findOne({ kind: 'Vote' })).toBeInstanceOf(Vote)
})

test('aggregate: $lookup, $unwind, $group, $facet, date expressions', async () => {
  const [Person, Note] = [await people(), await notes()]
  const ada = await Person.create({ email: 'a', age: 30 })
  await Person.create([
    { email: 'b', age: 5 },
    { email: 'c', age: 50 },
  ])
  await Note.create({ title: 'n', author: ada._id })
  const joined = await Note.aggregate([
    { $lookup: { from: 'people', localField: 'author', foreignField: '_id', as: 'author' } },
    { $unwind: '$author' },
    { $project: { _id: 0, email: '$author.email', year: { $year: '$author.createdAt' } } },
  ])
  expect(joined).toEqual([{ email: 'a', year: new Date().getUTCFullYear() }])
  const grouped = await Person.aggregate([
    { $group: { _id: { $gt: ['$age', 10] }, n: { $sum: 1 }, average: { $avg: '$age' } } },
    { $sort: { _id: 1 } },
  ])
  expect(grouped).toEqual([
    { _id: false, n: 1, average: 5 },
    { _id: true, n: 2, average: 40 },
  ])
  const [facets] = await Person.aggregate([
    {
      $facet: {
        total: [{ $count: 'n' }],
        oldest: [{ $sort: { age: -1 } }, { $limit: 1 }, { $project: { age: 1, _id: 0 } }],
      },
    },
  ])
  expect(facets).toEqual({ total: [{ n: 3 }], oldest: [{ age: 50 }] })
})

test('distinct, exists, estimatedDocumentCount', async () => {
  const Person = await people()
  await Person.create([
    { email: 'a', tags: ['x', 'y'] },
    { email: 'b', tags: ['y'] },
  ])
  expect((await Person.distinct('tags')).sort()).toEqual(['x', 'y'])
  expect(await Person.exists({ email: 'zzz' })).toBeNull()
  expect(await Person.estimatedDocumentCount()).toBe(2)
})

test('documents up to 16 MB, and not beyond', async () => {
  const Person = await people()
  await Person.create({ email: 'big', avatar: Buffer.alloc(15_000_000, 3) })
  expect((await Person.findOne({ email: 'big' }))?.avatar).toHaveLength(15_000_000)
  await expect(Person.create({ email: 'bigger', avatar: Buffer.alloc(17_000_000) })).rejects.toThrow()
})

test('what is out of scope is refused by name', async () => {
  const Person = await people()
  const session = await connection.startSession()
  session.startTransaction()
  await expect(Person.create([{ email: 't' }], { session })).rejects.toMatchObject({
    originalError: { code: 20 },
  })
  await session.endSession()
  await expect(Person.collection.createIndex({ name: 'text' })).rejects.toMatchObject({ code: 115 })
  await expect(Person.find({ $where: 'true' })).rejects.toMatchObject({ code: 115 })
  await expect(Person.watch().next()).rejects.toMatchObject({ code: 40573 })
})
