import { Worker } from 'node:worker_threads'

/** What a thread answers to a job, in their order. */
export type JobEnd<Answer> = { ok: true; answer: Answer } | { ok: false; reason: string }

type Waiting<Answer> = { resolve(answer: Answer): void; reject(error: Error): void }

export type JobThreadOptions = {
  name: string
  /** The compiled file of the thread, which calls `answerJobs`. */
  file: URL
}

/** A thread always runs compiled code, also when the tests run the sources. */
export function threadFile(name: string, from: string): URL {
  return new URL(name, from.replace('/server/src/', '/server/dist/'))
}

/**
 * Does jobs in a thread of its own, one after the other. The thread starts with the first job; when it dies, those who
 * wait are told, and the next job starts another.
 */
export class JobThread<Job extends object, Answer> {
  readonly #options: JobThreadOptions
  #worker: Worker | null = null
  #waiting: Waiting<Answer>[] = []

  constructor(options: JobThreadOptions) {
    this.#options = options
  }

  run(job: Job): Promise<Answer> {
    this.#worker ??= this.#start()
    const worker = this.#worker
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject })
      worker.postMessage(job)
    })
  }

  async close(): Promise<void> {
    await this.#worker?.terminate()
  }

  #start(): Worker {
    const { name, file } = this.#options
    const worker = new Worker(file, { name })
    worker.unref()
    worker.on('message', (end: JobEnd<Answer>) => this.#settle(end))
    worker.once('error', error => this.#end(worker, error))
    worker.once('exit', () => this.#end(worker, new Error(`the thread ${name} ended`)))
    return worker
  }

  #settle(end: JobEnd<Answer>): void {
    const waiting = this.#waiting.shift()
    if (end.ok) waiting?.resolve(end.answer)
    else waiting?.reject(new Error(end.reason))
  }

  #end(worker: Worker, error: unknown): void {
    if (this.#worker !== worker) return
    this.#worker = null
    const reason = error instanceof Error ? error : new Error(String(error))
    for (const { reject } of this.#waiting.splice(0)) reject(reason)
  }
}
