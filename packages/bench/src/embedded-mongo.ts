/**
 * The embedded database through the driver, in a process of its own: reads by key, an indexed page, a full scan, and durable
 * appends of 1 KB from 1, 8 and 64 clients, which share flushes. With MONGODB_URI the same runs against that server.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import mongoose from 'mongoose'
import { percentiles } from './percentiles.js'
import { residentMemory } from './server-memory.js'
import type { Figure, Workload } from './workload.js'

const { Binary, MongoClient } = mongoose.mongo
const DOCUMENTS = 100_000
const STREAMS = 20
const PAGE = 50
const CLI = fileURLToPath(new URL('./cli.js', import.meta.resolve('@randnotiz/embedded-mongo')))

interface Update {
  documentId: string
  seq: number
  update?: InstanceType<typeof Binary>
}
interface Subject {
  uri: string
  /** NaN for a server that is not ours. */
  memory(): number
  startedIn: number
  stop(): Promise<void>
}
type Client = InstanceType<typeof MongoClient>

const updatesOf = (client: Client) => client.db('bench').collection<Update>('updates')

async function embedded(): Promise<Subject> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-'))
  const startedAt = performance.now()
  const child: ChildProcess = spawn(process.execPath, [CLI, 'serve', dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (!child.stdout) throw new Error('the database has no output')
  const [uri] = await once(createInterface({ input: child.stdout }), 'line')
  return {
    uri,
    startedIn: performance.now() - startedAt,
    memory: () => residentMemory(child.pid ?? 0),
    stop: async () => {
      child.kill('SIGTERM')
      await once(child, 'exit')
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

const external = (uri: string): Subject => ({
  uri,
  startedIn: Number.NaN,
  memory: () => Number.NaN,
  stop: async () => undefined,
})

/** Runs `count` operations from `clients` at once; gives operations per second. */
async function perSecond(
  count: number,
  clients: number,
  operation: (i: number) => Promise<unknown>,
): Promise<number> {
  let next = 0
  const startedAt = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (next < count) await operation(next++)
    }),
  )
  return Math.round((count * 1000) / (performance.now() - startedAt))
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

async function fill(client: Client): Promise<void> {
  const updates = updatesOf(client)
  await updates.createIndex({ documentId: 1, seq: 1 }, { unique: true })
  for (let from = 0; from < DOCUMENTS; from += 1000) {
    const batch = Array.from({ length: 1000 }, (_, i) => from + i)
    await updates.insertMany(
      batch.map(n => ({ documentId: `d${n % STREAMS}`, seq: Math.floor(n / STREAMS) })),
    )
  }
}

async function measureReads(client: Client): Promise<Figure[]> {
  const updates = updatesOf(client)
  const ids = await updates
    .find({}, { projection: { _id: 1 } })
    .limit(1000)
    .toArray()
  const byId = (i: number) => updates.findOne({ _id: ids[i % ids.length]?._id })
  const pages: number[] = []
  for (let i = 0; i < 300; i++) {
    const filter = { documentId: `d${i % STREAMS}`, seq: { $gte: (i * 37) % 4900 } }
    pages.push(await timed(() => updates.find(filter).sort({ seq: 1 }).limit(PAGE).toArray()))
  }
  return [
    { name: 'findOne by _id, 1 client', value: await perSecond(3000, 1, byId), unit: '/s' },
    { name: 'findOne by _id, 16 clients', value: await perSecond(8000, 16, byId), unit: '/s' },
    ...percentiles(`indexed page of ${PAGE} in ${DOCUMENTS}`, pages).slice(0, 2),
    {
      name: `scan of ${DOCUMENTS}, no match`,
      value: Math.round(await timed(() => updates.find({ absent: 1 }).toArray())),
      unit: 'ms',
    },
  ]
}

async function measureAppends(client: Client): Promise<Figure[]> {
  const figures: Figure[] = []
  let seq = 0
  for (const [clients, count] of [
    [1, 400],
    [8, 2000],
    [64, 6000],
  ] as const) {
    const append = () =>
      updatesOf(client).insertOne({
        documentId: 'live',
        seq: seq++,
        update: new Binary(Buffer.alloc(1024, seq)),
      })
    figures.push({
      name: `append 1 KB, ${clients} clients`,
      value: await perSecond(count, clients, append),
      unit: '/s',
    })
  }
  return figures
}

export const embeddedMongo: Workload = {
  name: 'embedded mongo',
  story: `${DOCUMENTS} documents with a compound unique index, durable writes`,
  async run() {
    const subject = process.env.MONGODB_URI ? external(process.env.MONGODB_URI) : await embedded()
    const client = await new MongoClient(subject.uri, { maxPoolSize: 64 }).connect()
    try {
      await client.db('bench').dropDatabase()
      const idle = subject.memory()
      const filled = await timed(() => fill(client))
      return [
        { name: 'process start to ready', value: Math.round(subject.startedIn), unit: 'ms' },
        { name: 'insertMany by 1000', value: Math.round((DOCUMENTS * 1000) / filled), unit: '/s' },
        ...(await measureReads(client)),
        ...(await measureAppends(client)),
        { name: 'memory, empty', value: idle, unit: 'MiB' },
        { name: 'memory, full', value: subject.memory(), unit: 'MiB' },
      ]
    } finally {
      await client.close()
      await subject.stop()
    }
  },
}
