/**
 * `kill -9` under load. Clients insert, count and replace in several collections; the process dies at a random moment; what
 * had been acknowledged must be there after the restart, and indexes and counts must fit. CRASH_ROUNDS changes how often.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import mongoose from 'mongoose'
import { afterAll, expect, test } from 'vitest'
import { Random } from '../fuzz/random.js'
import { Store } from '../storage/store.js'
import { verifyStore } from '../storage/verify-store.js'
import { startDatabaseProcess } from './database-process.js'

const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 50)
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000_000)
const WRITERS = 6

const dataDir = mkdtempSync(join(tmpdir(), 'em-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

interface Entry {
  _id: string
  writer: number
  number: number
  tag: number
}
interface Counter {
  _id: string
  n: number
}
type Client = InstanceType<typeof mongoose.mongo.MongoClient>

const entriesOf = (client: Client) => client.db().collection<Entry>('entries')
const countersOf = (client: Client) => client.db().collection<Counter>('counters')

/** What the database has confirmed so far. */
const acknowledged = { entries: new Set<string>(), counter: 0 }

test(
  `${ROUNDS} rounds of kill -9 lose nothing that was acknowledged (FUZZ_SEED=${seed})`,
  async ({ annotate }) => {
    const random = new Random(seed)
    for (let round = 0; round < ROUNDS; round++) {
      const database = await startDatabaseProcess(dataDir)
      const client = await new mongoose.mongo.MongoClient(database.uri, {
        serverSelectionTimeoutMS: 300,
      }).connect()
      await verifyAcknowledged(client)
      await entriesOf(client).createIndex({ writer: 1, number: 1 }, { unique: true })
      await entriesOf(client).createIndex({ tag: 1 })
      const writers = startWriters(client, round)
      await delay(40 + random.below(300))
      await database.kill()
      await writers.stop()
      await client.close(true)
      await verifyFiles()
    }
    await annotate(`${acknowledged.entries.size + acknowledged.counter} writes acknowledged`)
    expect(acknowledged.entries.size).toBeGreaterThan(ROUNDS * 10)
  },
  30_000 + ROUNDS * 5_000,
)

function startWriters(client: Client, round: number): { stop(): Promise<void> } {
  const writing = { on: true }
  const untilDead = async (write: (number: number) => Promise<void>) => {
    for (let number = 0; writing.on; number++) {
      try {
        await write(number)
      } catch {
        return
      }
    }
  }
  const writers = Array.from({ length: WRITERS }, (_, writer) =>
    untilDead(async number => {
      const _id = `${round}/${writer}/${number}`
      await entriesOf(client).insertOne({ _id, writer: round * WRITERS + writer, number, tag: number % 10 })
      acknowledged.entries.add(_id)
    }),
  )
  const counter = untilDead(async () => {
    await countersOf(client).updateOne({ _id: 'c' }, { $inc: { n: 1 } }, { upsert: true })
    acknowledged.counter++
  })
  return {
    stop: async () => {
      writing.on = false
      await Promise.all([...writers, counter])
    },
  }
}

async function verifyAcknowledged(client: Client): Promise<void> {
  const stored = new Set(
    await entriesOf(client)
      .find()
      .map(({ _id }) => _id)
      .toArray(),
  )
  expect([...acknowledged.entries].filter(id => !stored.has(id))).toEqual([])
  expect(await entriesOf(client).countDocuments({ tag: { $gte: 0 } })).toBe(stored.size)
  const counter = await countersOf(client).findOne({ _id: 'c' })
  expect(counter?.n ?? 0).toBeGreaterThanOrEqual(acknowledged.counter)
}

async function verifyFiles(): Promise<void> {
  const store = new Store(dataDir)
  try {
    expect(verifyStore(store).problems).toEqual([])
  } finally {
    await store.close()
  }
}
