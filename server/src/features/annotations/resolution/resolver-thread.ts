import { Worker } from 'node:worker_threads'
import type { ResolveAnswer, ResolveMessage, ResolveRequest, ResolveTexts } from './resolve-messages.js'

/** A thread always runs compiled code, also when the tests run the sources. */
const workerUrl = new URL('./resolve-worker.js', import.meta.url.replace('/server/src/', '/server/dist/'))

type Asked = { resolve(answer: ResolveAnswer): void; reject(error: Error): void }

/**
 * Looks for passages in a thread of its own, one request after the other. The thread starts with the first request;
 * when it dies, those who wait are told, and the next request starts another.
 */
export class ResolverThread {
  #worker: Worker | null = null
  #asked: Asked[] = []
  /** What the thread has been told last. */
  #told: ResolveTexts | null = null

  ask({ passages, ...texts }: ResolveRequest): Promise<ResolveAnswer> {
    this.#worker ??= this.#start()
    const worker = this.#worker
    const message: ResolveMessage = { texts: isSame(texts, this.#told) ? null : texts, passages }
    this.#told = texts
    return new Promise((resolve, reject) => {
      this.#asked.push({ resolve, reject })
      worker.postMessage(message)
    })
  }

  async close(): Promise<void> {
    await this.#worker?.terminate()
  }

  #start(): Worker {
    const worker = new Worker(workerUrl, { name: 'resolve-passages' })
    worker.unref()
    worker.on('message', (answer: ResolveAnswer) => this.#asked.shift()?.resolve(answer))
    worker.once('error', error => this.#end(error))
    worker.once('exit', () => this.#end(new Error('the thread that looks for passages ended')))
    return worker
  }

  #end(error: unknown): void {
    this.#worker = null
    this.#told = null
    const reason = error instanceof Error ? error : new Error(String(error))
    for (const { reject } of this.#asked.splice(0)) reject(reason)
  }
}

function isSame(one: ResolveTexts, other: ResolveTexts | null): boolean {
  if (one.text !== other?.text || one.lastText !== other.lastText) return false
  const { origins } = other
  return one.origins.size === origins.size && [...one.origins].every(([id, text]) => origins.get(id) === text)
}
