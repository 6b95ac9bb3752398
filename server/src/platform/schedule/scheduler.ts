import type { Connection } from 'mongoose'
import type { Clock } from '../clock.js'
import { isDuplicateKey } from '../mongo/duplicate-key.js'
import { scheduleModel } from './models.js'

/** Work that comes back. It must bear to be done twice: a process may die before it has noted that it was done. */
export type ScheduledJob = {
  name: string
  /** The first moment after `moment` at which it is due. */
  next(moment: Date): Date
  run(now: Date): Promise<void>
}

export type Scheduler = {
  add(job: ScheduledJob): void
  /** Runs whatever is due. */
  tick(): Promise<void>
  close(): Promise<void>
}

export type SchedulerParts = {
  connection: Connection
  clock: Clock
  log: { error(details: object, message: string): void }
}

const tickEveryMs = 20_000
/** A process that died at its work is succeeded after so long. */
const heldMs = 10 * 60_000

/**
 * Recurring work, once for all instances: whoever takes a job first holds it for a while, and notes the next moment when
 * it is done. A job that nobody ran while the servers were down runs once when they are back, not once for each time.
 */
export function openScheduler({ connection, clock, log }: SchedulerParts): Scheduler {
  const schedules = scheduleModel(connection)
  const jobs: ScheduledJob[] = []
  let running: Promise<void> | null = null

  /** Takes a due job; null when it is not due, or with another instance. */
  async function take({ name, next }: ScheduledJob): Promise<Date | null> {
    const now = clock.now()
    const heldUntil = new Date(now.getTime() + heldMs)
    try {
      const nextAt = next(now)
      await schedules.updateOne(
        { _id: name },
        { $setOnInsert: { nextAt, heldUntil: new Date(0) } },
        { upsert: true },
      )
    } catch (error) {
      // Another instance has just noted it.
      if (!isDuplicateKey(error)) throw error
    }
    const { modifiedCount } = await schedules.updateOne(
      { _id: name, nextAt: { $lte: now }, heldUntil: { $lte: now } },
      { $set: { heldUntil } },
    )
    return modifiedCount === 1 ? now : null
  }

  async function runDue() {
    for (const job of jobs) {
      try {
        const now = await take(job)
        if (now === null) continue
        await job.run(now)
        await schedules.updateOne(
          { _id: job.name },
          { $set: { nextAt: job.next(now), heldUntil: new Date(0) } },
        )
      } catch (error) {
        log.error({ error, job: job.name }, 'a scheduled job failed')
      }
    }
  }

  async function tick() {
    await running
    running = runDue().finally(() => {
      running = null
    })
    await running
  }

  const timer = setInterval(() => void tick(), tickEveryMs)
  timer.unref()
  return {
    add: job => void jobs.push(job),
    tick,
    close: async () => {
      clearInterval(timer)
      await running
    },
  }
}
