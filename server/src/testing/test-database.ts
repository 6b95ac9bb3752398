import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedMongo } from '@randnotiz/embedded-mongo'
import { ownDatabaseUri } from '@randnotiz/test-kit/own-database'
import { type Database, openDatabase } from '../platform/mongo/database.js'

export type TestMongo = { uri: string; close(): Promise<void> }

/** An empty database for a test file: the embedded one, or one on the server that MONGODB_URI names. */
export async function startTestMongo(): Promise<TestMongo> {
  const uri = ownDatabaseUri()
  if (uri !== undefined) return { uri, close: async () => {} }
  const dataDir = await mkdtemp(join(tmpdir(), 'randnotiz-database-'))
  const embedded = await startEmbeddedMongo({ dataDir })
  return {
    uri: embedded.uri,
    close: async () => {
      await embedded.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** The same, opened as the server does. */
export async function openTestDatabase(): Promise<Database> {
  const mongo = await startTestMongo()
  const database = await openDatabase({ mongodbUri: mongo.uri, dataDir: '' })
  return {
    ...database,
    close: async () => {
      await database.close()
      await mongo.close()
    },
  }
}
