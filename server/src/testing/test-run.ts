/**
 * Set-up of a whole test run: where MONGODB_URI is set, its tests use that server, each with a database of its own, and
 * all of these are dropped when the run ends.
 */
import { randomBytes } from 'node:crypto'
import { DATABASE_PREFIX_VARIABLE } from '@randnotiz/test-kit/own-database'

export async function setup(): Promise<(() => Promise<void>) | undefined> {
  const uri = process.env.MONGODB_URI
  if (!uri) return undefined
  const prefix = `randnotiz_test_${randomBytes(4).toString('hex')}_`
  process.env[DATABASE_PREFIX_VARIABLE] = prefix
  say(
    'MONGODB_URI is set: the tests use that server, in databases of their own. ' +
      'What is about the lock and the directory of the embedded database is skipped.',
  )
  return () => dropAll(uri, prefix)
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)

async function dropAll(uri: string, prefix: string): Promise<void> {
  const { default: mongoose } = await import('mongoose')
  const client = await new mongoose.mongo.MongoClient(uri).connect()
  const { databases } = await client.db().admin().listDatabases({ nameOnly: true })
  const ours = databases.filter(({ name }) => name.startsWith(prefix))
  for (const { name } of ours) await client.db(name).dropDatabase()
  say(`Dropped ${ours.length} databases of this run.`)
  await client.close()
}
