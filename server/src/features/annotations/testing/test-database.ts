import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedMongo } from '@randnotiz/embedded-mongo'

export type TestDatabase = { uri: string; close(): Promise<void> }

/** An empty database for one test file. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), 'randnotiz-annotations-'))
  const database = await startEmbeddedMongo({ dataDir })
  return {
    uri: database.uri,
    close: async () => {
      await database.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
