/**
 * The engine: one store, its catalog and open cursors. It turns a decoded command into a reply, and every refusal and every
 * bug into an error reply; it knows nothing of sockets.
 */
import { Double, Int32, Timestamp } from 'bson'
import type { Document } from './bson/value.js'
import { AGGREGATING } from './commands/aggregating.js'
import { BULK_WRITE } from './commands/bulk-write.js'
import { COLLECTION_CHANGES } from './commands/collection-changes.js'
import { COLLECTIONS } from './commands/collections.js'
import { type CommandTable, CursorReply, type Reply } from './commands/command.js'
import { Cursors } from './commands/cursors.js'
import { FIND_AND_MODIFY } from './commands/find-and-modify.js'
import { INDEXES } from './commands/indexes.js'
import { READING } from './commands/reading.js'
import { SERVER_COMMANDS } from './commands/server-commands.js'
import { StatementRunner } from './commands/write-statements.js'
import { WRITING } from './commands/writing.js'
import { ERROR_CODE, MongoError, refuse } from './mongo-error.js'
import { Catalog } from './storage/catalog.js'
import type { Store } from './storage/store.js'
import type { Validation } from './storage/validator.js'
import { removeExpired } from './time-to-live.js'

const COMMANDS: CommandTable = {
  ...SERVER_COMMANDS,
  ...READING,
  ...WRITING,
  ...FIND_AND_MODIFY,
  ...BULK_WRITE,
  ...AGGREGATING,
  ...COLLECTIONS,
  ...COLLECTION_CHANGES,
  ...INDEXES,
}

export interface EngineOptions {
  /** How often expired documents are looked for. */
  expiryIntervalMs: number
  /** Told about bugs, which the client only sees as InternalError. */
  reportBug: (error: unknown) => void
}

const CURSOR_SWEEP_MS = 60_000
const OK = new Double(1)
const NOT_OK = new Double(0)

export class Engine {
  readonly catalog: Catalog
  readonly cursors = new Cursors()
  private readonly timers: NodeJS.Timeout[] = []
  private counter = 0

  constructor(
    readonly store: Store,
    private readonly options: EngineOptions,
  ) {
    this.catalog = new Catalog(store)
    // Memory is ahead of the disk after a failed commit.
    store.whenFailed(() => this.catalog.load())
    this.every(options.expiryIntervalMs, () => this.expire())
    this.every(CURSOR_SWEEP_MS, () => this.cursors.forgetIdle())
  }

  /** Never throws: an error becomes a reply with `ok: 0`. */
  async execute(command: Document, database: string): Promise<Reply> {
    try {
      const [name = ''] = Object.keys(command)
      if (command.autocommit === false || command.txnNumber !== undefined) {
        refuse('IllegalOperation', 'Transaction numbers are only allowed on a replica set member or mongos')
      }
      const handler = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
      if (!handler) return refuse('CommandNotFound', `no such command: '${name}'`)
      const reply = await handler(command, { engine: this, database })
      return reply instanceof CursorReply ? reply : { ...reply, ok: OK }
    } catch (error) {
      return this.errorReply(error)
    }
  }

  /** Runs statements in the next write transaction; resolves when they are on the disk. */
  write<R>(work: (runner: StatementRunner) => R, validation: Validation = 'enforced'): Promise<R> {
    return this.store.write(() => {
      const runner = new StatementRunner(this.store, this.catalog, this.moment(), validation)
      try {
        return work(runner)
      } finally {
        runner.writer.finish()
      }
    })
  }

  /** Removes documents whose time to live has passed; gives their number. */
  expire(): Promise<number> {
    return removeExpired(this)
  }

  stopTimers(): void {
    for (const timer of this.timers) clearInterval(timer)
  }

  private moment() {
    const date = new Date()
    this.counter = (this.counter + 1) % 2 ** 31
    return { date, timestamp: new Timestamp({ t: Math.floor(date.getTime() / 1000), i: this.counter }) }
  }

  private every(milliseconds: number, work: () => unknown): void {
    const timer = setInterval(() => {
      Promise.resolve(work()).catch(this.options.reportBug)
    }, milliseconds)
    timer.unref()
    this.timers.push(timer)
  }

  private errorReply(error: unknown): Document {
    if (error instanceof MongoError) {
      return {
        ok: NOT_OK,
        errmsg: error.message,
        code: new Int32(error.code),
        codeName: error.codeName,
        ...error.details,
      }
    }
    this.options.reportBug(error)
    const message = error instanceof Error ? error.message : String(error)
    return {
      ok: NOT_OK,
      errmsg: `internal error: ${message}`,
      code: new Int32(ERROR_CODE.InternalError),
      codeName: 'InternalError',
    }
  }
}
