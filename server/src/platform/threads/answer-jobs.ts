import { parentPort } from 'node:worker_threads'
import type { JobEnd } from './job-thread.js'

/** The other side of `JobThread`, to be called once in the thread. What `work` throws fails one job, not the thread. */
export function answerJobs<Job, Answer>(work: (job: Job) => Answer): void {
  parentPort?.on('message', (job: Job) => parentPort?.postMessage(end(work, job)))
}

function end<Job, Answer>(work: (job: Job) => Answer, job: Job): JobEnd<Answer> {
  try {
    return { ok: true, answer: work(job) }
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
