/** Starts the database in a worker thread of this process. */
import { statSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { EngineEvent, EngineRequest, EngineWorkerData } from './engine-messages.js'
import type { Announcement } from './protocol/replica-set-announcement.js'
import type { Transport } from './server-address.js'

export interface EmbeddedMongoOptions {
  /** The directory that holds everything; created with mode 0700 where missing. One server at a time. */
  dataDir: string
  /** The database that `uri` names. */
  database?: string
  /** `tcp` never uses a unix socket. */
  transport?: Transport
  /** How often documents past their TTL are removed, in milliseconds. */
  expiryIntervalMs?: number
  /** For tests only: clients may make commands fail on purpose, see `protocol/fail-points.ts`. */
  failPoints?: boolean
  /** For tests only: what clients are told they talk to, see `protocol/replica-set-announcement.ts`. */
  announces?: Announcement
  /** Told about bugs inside the database; the client got an InternalError. Default: standard error. */
  onBug?: (description: string) => void
  /** Told when the database's thread dies. Default: throws, which ends the process: without it nothing can be saved. */
  onFailure?: (error: Error) => void
}

export interface EmbeddedMongo {
  /** For `mongoose.connect` and every MongoDB driver. It may hold a secret: do not log it. */
  uri: string
  /** Copies the database as it is now into a directory that `startEmbeddedMongo` can open, while it runs. */
  backup(directory: string): Promise<void>
  /** Ends all connections and gives the directory back; acknowledged writes are on the disk already. */
  close(): Promise<void>
}

const DEFAULTS = { database: 'randnotiz', transport: 'automatic', expiryIntervalMs: 60_000 } as const

/** Rejects with one clear sentence when the directory is in use or cannot be opened. */
export async function startEmbeddedMongo(options: EmbeddedMongoOptions): Promise<EmbeddedMongo> {
  const thread = new EngineThread(options)
  const uri = await thread.ready
  return { uri, backup: directory => thread.copy(directory), close: () => thread.close() }
}

class EngineThread {
  readonly ready: Promise<string>
  private readonly worker: Worker
  private readonly ended: Promise<void>
  private readonly copies = new Map<number, (error: string | undefined) => void>()
  private closing = false
  private lastCopy = 0

  constructor(private readonly options: EmbeddedMongoOptions) {
    this.worker = new Worker(workerUrl(), { workerData: dataFor(options), name: 'embedded-mongo' })
    this.ended = new Promise(resolve => this.worker.once('exit', () => resolve()))
    this.ready = this.firstAnswer()
  }

  copy(directory: string): Promise<void> {
    const id = ++this.lastCopy
    return new Promise((resolve, reject) => {
      this.copies.set(id, error => (error === undefined ? resolve() : reject(new Error(error))))
      this.ask({ kind: 'copy', id, directory })
    })
  }

  async close(): Promise<void> {
    if (!this.closing) this.ask({ kind: 'close' })
    this.closing = true
    await this.ended
  }

  private firstAnswer(): Promise<string> {
    return new Promise((resolve, reject) => {
      this.worker.on('error', error => (this.closing ? reject(error) : this.fail(error, reject)))
      this.worker.on('message', (event: EngineEvent) => {
        if (event.kind === 'ready') resolve(event.uri)
        else if (event.kind === 'refused') {
          this.closing = true
          reject(new Error(event.reason))
        } else this.receive(event)
      })
    })
  }

  private receive(event: EngineEvent): void {
    if (event.kind === 'copied') {
      this.copies.get(event.id)?.(event.error)
      this.copies.delete(event.id)
    } else if (event.kind === 'bug') {
      const report =
        this.options.onBug ?? (description => process.stderr.write(`embedded-mongo: ${description}\n`))
      report(event.description)
    }
  }

  private fail(error: Error, reject: (error: Error) => void): void {
    reject(error)
    if (!this.options.onFailure) throw error
    this.options.onFailure(error)
  }

  private ask(request: EngineRequest): void {
    this.worker.postMessage(request)
  }
}

/**
 * Threads run compiled code, also when this file is served from the sources in a test. The build makes one file of the
 * thread's seventy, which loads much faster; after a later compilation alone it would be old code, so then they are used.
 */
function workerUrl(): URL {
  const compiled = (name: string) =>
    new URL(name, import.meta.url.replace('/embedded-mongo/src/', '/embedded-mongo/dist/'))
  const bundle = compiled('./engine-worker.bundle.js')
  const isCurrent = changedAt(bundle) > changedAt(compiled('./.tsbuildinfo'))
  return isCurrent ? bundle : compiled('./engine-worker.js')
}

/** 0 for what does not exist. */
const changedAt = (file: URL): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0

function dataFor(options: EmbeddedMongoOptions): EngineWorkerData {
  return {
    dataDir: options.dataDir,
    database: options.database ?? DEFAULTS.database,
    transport: options.transport ?? DEFAULTS.transport,
    expiryIntervalMs: options.expiryIntervalMs ?? DEFAULTS.expiryIntervalMs,
    failPoints: options.failPoints ?? false,
    announces: options.announces ?? 'standalone',
  }
}
