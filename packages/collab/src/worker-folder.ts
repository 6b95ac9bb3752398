import { Worker } from 'node:worker_threads'
import type { Job, JobResult } from './fold-job.js'
import type { Folder } from './folder.js'
import { encodeBatch } from './update-batch.js'

interface Waiting {
  resolve(result: JobResult): void
  reject(error: Error): void
}

/** Worker threads run compiled files, also where sources are served as in tests. */
const workerFile = new URL(import.meta.url.replace('/src/', '/dist/').replace(/[^/]+$/, 'fold-worker.js'))

/** Folds in one worker thread, started with the first job and again after it died. */
export function createWorkerFolder(): Folder {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let jobs = 0

  const failAll = (error: Error) => {
    worker = null
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  const start = (): Worker => {
    const started = new Worker(workerFile)
    started.unref()
    started.on('message', (result: JobResult) => {
      waiting.get(result.id)?.resolve(result)
      waiting.delete(result.id)
    })
    started.on('error', failAll)
    started.on('exit', () => worker === started && failAll(new Error('the fold worker ended')))
    return started
  }
  const run = (job: Job): Promise<JobResult> =>
    new Promise((resolve, reject) => {
      worker ??= start()
      waiting.set(job.id, { resolve, reject })
      worker.postMessage(job)
    })

  return {
    fold: async (base, updates) => {
      const result = await run({
        id: ++jobs,
        kind: 'fold',
        base: new Uint8Array(base),
        batch: encodeBatch(updates),
      })
      if (result.kind === 'folded') return result.snapshot
      throw new Error(result.kind === 'failed' ? result.reason : 'unexpected answer')
    },
    diff: async (update, vector) => {
      const result = await run({
        id: ++jobs,
        kind: 'diff',
        update: new Uint8Array(update),
        vector: new Uint8Array(vector),
      })
      if (result.kind === 'diffed') return result.update
      throw new Error(result.kind === 'failed' ? result.reason : 'unexpected answer')
    },
    close: async () => {
      await worker?.terminate()
    },
  }
}
