import type { Clock } from './clock.js'
import type { Appended, Entry } from './document-log.js'
import type { Member } from './member.js'
import { mergeBatch } from './update-batch.js'

/** Rows stay below this size, but for a single update that is larger. */
const rowBytes = 4 * 1024 * 1024
const firstRetryMs = 50
const longestRetryMs = 2_000

/** Updates that became durable with one write. */
export interface Commit {
  seq: number
  pieces: Uint8Array[]
  /** The only member they come from, if there is one. */
  from: Member | null
}

export interface CommitSteps {
  /** Writes the row after the last one known; resolves when it is durable, rejects when that is unknown. */
  append(pieces: Uint8Array[]): Promise<Appended>
  committed(commit: Commit): void
  /** Entries that another process wrote before. */
  overtaken(entries: Entry[]): void
  replaced(epoch: number): void
  /** The store has failed for `outageMs`. */
  gaveUp(error: unknown): void
}

interface Waiting {
  update: Uint8Array
  from: Member | null
}

/**
 * Group commit: all updates of one turn of the event loop become one row, and while a row is being written the next one
 * collects. So a lone keystroke waits for nothing but the disk, and a thousand a second share a few dozen writes.
 * Nothing is passed on or acknowledged before its row is durable. A failed write is tried again until it succeeds or the
 * outage lasts too long; writing twice does no harm, since Yjs updates are idempotent.
 */
export class CommitQueue {
  /** How many updates have been taken, and how many of them are durable: the two ends of every "saved". */
  taken = 0
  durable = 0
  waitingBytes = 0
  #waiting: Waiting[] = []
  #running = false
  #stopped = false
  readonly #clock: Clock
  readonly #outageMs: number
  readonly #steps: CommitSteps

  constructor(clock: Clock, outageMs: number, steps: CommitSteps) {
    this.#clock = clock
    this.#outageMs = outageMs
    this.#steps = steps
  }

  get idle(): boolean {
    return this.taken === this.durable
  }

  /** Returns the update's number; it is durable when `durable` has reached it. */
  push(update: Uint8Array, from: Member | null): number {
    this.#waiting.push({ update, from })
    this.waitingBytes += update.length
    if (!this.#running && !this.#stopped) {
      this.#running = true
      this.#clock.soon(() => void this.#run())
    }
    return ++this.taken
  }

  stop(): void {
    this.#stopped = true
    this.#waiting = []
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0 && !this.#stopped) {
      const batch = this.#takeBatch()
      const pieces = mergeBatch(batch.map(({ update }) => update))
      const seq = await this.#write(pieces)
      if (seq === null) return
      this.durable += batch.length
      const from = batch.every(waiting => waiting.from === batch[0]?.from) ? (batch[0]?.from ?? null) : null
      this.#steps.committed({ seq, pieces, from })
    }
    this.#running = false
  }

  #takeBatch(): Waiting[] {
    let bytes = 0
    const end = this.#waiting.findIndex(({ update }, index) => {
      bytes += update.length
      return index > 0 && bytes > rowBytes
    })
    const batch = this.#waiting.splice(0, end < 0 ? this.#waiting.length : end)
    for (const { update } of batch) this.waitingBytes -= update.length
    return batch
  }

  /** The row's number, or null when the room has come to its end. */
  async #write(pieces: Uint8Array[]): Promise<number | null> {
    const start = this.#clock.now()
    for (let pause = firstRetryMs; !this.#stopped; ) {
      const result = await this.#attempt(pieces)
      if (this.#stopped) return null
      if (result.kind === 'appended') return result.seq
      if (result.kind === 'overtaken') this.#steps.overtaken(result.entries)
      else if (result.kind === 'replaced') return this.#end(() => this.#steps.replaced(result.epoch))
      else if (this.#clock.now() - start > this.#outageMs)
        return this.#end(() => this.#steps.gaveUp(result.error))
      else {
        await new Promise<void>(resolve => this.#clock.after(pause, resolve))
        pause = Math.min(pause * 2, longestRetryMs)
      }
    }
    return null
  }

  async #attempt(pieces: Uint8Array[]): Promise<Appended | { kind: 'failed'; error: unknown }> {
    try {
      return await this.#steps.append(pieces)
    } catch (error) {
      return { kind: 'failed', error }
    }
  }

  #end(tell: () => void): null {
    this.stop()
    tell()
    return null
  }
}
