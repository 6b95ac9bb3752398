import { parentPort } from 'node:worker_threads'
import type { Job, JobResult } from './fold-job.js'
import { diff, fold } from './folder.js'
import { decodeBatch } from './update-batch.js'

/** The worker thread of `createWorkerFolder`: one job after another, an answer to each. */
parentPort?.on('message', (job: Job) => {
  parentPort?.postMessage(answer(job))
})

function answer(job: Job): JobResult {
  try {
    return job.kind === 'fold'
      ? { id: job.id, kind: 'folded', snapshot: fold(job.base, decodeBatch(job.batch)) }
      : { id: job.id, kind: 'diffed', update: diff(job.update, job.vector) }
  } catch (error) {
    return { id: job.id, kind: 'failed', reason: error instanceof Error ? error.message : String(error) }
  }
}
