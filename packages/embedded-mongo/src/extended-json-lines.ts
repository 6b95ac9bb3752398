/**
 * The way out (and in): every collection of a MongoDB, embedded or real, as a file of canonical Extended JSON, one document
 * a line, which also MongoDB's own tools read, beside files with its indexes and, if it has any, its options (a validator, a
 * collation). A view is its options alone.
 *
 *   <directory>/<database>/<collection>.jsonl
 *   <directory>/<database>/<collection>.indexes.json
 *   <directory>/<database>/<collection>.options.json
 */
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import { type Document, EJSON } from 'bson'
import mongoose from 'mongoose'

const { MongoClient, MongoBulkWriteError, MongoServerError } = mongoose.mongo
type Client = InstanceType<typeof MongoClient>
type Database = ReturnType<Client['db']>

const BATCH = 500
const SYSTEM_DATABASES = new Set(['admin', 'config', 'local'])
const DOCUMENTS = '.jsonl'
const INDEXES = '.indexes.json'
const OPTIONS_FILE = '.options.json'
const OPTIONS = { relaxed: false } as const

export interface TransferReport {
  collections: number
  documents: number
}

/** Writes the database that `uri` names, or all of the server, into `directory`, which is created. */
export function exportAll(uri: string, directory: string): Promise<TransferReport> {
  return connected(uri, async client => {
    const report: TransferReport = { collections: 0, documents: 0 }
    for (const name of await databasesToExport(client, databaseIn(uri))) {
      mkdirSync(join(directory, name), { recursive: true, mode: 0o700 })
      const database = client.db(name)
      for (const { name: collection, type, options = {} } of await database
        .listCollections({}, { nameOnly: false })
        .toArray()) {
        if (collection.startsWith('system.')) continue
        writeOptions(join(directory, name, collection + OPTIONS_FILE), options)
        if (type === 'view') continue
        report.collections++
        report.documents += await exportCollection(database, collection, join(directory, name))
      }
    }
    return report
  })
}

/** Undefined when the connection string names none: the driver would say `test`. */
const databaseIn = (uri: string): string | undefined => {
  const name = /^mongodb(?:\+srv)?:\/\/[^/]+\/([^/?]+)/.exec(uri)?.[1]
  return name && decodeURIComponent(name)
}

async function databasesToExport(client: Client, only: string | undefined): Promise<string[]> {
  if (only) return [only]
  const { databases } = await client.db().admin().listDatabases({ nameOnly: true })
  return databases.map(({ name }) => name).filter(name => !SYSTEM_DATABASES.has(name))
}

function writeOptions(path: string, options: Document): void {
  if (Object.keys(options).length > 0) writeFileSync(path, EJSON.stringify(options, undefined, 2, OPTIONS))
}

async function exportCollection(database: Database, name: string, directory: string): Promise<number> {
  const collection = database.collection(name, { promoteValues: false, bsonRegExp: true })
  const indexes = await database.collection(name).indexes()
  writeFileSync(join(directory, name + INDEXES), EJSON.stringify(indexes, undefined, 2, OPTIONS))
  let documents = 0
  async function* lines() {
    for await (const document of collection.find().sort({ _id: 1 })) {
      documents++
      yield `${EJSON.stringify(document, OPTIONS)}\n`
    }
  }
  await pipeline(lines, createWriteStream(join(directory, name + DOCUMENTS), { mode: 0o600 }))
  return documents
}

/**
 * Reads what `exportAll` wrote into the server at `uri`. Documents that are there already, by `_id`, are left alone, so an
 * interrupted import can be repeated. A single database goes to the one that `uri` names, several keep their names.
 */
export function importAll(directory: string, uri: string): Promise<TransferReport> {
  return connected(uri, async client => {
    const report: TransferReport = { collections: 0, documents: 0 }
    const databases = exportedDatabases(directory)
    for (const name of databases) {
      const database = client.db((databases.length === 1 && databaseIn(uri)) || name)
      await createAll(database, join(directory, name))
      for (const collection of filesEndingIn(join(directory, name), DOCUMENTS)) {
        report.collections++
        report.documents += await importCollection(database, collection, join(directory, name))
      }
    }
    return report
  })
}

const exportedDatabases = (directory: string): string[] =>
  readdirSync(directory, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name)

/** The names before the ending. */
const filesEndingIn = (directory: string, ending: string): string[] =>
  readdirSync(directory)
    .filter(file => file.endsWith(ending))
    .map(file => file.slice(0, -ending.length))

const NAMESPACE_EXISTS = 48

/** Also what is empty, and the views. What exists already keeps its options. */
async function createAll(database: Database, directory: string): Promise<void> {
  const names = [OPTIONS_FILE, DOCUMENTS].flatMap(ending => filesEndingIn(directory, ending))
  for (const name of new Set(names)) {
    const options = readOptions(join(directory, name + OPTIONS_FILE))
    try {
      await database.command({ create: name, ...options })
    } catch (error) {
      if (!(error instanceof MongoServerError && error.code === NAMESPACE_EXISTS)) throw error
    }
  }
}

const readOptions = (path: string): Document =>
  existsSync(path) ? EJSON.parse(readFileSync(path, 'utf8'), OPTIONS) : {}

async function importCollection(database: Database, name: string, directory: string): Promise<number> {
  await createIndexes(database, name, join(directory, name + INDEXES))
  let documents = 0
  let batch: Document[] = []
  const flush = async () => {
    if (batch.length > 0) await insertNew(database, name, batch)
    documents += batch.length
    batch = []
  }
  const input = createReadStream(join(directory, name + DOCUMENTS))
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (line.trim() === '') continue
    batch.push(EJSON.parse(line, OPTIONS))
    if (batch.length === BATCH) await flush()
  }
  await flush()
  return documents
}

async function createIndexes(database: Database, name: string, path: string): Promise<void> {
  if (!existsSync(path)) return
  const indexes: Document[] = EJSON.parse(readFileSync(path, 'utf8'), { relaxed: true })
  const own = indexes.filter(({ name }) => name !== '_id_').map(({ v: _, ns: __, ...index }) => index)
  if (own.length > 0) await database.command({ createIndexes: name, indexes: own })
}

const DUPLICATE_KEY = 11000

/** Documents may be older than their collection's validator. */
async function insertNew(database: Database, name: string, documents: Document[]): Promise<void> {
  try {
    await database.collection(name).insertMany(documents, { ordered: false, bypassDocumentValidation: true })
  } catch (error) {
    const errors = error instanceof MongoBulkWriteError ? [error.writeErrors].flat() : []
    const present =
      errors.length > 0 &&
      errors.every(({ code, errmsg }) => code === DUPLICATE_KEY && errmsg?.includes(' index: _id_ '))
    if (!present) throw error
  }
}

async function connected<R>(uri: string, work: (client: Client) => Promise<R>): Promise<R> {
  const client = await new MongoClient(uri).connect()
  try {
    return await work(client)
  } finally {
    await client.close()
  }
}
