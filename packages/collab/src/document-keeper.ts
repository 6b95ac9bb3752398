import type { Bus, BusMessage } from './bus.js'
import type { Clock } from './clock.js'
import type { Report } from './collab-event.js'
import { CommitQueue } from './commit-queue.js'
import { Differences } from './differences.js'
import type { DocumentLog, Entry, LoadedDocument } from './document-log.js'
import { type Answer, DocumentState } from './document-state.js'
import type { Folder } from './folder.js'
import type { Limits } from './limits.js'
import type { Member } from './member.js'
import { Snapshots } from './snapshots.js'
import type { Piece } from './tail.js'
import { decodeBatch, encodeBatch } from './update-batch.js'

/** What every room is made with. */
export interface RoomParts {
  documentId: string
  log: DocumentLog
  folder: Folder
  clock: Clock
  limits: Limits
  bus: Bus | null
  report: Report
}

export interface KeeperListener {
  /** Durable now; `from` is the only member the pieces come from, if there is one. */
  added(pieces: Piece[], from: Member | null): void
  /** More of what was pushed has become durable. */
  durable(): void
  /** The document ends for this room. */
  ended(reason: 'replaced' | 'outage'): void
}

export interface DocumentReading {
  /** The whole document as one Yjs update. */
  update: Uint8Array
  stateVector: Uint8Array
  /** The last log row it contains. */
  seq: number
}

const readingKeptMs = 2_000

/** Keeps one document: its state in memory, its log on disk, and the two in step with other processes. */
export class DocumentKeeper {
  readonly state: DocumentState
  readonly queue: CommitQueue
  readonly #snapshots: Snapshots
  readonly #differences: Differences
  #catchingUp = false
  #nextCatchUpAt = 0
  #editedAt = 0
  #reading: { seq: number; reading: Promise<DocumentReading> } | null = null
  readonly #parts: RoomParts
  readonly #listener: KeeperListener

  constructor(parts: RoomParts, loaded: LoadedDocument, listener: KeeperListener) {
    this.#parts = parts
    this.#listener = listener
    this.state = new DocumentState(loaded)
    this.#snapshots = new Snapshots(parts, this.state, loaded.head)
    this.#differences = new Differences(parts.folder, parts.clock)
    this.queue = new CommitQueue(parts.clock, parts.limits.storeOutageMs, {
      append: pieces => this.#append(pieces),
      committed: ({ seq, pieces, from }) => this.#committed({ seq, updates: pieces }, from),
      overtaken: entries => this.#absorb(entries),
      replaced: () => listener.ended('replaced'),
      gaveUp: error => this.#gaveUp(error),
    })
  }

  #append(pieces: Uint8Array[]) {
    const { log, bus } = this.#parts
    return log.append({ epoch: this.state.epoch, seq: this.state.seq + 1, shared: bus !== null }, pieces)
  }

  #committed(entry: Entry, from: Member | null): void {
    this.#publish(entry)
    this.#take(entry, from)
    this.#listener.durable()
  }

  #publish({ seq, updates }: Entry): void {
    const { bus, documentId } = this.#parts
    const { epoch } = this.state
    bus?.publish({ kind: 'row', documentId, epoch, seq, updates: encodeBatch(updates) })
  }

  #absorb(entries: readonly Entry[]): void {
    for (const entry of entries) this.#take(entry, null)
  }

  #take(entry: Entry, from: Member | null): void {
    const pieces = this.state.absorb(entry.seq, entry.updates)
    this.#editedAt = this.#parts.clock.now()
    if (pieces.length > 0) this.#listener.added(pieces, from)
  }

  #gaveUp(error: unknown): void {
    const { report, documentId } = this.#parts
    report({ kind: 'failed', documentId, during: 'append', error })
    this.#listener.ended('outage')
  }

  /** A row of another process; anything that does not follow on ours is read from the log. */
  hear(message: BusMessage & { kind: 'row' }): void {
    if (message.epoch !== this.state.epoch || message.seq <= this.state.seq) return
    if (message.seq === this.state.seq + 1)
      this.#take({ seq: message.seq, updates: decodeBatch(message.updates) }, null)
    else void this.catchUp()
  }

  /** Reads what other processes have written, in case a message was lost. */
  async catchUp(): Promise<void> {
    if (this.#catchingUp) return
    this.#catchingUp = true
    const { log, documentId, report } = this.#parts
    try {
      this.#absorb(await log.since(this.state.epoch, this.state.seq))
      const head = await log.readHead()
      if (head && head.epoch !== this.state.epoch) this.#listener.ended('replaced')
    } catch (error) {
      report({ kind: 'failed', documentId, during: 'catch-up', error })
    }
    this.#catchingUp = false
  }

  catchUpIfDue(now: number): void {
    const { bus, limits } = this.#parts
    if (bus === null || now < this.#nextCatchUpAt) return
    this.#nextCatchUpAt = now + limits.catchUpMs
    void this.catchUp()
  }

  /** Folds the log if that is due; `lonely` when nobody is in the room. */
  foldIfDue(now: number, lonely: boolean, neededAfter: () => number): void {
    if (this.#snapshots.isDue(now, { quietMs: now - this.#editedAt, lonely })) void this.fold(neededAfter)
  }

  fold(neededAfter: () => number): Promise<void> {
    return this.#snapshots.fold(neededAfter)
  }

  /** What somebody with that vector is missing, computed elsewhere. */
  async diffFor(vector: Uint8Array): Promise<Answer> {
    const { baseSeq, base } = this.state
    const update = await this.#differences.find({ seq: baseSeq, update: base }, vector)
    return baseSeq === this.state.baseSeq ? this.state.answerWithDiff(update) : this.diffFor(vector)
  }

  /** The document as one update, computed elsewhere; who asks again soon gets the same answer. */
  read(): Promise<DocumentReading> {
    const { seq } = this.state
    if (this.#reading?.seq === seq) return this.#reading.reading
    const reading = this.#read()
    this.#reading = { seq, reading }
    this.#parts.clock.after(readingKeptMs, () => {
      if (this.#reading?.reading === reading) this.#reading = null
    })
    return reading
  }

  async #read(): Promise<DocumentReading> {
    const { seq, base, baseSeq } = this.state
    if (seq === baseSeq)
      return { update: new Uint8Array(base), stateVector: this.state.encodeBaseVector(), seq }
    const { update, vector } = await this.#parts.folder.fold(base, this.state.tailUpTo(seq))
    return { update, stateVector: vector, seq }
  }

  /** Begins a new epoch with other content. The caller ends the room, whether this succeeds or not. */
  replace(update: Uint8Array): Promise<void> {
    this.queue.stop()
    return this.#snapshots.replace(update)
  }

  isFullWith(update: Uint8Array): boolean {
    return this.state.bytes + update.length > this.#parts.limits.documentBytes
  }

  /** Too much waits for the store. */
  get isOverloaded(): boolean {
    return this.queue.waitingBytes > this.#parts.limits.unsavedBytes
  }

  get settled(): boolean {
    return this.queue.idle && this.#snapshots.idle && !this.#catchingUp
  }
}
