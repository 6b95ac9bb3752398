import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { CommandId, UserId } from '@randnotiz/contract/kit/ids'
import { until } from '@randnotiz/test-kit/until'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openTestDatabase } from '../../testing/test-database.js'
import type { Database } from '../mongo/database.js'
import type { RunJob } from './job-runner.js'
import { jobModels } from './models.js'
import { type Jobs, openJobs } from './open-jobs.js'

let database: Database
let now: Date
let opened: Jobs[]
beforeAll(async () => {
  database = await openTestDatabase()
  for (const model of Object.values(jobModels(database.connection))) await model.createIndexes()
})
afterAll(() => database.close())
beforeEach(async () => {
  now = new Date('2026-05-01T09:00:00.000Z')
  opened = []
  await jobModels(database.connection).jobs.deleteMany({})
})
afterEach(async () => {
  for (const jobs of opened) await jobs.close()
})

const ownerId = UserId.parse('a'.repeat(24))
const Order = z.object({ words: z.string() })
const failures: object[] = []

/** A process with its own hand on the jobs. */
function instance(run: RunJob<z.output<typeof Order>>): Jobs {
  const jobs = openJobs({
    connection: database.connection,
    clock: { now: () => now },
    log: { error: details => void failures.push(details) },
    times: { leaseMs: 30_000, renewMs: 10, lookMs: 3_600_000, keptMs: 7 * 24 * 3_600_000 },
  })
  jobs.add({ kind: 'copy', order: Order, run })
  opened.push(jobs)
  return jobs
}

const order = (words = 'Guten Tag') => ({
  kind: 'copy',
  ownerId,
  commandId: CommandId.parse(randomUUID()),
  order: { words },
})

const copy: RunJob<z.output<typeof Order>> = async ({ order: { words }, directory, progress }) => {
  progress({ done: 1, total: 2 })
  const path = join(directory, 'copy')
  await writeFile(path, words)
  return { kind: 'file', path, name: 'copy.txt', type: 'text/plain' }
}

/** Runs until it is told to end. */
const endless: RunJob<z.output<typeof Order>> = async ({ signal, progress }) => {
  progress({ done: 3, total: 10 })
  if (!signal.aborted) await once(signal, 'abort')
  throw new Error('broken off')
}

async function bytesOf(jobs: Jobs, id: Parameters<Jobs['byId']>[0]): Promise<string | null> {
  const record = await jobs.byId(id)
  const pieces = record && jobs.read(record)
  return pieces && text(Readable.from(pieces))
}

const statusOf = async (jobs: Jobs, id: Parameters<Jobs['byId']>[0]) => (await jobs.byId(id))?.state.status

describe('a job', () => {
  it('is done once, and its file can be fetched until it expires', async () => {
    const jobs = instance(copy)
    const words = 'Grün '.repeat(600_000)
    const command = order(words)
    const { _id } = await jobs.start(command)
    expect((await jobs.start(command))._id).toBe(_id)
    await jobs.work()
    const record = await jobs.byId(_id)
    expect(record?.state).toMatchObject({ status: 'done', file: { name: 'copy.txt', type: 'text/plain' } })
    expect(await bytesOf(jobs, _id)).toBe(words)
    expect(await jobs.ofOwner(ownerId, 'copy')).toHaveLength(1)
    now = new Date(now.getTime() + 8 * 24 * 3_600_000)
    expect(await bytesOf(jobs, _id)).toBeNull()
  })

  it('is taken by one process only', async () => {
    const runs: string[] = []
    const counting: typeof copy = given => {
      runs.push(given.order.words)
      return copy(given)
    }
    const [one, other] = [instance(counting), instance(counting)]
    for (let number = 0; number < 6; number++) await one.start(order(`Nr. ${number}`))
    await Promise.all([one.work(), other.work()])
    expect(runs.toSorted()).toEqual([0, 1, 2, 3, 4, 5].map(number => `Nr. ${number}`))
  })

  it('says how far it is, and ends when somebody cancels it, here and from another process', async () => {
    const jobs = instance(endless)
    const elsewhere = instance(endless)
    for (const cancelling of [jobs, elsewhere]) {
      const { _id } = await jobs.start(order())
      await until('it says how far it is', async () => {
        const state = (await jobs.byId(_id))?.state
        return state?.status === 'running' && state.progress.done === 3
      })
      await cancelling.cancel(_id)
      await until('it has ended', async () => (await statusOf(jobs, _id)) === 'cancelled')
      expect(await bytesOf(jobs, _id)).toBeNull()
    }
  })

  it('that still waits is cancelled without having begun', async () => {
    const jobs = instance(endless)
    const first = await jobs.start(order())
    const second = await jobs.start(order())
    await jobs.cancel(second._id)
    expect(await statusOf(jobs, second._id)).toBe('cancelled')
    await jobs.cancel(first._id)
    await jobs.work()
    expect(await statusOf(jobs, second._id)).toBe('cancelled')
  })

  it('goes on with another process when the server stops', async () => {
    const stopping = instance(endless)
    const { _id } = await stopping.start(order())
    await until('it runs', async () => (await statusOf(stopping, _id)) === 'running')
    await stopping.close()
    expect(await statusOf(stopping, _id)).toBe('waiting')
    const next = instance(copy)
    await next.work()
    expect(await bytesOf(next, _id)).toBe('Guten Tag')
  })

  it('is succeeded when its holder has died, and given up after three who did', async () => {
    const { jobs: records } = jobModels(database.connection)
    const jobs = instance(copy)
    const dead = { status: 'running', holder: 'gone', progress: { done: 0, total: 0 }, stopping: false }
    const [fresh, hopeless] = [
      await records.create({ ...order(), attempts: 1, createdAt: now, state: { ...dead, heldUntil: now } }),
      await records.create({ ...order(), attempts: 3, createdAt: now, state: { ...dead, heldUntil: now } }),
    ]
    const stored = await jobs.ofOwner(ownerId, 'copy')
    await jobs.work()
    const states = await Promise.all(stored.map(async ({ _id }) => [_id, await statusOf(jobs, _id)]))
    expect(Object.fromEntries(states)).toEqual({
      [String(fresh._id)]: 'done',
      [String(hopeless._id)]: 'failed',
    })
  })

  it('that another process has taken meanwhile does not overwrite its end', async () => {
    const { jobs: records } = jobModels(database.connection)
    const jobs = instance(endless)
    const { _id } = await jobs.start(order())
    await until('it runs', async () => (await statusOf(jobs, _id)) === 'running')
    await records.updateOne({ _id }, { $set: { 'state.holder': 'another' } })
    await jobs.work()
    expect((await jobs.byId(_id))?.state).toMatchObject({ status: 'running', holder: 'another' })
  })

  it('fails when it throws, when it is refused, and when nobody understands its order', async () => {
    const refusing = instance(async () => ({ kind: 'refused', code: 'documents/unknown' }))
    const refused = await refusing.start(order())
    await refusing.work()
    expect((await refusing.byId(refused._id))?.state).toMatchObject({ code: 'documents/unknown' })
    const jobs = instance(async ({ directory }) => {
      await readFile(join(directory, 'nothing'))
      throw new Error('there is something')
    })
    const thrown = await jobs.start(order())
    const strange = await jobs.start({ ...order(), order: { tune: 'A' } })
    await jobs.work()
    for (const { _id } of [thrown, strange])
      expect((await jobs.byId(_id))?.state).toMatchObject({ status: 'failed', code: null })
  })
})
