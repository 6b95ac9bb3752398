/**
 * The ordered key-value store below everything, on LMDB.
 *
 * Reads are synchronous and see the last commit, or inside `write` the transaction's own state: a command that reads and
 * writes inside one `write` is atomic without locks. Writes that are queued while a commit is on its way to the disk share
 * the next one (group commit); `write` resolves after that commit has been flushed. `overlappingSync` must be `false`
 * literally: undefined means LMDB's default, which acknowledges before the flush.
 *
 * A commit that fails (disk full, I/O error) ends writing for this process: after a failed flush nobody knows which pages
 * reached the disk, so a later success could not be believed. Reading goes on.
 */
import { chmodSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type * as Lmdb from 'lmdb'
import type { RootDatabase } from 'lmdb'
import { ERROR_CODE, MongoError } from '../mongo-error.js'
import type { KeyRange } from './keyspace.js'

// As CommonJS it is one file, which loads in half the time its modules take.
const { open }: typeof Lmdb = createRequire(import.meta.url)('lmdb')

export interface Entry {
  key: Buffer
  value: Buffer
}
export type ScanDirection = 'forward' | 'backward'

/** LMDB's file in the store's directory. */
export const DATA_FILE = 'data.mdb'

const FIRST_CHUNK = 64
const LARGEST_CHUNK = 1024
const ZERO = Buffer.of(0)

export class Store {
  private readonly database: RootDatabase<Buffer, Buffer>
  private failure: MongoError | undefined
  private onFailure: () => void = () => undefined

  /** Opens or creates the store in `directory`. */
  constructor(directory: string) {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    this.database = open<Buffer, Buffer>({
      path: directory,
      encoding: 'binary',
      keyEncoding: 'binary',
      cache: false,
      maxDbs: 1,
      overlappingSync: false,
      // With it, a failed commit would also reject a promise inside the library that nobody can catch.
      eventTurnBatching: false,
    })
    for (const file of [DATA_FILE, 'lock.mdb']) chmodSync(join(directory, file), 0o600)
  }

  /** Calls back once, after the first failed commit. */
  whenFailed(callback: () => void): void {
    this.onFailure = callback
  }

  get(key: Buffer): Buffer | undefined {
    return this.database.get(key)
  }

  /** Only inside `write`. */
  put(key: Buffer, value: Buffer): void {
    this.database.put(key, value)
  }

  /** Only inside `write`. */
  remove(key: Buffer): void {
    this.database.remove(key)
  }

  removeRange(range: KeyRange): void {
    for (const { key } of this.entries(range)) this.remove(key)
  }

  /** The number of keys in a range. */
  countKeys({ low, high }: KeyRange): number {
    return this.database.getKeysCount(high ? { start: low, end: high } : { start: low })
  }

  /** Entries of a range, fetched in growing chunks, so that no LMDB cursor stays open between two turns of the loop. */
  *entries(range: KeyRange, direction: ScanDirection = 'forward'): Generator<Entry> {
    let { low, high } = range
    for (let size = FIRST_CHUNK; ; size = Math.min(size * 4, LARGEST_CHUNK)) {
      const chunk =
        direction === 'forward' ? this.ascending({ low, high }, size) : this.descending({ low, high }, size)
      yield* chunk
      const last = chunk[size - 1]
      if (!last) return
      if (direction === 'forward') low = Buffer.concat([last.key, ZERO])
      else high = last.key
    }
  }

  private ascending({ low, high }: KeyRange, limit: number): Entry[] {
    return [...this.database.getRange(high ? { start: low, end: high, limit } : { start: low, limit })]
  }

  /** LMDB's reverse range starts at a key including it; `high` is excluded here and `low` included. */
  private descending({ low, high }: KeyRange, limit: number): Entry[] {
    const entries: Entry[] = []
    for (const entry of this.database.getRange(high ? { start: high, reverse: true } : { reverse: true })) {
      if (high && entry.key.equals(high)) continue
      if (Buffer.compare(entry.key, low) < 0) break
      entries.push(entry)
      if (entries.length === limit) break
    }
    return entries
  }

  /**
   * Runs `work` inside the next write transaction; resolves with its result once that is on the disk. What `work` throws is
   * thrown on, and what it had written until then stays: so check first, then write.
   */
  async write<R>(work: () => R): Promise<R> {
    if (this.failure) throw this.failure
    let outcome: { result: R } | { error: unknown } = { error: new Error('the transaction did not run') }
    try {
      await this.database.transaction(() => {
        // Queued before the failure was known.
        outcome = this.failure ? { error: this.failure } : attempt(work)
      })
    } catch (error) {
      throw this.fail(error)
    }
    return unwrap(outcome)
  }

  private fail(cause: unknown): MongoError {
    if (!this.failure) {
      this.failure = new MongoError(
        ERROR_CODE.OutOfDiskSpace,
        'a write could not be brought to the disk; the database takes no more writes until the server is restarted',
      )
      this.failure.cause = cause
      this.onFailure()
    }
    handleReason(cause)
    return this.failure
  }

  /** Compare and swap in a transaction of its own, also against other processes; undefined stands for no entry. */
  replaceSync(key: Buffer, expected: Buffer | undefined, next: Buffer | undefined): boolean {
    return this.database.transactionSync(() => {
      const current = this.database.get(key)
      if (current === undefined ? expected !== undefined : !expected?.equals(current)) return false
      if (next) this.database.putSync(key, next)
      else this.database.removeSync(key)
      return true
    })
  }

  /** A consistent copy of the newest commit, made while reading and writing go on. */
  async copyTo(directory: string): Promise<void> {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    await this.database.backup(directory, true)
  }

  async close(): Promise<void> {
    await this.database.close()
  }
}

/** The library gives the reason of a failed commit as a second promise, which must not go unhandled. */
function handleReason(cause: unknown): void {
  if (cause instanceof Error && 'commitError' in cause)
    Promise.resolve(cause.commitError).catch(() => undefined)
}

function attempt<R>(work: () => R): { result: R } | { error: unknown } {
  try {
    return { result: work() }
  } catch (error) {
    return { error }
  }
}

function unwrap<R>(outcome: { result: R } | { error: unknown }): R {
  if ('error' in outcome) throw outcome.error
  return outcome.result
}
