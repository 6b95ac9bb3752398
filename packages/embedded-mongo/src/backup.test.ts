import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Decimal128, Double, Long, ObjectId } from 'bson'
import mongoose from 'mongoose'
import { afterEach, expect, test } from 'vitest'
import { startDatabaseProcess } from './robustness/database-process.js'
import { type EmbeddedMongo, startEmbeddedMongo } from './start-embedded-mongo.js'

const run = promisify(execFile)
const CLI = fileURLToPath(
  new URL('./cli.js', import.meta.url.replace('/embedded-mongo/src/', '/embedded-mongo/dist/')),
)
const cli = (...args: string[]) => run(process.execPath, [CLI, ...args])

const cleanups: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'em-'))
  cleanups.push(() => rmSync(directory, { recursive: true, force: true }))
  return directory
}

type Client = InstanceType<typeof mongoose.mongo.MongoClient>

async function connect(uri: string): Promise<Client> {
  const client = await new mongoose.mongo.MongoClient(uri).connect()
  cleanups.push(() => client.close())
  return client
}

async function start(dataDir: string): Promise<EmbeddedMongo> {
  const database = await startEmbeddedMongo({ dataDir })
  cleanups.push(() => database.close())
  return database
}

const DOCUMENTS = [
  { _id: new ObjectId(), title: 'Straße', at: new Date(5), tags: ['a', 'b'] },
  {
    _id: new ObjectId(),
    title: 'Platz',
    price: Decimal128.fromString('1.50'),
    big: Long.fromString('9007199254740993'),
    ratio: new Double(3),
  },
]

async function fill(client: Client): Promise<void> {
  await client.db().collection('notes').createIndex({ title: 1 }, { unique: true })
  await client
    .db()
    .collection('notes')
    .createIndex({ at: 1 }, { expireAfterSeconds: 1e9, partialFilterExpression: { at: { $exists: true } } })
  await client.db().collection('notes').insertMany(DOCUMENTS)
  await client
    .db('second')
    .collection<{ _id: number }>('numbers')
    .insertMany(Array.from({ length: 1200 }, (_, _id) => ({ _id })))
}

async function expectFilled(client: Client): Promise<void> {
  const notes = client.db().collection('notes', { promoteValues: false })
  expect(await notes.find().sort({ _id: 1 }).toArray()).toEqual(DOCUMENTS)
  await expect(client.db().collection('notes').insertOne({ title: 'Platz' })).rejects.toMatchObject({
    code: 11000,
  })
  expect(await client.db().collection('notes').indexes()).toContainEqual(
    expect.objectContaining({
      name: 'at_1',
      expireAfterSeconds: 1e9,
      partialFilterExpression: { at: { $exists: true } },
    }),
  )
  expect(await client.db('second').collection('numbers').countDocuments()).toBe(1200)
}

test('backup of a running server in another process, and restore', async () => {
  const [dataDir, work] = [temporaryDirectory(), temporaryDirectory()]
  const running = await startDatabaseProcess(dataDir)
  cleanups.push(() => running.kill())
  await fill(await connect(running.uri))

  const { stdout } = await cli('backup', dataDir, join(work, 'backup'))
  expect(stdout).toBe('Backed up 1202 documents in 2 collections.\n')
  expect((await cli('restore', join(work, 'backup'), join(work, 'restored'))).stdout).toBe(
    'Restored 1202 documents in 2 collections.\n',
  )
  await expectFilled(await connect((await start(join(work, 'restored'))).uri))
})

test('backup and restore refuse what would overwrite or find nothing, in one sentence', async () => {
  const [dataDir, empty] = [temporaryDirectory(), temporaryDirectory()]
  const database = await startEmbeddedMongo({ dataDir })
  await database.close()
  await expect(cli('backup', empty, join(empty, 'new'))).rejects.toMatchObject({
    code: 1,
    stderr: `There is no database in ${empty}.\n`,
  })
  await expect(cli('restore', dataDir, dataDir)).rejects.toMatchObject({
    code: 1,
    stderr: `The directory ${dataDir} is not empty.\n`,
  })
  await expect(cli('backup')).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining('usage:') })
})

test('export from a running server and import into another one keep every type and index', async () => {
  const [dataDir, work] = [temporaryDirectory(), temporaryDirectory()]
  const lines = join(work, 'lines')
  await fill(await connect((await start(dataDir)).uri))

  expect((await cli('export', dataDir, lines)).stdout).toBe('Exported 1202 documents in 2 collections.\n')
  const [first] = readFileSync(join(lines, 'randnotiz/notes.jsonl'), 'utf8').split('\n')
  expect(JSON.parse(first ?? '')).toMatchObject({ title: 'Straße', at: { $date: { $numberLong: '5' } } })

  const target = await start(join(work, 'target'))
  expect((await cli('import', lines, target.uri)).stdout).toBe('Imported 1202 documents in 2 collections.\n')
  await expectFilled(await connect(target.uri))

  // An import that broke off is repeated.
  await cli('import', lines, target.uri)
  await expectFilled(await connect(target.uri))
  expect(existsSync(join(lines, 'second/numbers.indexes.json'))).toBe(true)
})

test('options, views and empty collections come along, also for documents that are older than their validator', async () => {
  const [dataDir, work] = [temporaryDirectory(), temporaryDirectory()]
  const source = (await connect((await start(dataDir)).uri)).db()
  const collation = { locale: 'de', strength: 2 }
  await source.createCollection('notes', { collation })
  await source.collection('notes').insertMany([{ title: 'Platz' }, { title: 'Wrong' }])
  await source.command({ collMod: 'notes', validator: { title: 'Platz' } })
  await source.createCollection('empty')
  await source.createCollection('places', {
    viewOn: 'notes',
    pipeline: [{ $match: { title: 'PLATZ' } }],
    collation,
  })

  const target = await start(join(work, 'target'))
  for (let repeated = 0; repeated < 2; repeated++) {
    expect((await cli('export', dataDir, target.uri)).stdout).toBe('Exported 2 documents in 2 collections.\n')
  }
  const copy = (await connect(target.uri)).db()
  expect(await copy.listCollections({}, { nameOnly: false }).toArray()).toMatchObject([
    { name: 'empty', type: 'collection', options: {} },
    { name: 'notes', type: 'collection', options: { collation, validator: { title: 'Platz' } } },
    { name: 'places', type: 'view', options: { viewOn: 'notes' } },
  ])
  expect(await copy.collection('places').countDocuments()).toBe(1)
  expect(await copy.collection('notes').countDocuments({ title: 'WRONG' })).toBe(1)
  await expect(copy.collection('notes').insertOne({ title: 'No' })).rejects.toMatchObject({ code: 121 })
})

test('one command carries a database into another one, under the name that its connection string has', async () => {
  const [dataDir, work] = [temporaryDirectory(), temporaryDirectory()]
  const source = await start(dataDir)
  const notes = (await connect(source.uri)).db().collection('notes')
  await notes.insertMany(DOCUMENTS)
  const target = await start(join(work, 'target'))
  const town = target.uri.replace('/randnotiz?', '/town?')

  expect((await cli('export', dataDir, town)).stdout).toBe('Exported 2 documents in 1 collections.\n')
  expect(await (await connect(town)).db('town').collection('notes').countDocuments()).toBe(2)

  // And the way back, past what else that server has.
  await (await connect(target.uri)).db('elsewhere').collection('notes').insertOne({})
  const back = join(work, 'back')
  expect((await cli('import', town, back)).stdout).toBe('Imported 2 documents in 1 collections.\n')
})
