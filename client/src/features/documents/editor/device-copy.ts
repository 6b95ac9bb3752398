/**
 * The copy of one text on this device, in IndexedDB: what was typed without a connection survives a closed tab and a
 * crashed browser, and is merged when the text is opened again.
 *
 * The copy answers one question honestly: is everything in the document on this device? So it is written by hand
 * instead of with y-indexeddb, which says neither when a write has landed nor that it failed.
 *
 *   opening ──▶ kept ◀──▶ keeping ──▶ failed   (storage full; tried again at the next edit)
 *      └──▶ missing   the browser gives no storage (private window, forbidden, blocked by another tab)
 *
 * Each write holds all updates that came while the one before was under way. Old rows are folded into one when a text
 * is opened; two tabs may do so at once, since a row only goes when its content is in another.
 */
import * as Y from 'yjs'
import type { DurableOperations, OperationCounts } from './durable-operations.js'

export type DeviceCopyState = 'opening' | 'kept' | 'keeping' | 'failed' | 'missing'

export type DeviceCopy = {
  /** Fulfilled when the copy has been read into the document, or when it is clear that there is none. */
  ready: Promise<void>
  /**
   * The generation of the server's text that the copy belongs to; null when none is known. Text of one generation
   * must not be merged with another's: it would stand there twice.
   */
  epoch(): string | null
  /** What the server has said: the generation of its text, and with it what of this text is on its disk. */
  rememberServer(epoch: string): void
  state(): DeviceCopyState
  subscribe(listener: () => void): () => void
  /** Lets go of the document; a write under way ends. */
  close(): void
  /** Forgets the copy: the text was replaced on the server and must not be merged with it. */
  discard(): Promise<void>
}

const updateStore = 'updates'
const epochStore = 'epoch'
const epochKey = 'epoch'
const durableKey = 'durable'
/** On the disk, not only in the browser's memory. */
const strict: IDBTransactionOptions = { durability: 'strict' }
const foldedAbove = 200
/** Another tab with an older version of the database could hold up the opening for ever. */
const openingLimitMs = 3_000

/** A document, and which of its operations the server has; both are kept, and both are filled from what was kept. */
export type Kept = { doc: Y.Doc; durable: DurableOperations }

/** Keeps a copy under `name` from now on, and reads what was kept there before. */
export function keepDeviceCopy(kept: Kept, name: string): DeviceCopy {
  const copy = new IndexedCopy(kept, name)
  return {
    ready: copy.ready,
    epoch: () => copy.epoch,
    rememberServer: epoch => copy.rememberServer(epoch),
    state: () => copy.state,
    subscribe: listener => {
      copy.listeners.add(listener)
      return () => copy.listeners.delete(listener)
    },
    close: () => copy.close(),
    discard: () => copy.discard(),
  }
}

class IndexedCopy {
  state: DeviceCopyState = 'opening'
  epoch: string | null = null
  readonly listeners = new Set<() => void>()
  readonly ready: Promise<void>
  private database: IDBDatabase | null = null
  private waiting: Uint8Array[] = []
  private writing = false
  private closed = false
  private readonly doc: Y.Doc
  private readonly durable: DurableOperations

  constructor(
    { doc, durable }: Kept,
    private readonly name: string,
  ) {
    this.doc = doc
    this.durable = durable
    doc.on('update', this.onUpdate)
    this.ready = this.open()
  }

  rememberServer(epoch: string): void {
    if (this.database === null || this.closed) return
    this.epoch = epoch
    const said = this.database.transaction(epochStore, 'readwrite').objectStore(epochStore)
    said.put(epoch, epochKey)
    said.put(this.durable.counts, durableKey)
  }

  close(): void {
    if (this.closed) return
    this.closed = true
    this.doc.off('update', this.onUpdate)
    if (!this.writing) this.database?.close()
  }

  async discard(): Promise<void> {
    this.waiting = []
    this.close()
    this.database?.close()
    this.become('missing')
    await settled(indexedDB.deleteDatabase(this.name)).catch(() => undefined)
  }

  private readonly onUpdate = (update: Uint8Array, origin: unknown) => {
    if (origin === this) return
    this.waiting.push(update)
    this.write()
  }

  /** Another tab forgets the copy, because the text was replaced: nothing of this one must get into the next. */
  private readonly onForgotten = () => {
    this.waiting = []
    this.close()
    this.become('missing')
  }

  private async open(): Promise<void> {
    try {
      this.database = await openDatabase(this.name)
      if (this.closed) return this.database.close()
      this.database.onversionchange = this.onForgotten
      await this.read(this.database)
    } catch {
      this.database = null
      this.become('missing')
      return
    }
    this.become('kept')
    this.write()
  }

  private async read(database: IDBDatabase): Promise<void> {
    const transaction = database.transaction([updateStore, epochStore], 'readwrite', strict)
    const epoch: unknown = await settled(transaction.objectStore(epochStore).get(epochKey))
    if (typeof epoch === 'string') this.epoch = epoch
    this.durable.confirm(countsIn(await settled(transaction.objectStore(epochStore).get(durableKey))))
    const rows = transaction.objectStore(updateStore)
    const keys = await settled(rows.getAllKeys())
    const updates: Uint8Array[] = await settled(rows.getAll())
    if (this.closed) return
    this.doc.transact(() => {
      for (const update of updates) Y.applyUpdate(this.doc, update, this)
    }, this)
    if (keys.length <= foldedAbove) return
    rows.add(Y.encodeStateAsUpdate(this.doc))
    const last = keys.at(-1)
    if (last !== undefined) rows.delete(IDBKeyRange.upperBound(last))
  }

  private write(): void {
    if (this.database === null || this.writing || this.waiting.length === 0) return
    const batch = Y.mergeUpdates(this.waiting)
    this.waiting = []
    this.writing = true
    this.become('keeping')
    written(this.database, { update: batch, durable: this.durable.counts }).then(
      () => this.afterWrite('kept'),
      () => {
        this.waiting.unshift(batch)
        this.afterWrite('failed')
      },
    )
  }

  private afterWrite(outcome: 'kept' | 'failed'): void {
    this.writing = false
    if (outcome === 'kept' && this.waiting.length > 0) {
      this.write()
      return
    }
    this.become(outcome)
    if (this.closed) this.database?.close()
  }

  private become(state: DeviceCopyState): void {
    if (state === this.state) return
    this.state = state
    for (const listener of this.listeners) listener()
  }
}

function openDatabase(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1)
  request.onupgradeneeded = () => {
    request.result.createObjectStore(updateStore, { autoIncrement: true })
    request.result.createObjectStore(epochStore)
  }
  return new Promise((resolve, reject) => {
    let late = false
    const limit = setTimeout(() => {
      late = true
      reject(new Error('IndexedDB does not open'))
    }, openingLimitMs)
    request.onsuccess = () => {
      clearTimeout(limit)
      if (late) request.result.close()
      else resolve(request.result)
    }
    request.onerror = () => reject(request.error)
  })
}

type Batch = { update: Uint8Array; durable: OperationCounts }

/** Fulfilled when the update is on the disk, and with it what the server had of it. */
function written(database: IDBDatabase, { update, durable }: Batch): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction([updateStore, epochStore], 'readwrite', strict)
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
    transaction.objectStore(updateStore).add(update)
    transaction.objectStore(epochStore).put(durable, durableKey)
  })
}

/** What was kept as counts; nothing where it is no such thing. */
function countsIn(kept: unknown): OperationCounts {
  if (!(kept instanceof Map)) return new Map()
  return new Map(
    [...kept].filter(
      (entry): entry is [number, number] => typeof entry[0] === 'number' && typeof entry[1] === 'number',
    ),
  )
}

function settled<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
