import { Worker } from 'node:worker_threads'
import { threadFile } from '../../../../platform/threads/job-thread.js'
import type { FileAnswer, FileJob } from './file-jobs.js'

/** What one file may cost. */
export type ReadingLimits = { milliseconds: number; megabytes: number }

const usualLimits: ReadingLimits = { milliseconds: 45_000, megabytes: 768 }

/**
 * Reads files that people hand in, each in a thread of its own that ends with it, one after the other. A file that takes
 * too long or too much room ends its thread and nothing else.
 */
export class FileReading {
  #last: Promise<unknown> = Promise.resolve()
  #worker: Worker | null = null

  constructor(private readonly limits: ReadingLimits = usualLimits) {}

  read(job: FileJob): Promise<FileAnswer> {
    const answer = this.#last.then(() => this.#readNow(job))
    this.#last = answer.catch(() => undefined)
    return answer
  }

  async close(): Promise<void> {
    await this.#worker?.terminate()
  }

  async #readNow(job: FileJob): Promise<FileAnswer> {
    const worker = new Worker(threadFile('./reading-worker.js', import.meta.url), {
      name: 'read-file',
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: this.limits.megabytes },
    })
    this.#worker = worker
    const timer = setTimeout(() => void worker.terminate(), this.limits.milliseconds)
    try {
      return await answerOf(worker)
    } finally {
      clearTimeout(timer)
      this.#worker = null
      await worker.terminate()
    }
  }
}

function answerOf(worker: Worker): Promise<FileAnswer> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', problem => {
      const tooLarge = 'code' in problem && problem.code === 'ERR_WORKER_OUT_OF_MEMORY'
      if (tooLarge) resolve({ kind: 'refused', code: 'publishing/file-too-large' })
      else reject(problem)
    })
    // Ended before it has said anything: by the clock.
    worker.once('exit', () => resolve({ kind: 'refused', code: 'publishing/file-too-large' }))
  })
}
