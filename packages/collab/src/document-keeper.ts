import type { Bus, BusMessage } from './bus.js'
import type { Clock } from './clock.js'
import type { Report } from './collab-event.js'
import { CommitQueue } from './commit-queue.js'
import type { DocumentLog, Entry, LoadedDocument } from './document-log.js'
import { type Answer, DocumentState, type Piece } from './document-state.js'
import { emptySnapshot, type Folder } from './folder.js'
import type { Limits } from './limits.js'
import type { Member } from './member.js'
import type { Head } from './store.js'
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

const diffsKeptMs = 1_000

/** Keeps one document: its state in memory, its log on disk, and the two in step with other processes. */
export class DocumentKeeper {
  readonly state: DocumentState
  readonly queue: CommitQueue
  #head: Head
  #folding: Promise<void> | null = null
  #catchingUp = false
  #nextCatchUpAt = 0
  #nextFoldAt = 0
  #editedAt = 0
  #diffs = new Map<string, Promise<Uint8Array>>()
  #reading: DocumentReading | null = null
  readonly #parts: RoomParts
  readonly #listener: KeeperListener

  constructor(parts: RoomParts, loaded: LoadedDocument, listener: KeeperListener) {
    this.#parts = parts
    this.#listener = listener
    this.#head = loaded.head
    this.state = new DocumentState(loaded)
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
    const { bus, documentId } = this.#parts
    const updates = encodeBatch(entry.updates)
    bus?.publish({ kind: 'row', documentId, epoch: this.state.epoch, seq: entry.seq, updates })
    this.#take(entry, from)
    this.#listener.durable()
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

  /** Whether folding is due; `lonely` when nobody is in the room. */
  isFoldDue(now: number, lonely: boolean): boolean {
    const { foldRows, foldBytes, foldIdleMs } = this.#parts.limits
    if (this.state.rowsSinceBase <= 0 || now < this.#nextFoldAt || this.#folding) return false
    const isLong = this.state.rowsSinceBase >= foldRows || this.state.unfoldedBytes >= foldBytes
    return isLong || lonely || now - this.#editedAt >= foldIdleMs
  }

  /**
   * Folds the log into a snapshot. Rows that are written meanwhile stay in the log; the position is taken before the
   * work begins. `neededAfter` tells, when it is done, after which row somebody still needs the single updates.
   */
  fold(neededAfter: () => number): Promise<void> {
    this.#folding ??= this.#fold(neededAfter)
      .catch(error => {
        this.#nextFoldAt = this.#parts.clock.now() + this.#parts.limits.foldIdleMs
        this.#parts.report({ kind: 'failed', documentId: this.#parts.documentId, during: 'fold', error })
      })
      .finally(() => {
        this.#folding = null
      })
    return this.#folding
  }

  async #fold(neededAfter: () => number): Promise<void> {
    const { log, folder, clock, limits } = this.#parts
    const { seq, base, epoch } = this.state
    this.#nextFoldAt = clock.now() + limits.foldGapMs
    const snapshot = await folder.fold(base, this.state.tailUpTo(seq))
    const next = await log.writeSnapshot(this.#head, snapshot, { epoch, seq })
    if (next === null) {
      this.#head = (await log.readHead()) ?? this.#head
      return
    }
    this.#head = next
    this.state.rebase(snapshot, seq, neededAfter())
    await log.sweep(next)
  }

  /** What somebody with that vector is missing, computed elsewhere; a storm of equal questions is answered once. */
  async diffFor(vector: Uint8Array): Promise<Answer> {
    const { folder, clock } = this.#parts
    const { baseSeq, base } = this.state
    const key = `${baseSeq}/${Buffer.from(vector).toString('base64')}`
    const known = this.#diffs.get(key) ?? folder.diff(base, vector)
    if (!this.#diffs.has(key)) {
      this.#diffs.set(key, known)
      clock.after(diffsKeptMs, () => this.#diffs.delete(key))
    }
    const update = await known
    return baseSeq === this.state.baseSeq ? this.state.answerWithDiff(update) : this.diffFor(vector)
  }

  /** The document as one update, computed elsewhere and kept until the next row. */
  async read(): Promise<DocumentReading> {
    const { seq, base } = this.state
    if (this.#reading?.seq === seq) return this.#reading
    const { update, vector } = await this.#parts.folder.fold(base, this.state.tailUpTo(seq))
    this.#reading = { update, stateVector: vector, seq }
    return this.#reading
  }

  /** Begins a new epoch with other content. The caller ends the room, whether this succeeds or not. */
  async replace(update: Uint8Array): Promise<void> {
    const { log, folder, bus, documentId } = this.#parts
    this.queue.stop()
    await this.#folding
    const snapshot = await folder.fold(emptySnapshot.update, [update])
    for (let next: Head | null = null; next === null; ) {
      const head = (await log.readHead()) ?? this.#head
      next = await log.writeSnapshot(head, snapshot, { epoch: head.epoch + 1, seq: 0 })
      if (next) {
        bus?.publish({ kind: 'replaced', documentId, epoch: next.epoch })
        await log.sweep(next)
      }
    }
  }

  isFullWith(update: Uint8Array): boolean {
    return this.state.bytes + update.length > this.#parts.limits.documentBytes
  }

  /** Too much waits for the store. */
  get isOverloaded(): boolean {
    return this.queue.waitingBytes > this.#parts.limits.unsavedBytes
  }

  get settled(): boolean {
    return this.queue.idle && this.#folding === null && !this.#catchingUp
  }
}
