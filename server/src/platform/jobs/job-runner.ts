import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { JobId, UserId } from '@randnotiz/contract/kit/ids'
import type { RefusalCode } from '@randnotiz/contract/kit/refusals'
import type { Clock } from '../clock.js'
import type { JobFiles } from './job-files.js'
import type { EndState, JobRecord, JobStore, Progress } from './job-store.js'

/** What a job has made, as a file in its directory; or why it cannot be made. */
export type JobEnd =
  | { kind: 'file'; path: string; name: string; type: string }
  | { kind: 'refused'; code: RefusalCode }

export type JobGiven<Order> = {
  order: Order
  ownerId: UserId
  /** Its own, removed afterwards. */
  directory: string
  /** Aborted when somebody cancels it, when the server stops, and when another process has it. */
  signal: AbortSignal
  progress(progress: Progress): void
}

export type RunJob<Order> = (given: JobGiven<Order>) => Promise<JobEnd>

export type JobTimes = {
  /** A holder that says nothing for so long is succeeded. */
  leaseMs: number
  /** How often a holder says that it is at it, and hears whether it shall end. */
  renewMs: number
  /** How often a process looks for work that others left. */
  lookMs: number
  /** A file can be fetched for so long. */
  keptMs: number
}

const usualTimes: JobTimes = {
  leaseMs: 30_000,
  renewMs: 1_000,
  lookMs: 10_000,
  keptMs: 7 * 24 * 3_600_000,
}

const mostAttempts = 3

export type RunnerParts = {
  store: JobStore
  files: JobFiles
  clock: Clock
  log: { error(details: object, message: string): void }
  times?: JobTimes
}

/** Takes jobs one after the other and does them. */
export class JobRunner {
  readonly #parts: RunnerParts
  readonly #times: JobTimes
  readonly #holder = randomUUID()
  readonly #kinds = new Map<string, RunJob<unknown>>()
  readonly #timer: NodeJS.Timeout
  #working: Promise<void> | null = null
  #wokenAgain = false
  #closed = false
  #current: { id: JobId; abort: AbortController } | null = null

  constructor(parts: RunnerParts) {
    this.#parts = parts
    this.#times = parts.times ?? usualTimes
    this.#timer = setInterval(() => this.wake(), this.#times.lookMs)
    this.#timer.unref()
  }

  add(kind: string, run: RunJob<unknown>): void {
    this.#kinds.set(kind, run)
  }

  wake(): void {
    void this.work().catch(error => this.#parts.log.error({ error }, 'jobs could not be looked for'))
  }

  /** Somebody has cancelled it; when it runs here it hears of it now. */
  stop(id: JobId): void {
    if (this.#current?.id === id) this.#current.abort.abort()
  }

  /** Also takes what is added while it works. */
  work(): Promise<void> {
    if (this.#working) {
      this.#wokenAgain = true
      return this.#working
    }
    this.#working = this.#workAll().finally(() => {
      this.#working = null
    })
    return this.#working
  }

  async close(): Promise<void> {
    this.#closed = true
    clearInterval(this.#timer)
    this.#current?.abort.abort()
    await this.#working
  }

  async #workAll(): Promise<void> {
    do {
      this.#wokenAgain = false
      for (let job = await this.#take(); job !== null; job = await this.#take()) await this.#hold(job)
    } while (this.#wokenAgain && !this.#closed)
  }

  async #take(): Promise<JobRecord | null> {
    if (this.#closed || this.#kinds.size === 0) return null
    return this.#parts.store.take([...this.#kinds.keys()], this.#held(), this.#parts.clock.now())
  }

  #held() {
    const heldUntil = new Date(this.#parts.clock.now().getTime() + this.#times.leaseMs)
    return { holder: this.#holder, heldUntil }
  }

  async #hold(job: JobRecord): Promise<void> {
    const abort = new AbortController()
    this.#current = { id: job._id, abort }
    let progress: Progress = { done: 0, total: 0 }
    let lost = false
    let renewing: Promise<void> = Promise.resolve()
    const renew = async () => {
      const heard = await this.#parts.store.renew(job._id, this.#held(), progress)
      lost = heard === null
      if (heard === null || heard.stopping) abort.abort()
    }
    const timer = setInterval(() => {
      // A database that is away for a moment is no reason to end; when it stays away the lease runs out.
      renewing = renewing.then(renew).catch(() => {})
    }, this.#times.renewMs)
    try {
      const end = await this.#run(job, {
        signal: abort.signal,
        progress: made => {
          progress = made
        },
      })
      clearInterval(timer)
      await renewing
      if (!lost) await this.#end(job, end)
    } finally {
      clearInterval(timer)
      this.#current = null
    }
  }

  async #run(
    { _id, kind, order, ownerId, attempts }: JobRecord,
    given: Pick<JobGiven<unknown>, 'signal' | 'progress'>,
  ): Promise<EndState | 'released'> {
    const finishedAt = () => this.#parts.clock.now()
    const run = this.#kinds.get(kind)
    if (run === undefined || attempts > mostAttempts)
      return { status: 'failed', code: null, finishedAt: finishedAt() }
    const directory = await mkdtemp(join(tmpdir(), 'randnotiz-job-'))
    try {
      const end = await run({ ...given, order, ownerId, directory })
      if (given.signal.aborted) return this.#broken()
      if (end.kind === 'refused') return { status: 'failed', code: end.code, finishedAt: finishedAt() }
      const kept = await this.#parts.files.keep(end.path, finishedAt())
      const expiresAt = new Date(finishedAt().getTime() + this.#times.keptMs)
      const file = { name: end.name, type: end.type, ...kept }
      return { status: 'done', file, finishedAt: finishedAt(), expiresAt }
    } catch (error) {
      if (given.signal.aborted) return this.#broken()
      this.#parts.log.error({ error, kind, job: _id }, 'a job failed')
      return { status: 'failed', code: null, finishedAt: finishedAt() }
    } finally {
      await rm(directory, { recursive: true, force: true })
    }
  }

  /** Whoever stops the server wants the job done later; whoever cancels it does not want it at all. */
  #broken(): EndState | 'released' {
    return this.#closed ? 'released' : { status: 'cancelled', finishedAt: this.#parts.clock.now() }
  }

  async #end({ _id }: JobRecord, end: EndState | 'released'): Promise<void> {
    const { store, files } = this.#parts
    if (end === 'released') await store.release(_id, this.#holder)
    else if (!(await store.end(_id, this.#holder, end)) && end.status === 'done')
      await files.remove(end.file.token)
  }
}
