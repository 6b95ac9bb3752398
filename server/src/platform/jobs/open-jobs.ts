import type { JobId, UserId } from '@randnotiz/contract/kit/ids'
import type { Connection } from 'mongoose'
import type { z } from 'zod'
import type { Clock } from '../clock.js'
import type { Scheduler } from '../schedule/scheduler.js'
import { JobFiles } from './job-files.js'
import { type JobEnd, JobRunner, type JobTimes, type RunJob } from './job-runner.js'
import { type JobRecord, JobStore, type NewJob } from './job-store.js'
import { jobModels } from './models.js'

/** A kind of work, and how it is done. */
export type JobKind<Order extends z.ZodType> = { kind: string; order: Order; run: RunJob<z.output<Order>> }

/**
 * Work in the background, e.g. files that take longer than a request may:
 *
 *   waiting ── taken ──▶ running ──▶ done, with a file to fetch until it expires
 *      ▲ └─ cancelled       │ └────▶ failed · cancelled
 *      └── the server stops ┘
 *
 * The record is written before the answer. One process at a time holds a job, and says every few seconds that it is
 * still at it; after a crash another one begins it anew, three times at most. Each process does one job at a time, so
 * that exports never take more than one export's memory.
 */
export type Jobs = {
  add<Order extends z.ZodType>(kind: JobKind<Order>): void
  /** Durable when it resolves; the same command of the same person gives the same job. */
  start(job: NewJob): Promise<JobRecord>
  byId(id: JobId): Promise<JobRecord | null>
  /** Newest first. */
  ofOwner(ownerId: UserId, kind: string): Promise<JobRecord[]>
  cancel(id: JobId): Promise<void>
  /** The bytes of a job that is done, while they are kept; null otherwise. */
  read(job: JobRecord): AsyncIterable<Uint8Array> | null
  /** Looks for work now; once every kind is known. */
  wake(): void
  /** Does whatever waits; resolves when nothing does. */
  work(): Promise<void>
  close(): Promise<void>
}

export type JobsParts = {
  connection: Connection
  clock: Clock
  log: { error(details: object, message: string): void }
  scheduler?: Scheduler
  times?: JobTimes
}

const hourMs = 3_600_000
const mostShown = 50
/** Records are kept for so long, for the history of whoever asked. */
const forgetAfterMs = 90 * 24 * hourMs
/** What lies around for so long and is named by nobody was left behind by a crash. */
const sweepAfterMs = 24 * hourMs

export function openJobs(parts: JobsParts): Jobs {
  const { clock, scheduler } = parts
  const models = jobModels(parts.connection)
  const [store, files] = [new JobStore(models), new JobFiles(models)]
  const runner = new JobRunner({ ...parts, store, files })
  const ago = (ms: number) => new Date(clock.now().getTime() - ms)

  scheduler?.add({
    name: 'jobs: remove what has expired',
    next: moment => new Date(moment.getTime() + hourMs),
    run: async now => {
      await files.sweep(ago(sweepAfterMs), await store.tokens(now))
      await store.forget(ago(forgetAfterMs))
    },
  })
  return {
    add: ({ kind, order, run }) => runner.add(kind, given => parsed(order, given, run)),
    start: async job => {
      const record = await store.insert(job, clock.now())
      runner.wake()
      return record
    },
    byId: id => store.byId(id),
    ofOwner: (ownerId, kind) => store.ofOwner(ownerId, kind, mostShown),
    cancel: async id => {
      await store.cancel(id, clock.now())
      runner.stop(id)
    },
    read: ({ state }) =>
      state.status === 'done' && state.expiresAt > clock.now()
        ? files.read(state.file.token, state.file.bytes)
        : null,
    wake: () => runner.wake(),
    work: () => runner.work(),
    close: () => runner.close(),
  }
}

/** An order that an older version wrote and this one does not understand fails, rather than being guessed at. */
function parsed<Order extends z.ZodType>(
  shape: Order,
  given: Parameters<RunJob<unknown>>[0],
  run: RunJob<z.output<Order>>,
): Promise<JobEnd> {
  return run({ ...given, order: shape.parse(given.order) })
}
