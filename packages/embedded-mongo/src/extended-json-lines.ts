/**
 * The way out (and in): every collection of a MongoDB, embedded or real, as a file of canonical Extended JSON, one document
 * a line, which also MongoDB's own tools read, beside a file with its indexes.
 *
 *   <directory>/<database>/<collection>.jsonl
 *   <directory>/<database>/<collection>.indexes.json
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

const { MongoClient, MongoBulkWriteError } = mongoose.mongo
type Client = InstanceType<typeof MongoClient>
type Database = ReturnType<Client['db']>

const BATCH = 500
const SYSTEM_DATABASES = new Set(['admin', 'config', 'local'])
const DOCUMENTS = '.jsonl'
const INDEXES = '.indexes.json'
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
      for (const collection of await client.db(name).collections()) {
        report.collections++
        report.documents += await exportCollection(
          client.db(name),
          collection.collectionName,
          join(directory, name),
        )
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
    const exported = exportedCollections(directory)
    const single = new Set(exported.map(({ database }) => database)).size === 1
    for (const { database, name, path } of exported) {
      const target = (single && databaseIn(uri)) || database
      report.collections++
      report.documents += await importCollection(client.db(target), name, path)
    }
    return report
  })
}

function exportedCollections(directory: string) {
  const databases = readdirSync(directory, { withFileTypes: true }).filter(entry => entry.isDirectory())
  return databases.flatMap(({ name: database }) =>
    readdirSync(join(directory, database))
      .filter(file => file.endsWith(DOCUMENTS))
      .map(file => ({
        database,
        name: file.slice(0, -DOCUMENTS.length),
        path: join(directory, database, file),
      })),
  )
}

async function importCollection(database: Database, name: string, path: string): Promise<number> {
  await createIndexes(database, name, path.slice(0, -DOCUMENTS.length) + INDEXES)
  let documents = 0
  let batch: Document[] = []
  const flush = async () => {
    if (batch.length > 0) await insertNew(database, name, batch)
    documents += batch.length
    batch = []
  }
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
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

async function insertNew(database: Database, name: string, documents: Document[]): Promise<void> {
  try {
    await database.collection(name).insertMany(documents, { ordered: false })
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
