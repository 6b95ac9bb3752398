import { CommandId, JobId, UserId } from '@randnotiz/contract/kit/ids'
import { refusalCodes } from '@randnotiz/contract/kit/refusals'
import { Types } from 'mongoose'
import { z } from 'zod'
import { isDuplicateKey } from '../mongo/duplicate-key.js'
import { newId, stored } from '../mongo/ids.js'
import type { JobModels } from './models.js'

/** A file that a job has made. `token` leads to its bytes. */
const KeptFile = z.object({
  name: z.string(),
  type: z.string(),
  bytes: z.number().int().nonnegative(),
  token: z.string(),
})

/** `done` of `total` steps; 0 of 0 while nobody knows how many there will be. */
const Progress = z.object({ done: z.number().int().nonnegative(), total: z.number().int().nonnegative() })
export type Progress = z.output<typeof Progress>

const JobState = z.discriminatedUnion('status', [
  z.object({ status: z.literal('waiting') }),
  z.object({
    status: z.literal('running'),
    holder: z.string(),
    heldUntil: z.date(),
    progress: Progress,
    /** Somebody wants it to end. */
    stopping: z.boolean(),
  }),
  z.object({ status: z.literal('done'), file: KeptFile, finishedAt: z.date(), expiresAt: z.date() }),
  /** `code` says why, where there is more to say than that something went wrong. */
  z.object({ status: z.literal('failed'), code: z.enum(refusalCodes).nullable(), finishedAt: z.date() }),
  z.object({ status: z.literal('cancelled'), finishedAt: z.date() }),
])
export type JobState = z.output<typeof JobState>
export type EndState = Extract<JobState, { status: 'done' | 'failed' | 'cancelled' }>

export const JobRecord = z.object({
  _id: stored(JobId),
  kind: z.string(),
  ownerId: stored(UserId),
  commandId: CommandId,
  order: z.unknown(),
  attempts: z.number().int().nonnegative(),
  createdAt: z.date(),
  state: JobState,
})
export type JobRecord = z.output<typeof JobRecord>

export type NewJob = Pick<JobRecord, 'kind' | 'ownerId' | 'commandId' | 'order'>

/** Whoever holds a job, and until when they need not renew it. */
export type Hold = { holder: string; heldUntil: Date }

/** The records of jobs. Every move is one write whose filter says from which state. */
export class JobStore {
  readonly #jobs: JobModels['jobs']

  constructor({ jobs }: JobModels) {
    this.#jobs = jobs
  }

  /** The same command of the same person gives the same job. */
  async insert(job: NewJob, createdAt: Date): Promise<JobRecord> {
    const { ownerId, commandId } = job
    try {
      const _id = new Types.ObjectId(newId(JobId))
      await this.#jobs.create({ _id, ...job, attempts: 0, createdAt, state: { status: 'waiting' } })
    } catch (error) {
      if (!isDuplicateKey(error)) throw error
    }
    return JobRecord.parse(await this.#jobs.findOne({ ownerId, commandId }).lean())
  }

  async byId(id: JobId): Promise<JobRecord | null> {
    const row = await this.#jobs.findById(id).lean()
    return row ? JobRecord.parse(row) : null
  }

  /** Newest first. */
  async ofOwner(ownerId: UserId, kind: string, limit: number): Promise<JobRecord[]> {
    const rows = await this.#jobs.find({ ownerId, kind }).sort({ createdAt: -1, _id: -1 }).limit(limit).lean()
    return rows.map(row => JobRecord.parse(row))
  }

  /** The oldest job that waits, or whose holder has not been heard of. */
  async take(kinds: readonly string[], { holder, heldUntil }: Hold, now: Date): Promise<JobRecord | null> {
    const state: JobState = {
      status: 'running',
      holder,
      heldUntil,
      progress: { done: 0, total: 0 },
      stopping: false,
    }
    const row = await this.#jobs
      .findOneAndUpdate(
        {
          kind: { $in: kinds },
          $or: [
            { 'state.status': 'waiting' },
            { 'state.status': 'running', 'state.heldUntil': { $lte: now } },
          ],
        },
        { $set: { state }, $inc: { attempts: 1 } },
        { sort: { createdAt: 1 }, returnDocument: 'after' },
      )
      .lean()
    return row ? JobRecord.parse(row) : null
  }

  /** Still at it. Answers whether somebody wants it to end, and null when the job is with another holder by now. */
  async renew(
    id: JobId,
    { holder, heldUntil }: Hold,
    progress: Progress,
  ): Promise<{ stopping: boolean } | null> {
    const row = await this.#jobs
      .findOneAndUpdate(
        { _id: id, 'state.status': 'running', 'state.holder': holder },
        { $set: { 'state.heldUntil': heldUntil, 'state.progress': progress } },
        { returnDocument: 'after' },
      )
      .lean()
    if (!row) return null
    const { state } = JobRecord.parse(row)
    return { stopping: state.status === 'running' && state.stopping }
  }

  /** Answers false when the job is with another holder by now. */
  async end(id: JobId, holder: string, state: EndState): Promise<boolean> {
    return this.#move({ _id: id, 'state.status': 'running', 'state.holder': holder }, { state })
  }

  /** Back to those that wait, as if nobody had begun. */
  async release(id: JobId, holder: string): Promise<boolean> {
    const filter = { _id: id, 'state.status': 'running', 'state.holder': holder, attempts: { $gte: 1 } }
    const update = { $set: { state: { status: 'waiting' } }, $inc: { attempts: -1 } }
    return (await this.#jobs.updateOne(filter, update)).modifiedCount === 1
  }

  /** One that waits ends at once; of one that runs its holder hears. Others are over already. */
  async cancel(id: JobId, now: Date): Promise<void> {
    const state: JobState = { status: 'cancelled', finishedAt: now }
    if (await this.#move({ _id: id, 'state.status': 'waiting' }, { state })) return
    await this.#move({ _id: id, 'state.status': 'running' }, { 'state.stopping': true })
  }

  async #move(filter: object, $set: object): Promise<boolean> {
    return (await this.#jobs.updateOne(filter, { $set })).matchedCount === 1
  }

  /** Tokens of files that may still be fetched. */
  async tokens(now: Date): Promise<string[]> {
    const rows = await this.#jobs.find({ 'state.status': 'done', 'state.expiresAt': { $gt: now } }).lean()
    return rows
      .map(row => JobRecord.parse(row))
      .flatMap(({ state }) => ('file' in state ? state.file.token : []))
  }

  /** Jobs that are over, and older than a moment. */
  async forget(before: Date): Promise<void> {
    await this.#jobs.deleteMany({
      'state.status': { $in: ['done', 'failed', 'cancelled'] },
      createdAt: { $lt: before },
    })
  }
}
