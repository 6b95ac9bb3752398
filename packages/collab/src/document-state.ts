import * as Y from 'yjs'
import { checkUpdate, type Range } from './check-update.js'
import { Deletions } from './deletions.js'
import type { LoadedDocument } from './document-log.js'
import { emptySnapshot, type Snapshot } from './folder.js'
import { type Frame, joinFrames } from './frame.js'
import { frameUpdate, syncedFrame } from './protocol.js'
import { advance, covers, knows, type StateVector } from './state-vector.js'
import { type Piece, Tail } from './tail.js'

/** Frames that bring somebody up to row `position`. */
export interface Answer {
  frame: Frame
  position: number
}

/** Below this size a client that is behind gets the whole document: sending it costs less than finding the difference. */
const smallBytes = 16 * 1024

/**
 * What is durable of a document, in bytes: a framed snapshot and the updates after it. There is no Y.Doc; the state
 * vector is advanced from the updates as they come, and joining costs what writing the bytes costs.
 */
export class DocumentState {
  epoch: number
  /** The last row. */
  seq: number
  /** The last row in the snapshot. */
  baseSeq: number
  #base: Piece
  #baseVector: Uint8Array
  #deletes: Uint8Array
  #deletions: Deletions | null = null
  #vector: StateVector
  readonly #tail = new Tail()
  #unfoldedBytes = 0

  constructor({ head, snapshot, entries }: LoadedDocument) {
    const base = snapshot ?? emptySnapshot
    this.epoch = head.epoch
    this.seq = this.baseSeq = entries.length > 0 ? head.seq : Math.max(head.seq, 0)
    this.#base = toPiece(this.seq, base.update)
    this.#baseVector = new Uint8Array(base.vector)
    this.#deletes = new Uint8Array(base.deletes)
    this.#vector = Y.decodeStateVector(base.vector)
    for (const entry of entries) this.absorb(entry.seq, entry.updates)
  }

  get bytes(): number {
    return this.#base.update.length + this.#deletes.length + this.#tail.bytes
  }

  get rowsSinceBase(): number {
    return this.seq - this.baseSeq
  }

  get unfoldedBytes(): number {
    return this.#unfoldedBytes
  }

  get base(): Uint8Array {
    return this.#base.update
  }

  hasClient(client: number): boolean {
    return this.#vector.has(client)
  }

  /** The state vector of the snapshot. */
  encodeBaseVector(): Uint8Array {
    return new Uint8Array(this.#baseVector)
  }

  encodeVector(): Uint8Array {
    return Y.encodeStateVector(this.#vector)
  }

  /** The updates after the snapshot, up to that row. */
  tailUpTo(seq: number): Uint8Array[] {
    return this.#tail.between(this.baseSeq, seq).map(({ update }) => update)
  }

  /** Takes in a row that has been written; nothing if it is here already, as happens when several processes write. */
  absorb(seq: number, updates: readonly Uint8Array[]): Piece[] {
    if (seq <= this.seq) return []
    const pieces = updates.map(update => toPiece(seq, update))
    for (const piece of pieces) {
      const checked = checkUpdate(piece.update)
      if (checked.kind !== 'ok') continue
      advance(this.#vector, checked.structs)
      this.#deletions?.add(checked.deletes)
      this.#tail.add(piece)
      this.#unfoldedBytes += piece.update.length
    }
    this.seq = seq
    return pieces
  }

  /** Whether all these operations are here. */
  knows(structs: readonly Range[]): boolean {
    return knows(this.#vector, structs)
  }

  /** Whether all of it is deleted already. */
  hasDeleted(deletes: readonly Range[]): boolean {
    return this.#knownDeletions().contain(deletes)
  }

  #knownDeletions(): Deletions {
    if (this.#deletions) return this.#deletions
    const known = new Deletions()
    for (const update of [this.#deletes, ...this.tailUpTo(this.seq)]) {
      const checked = checkUpdate(update)
      if (checked.kind === 'ok') known.add(checked.deletes)
    }
    this.#deletions = known
    return known
  }

  /** Puts a snapshot of everything up to that row in the place of the beginning; keeps what members behind still need. */
  rebase(snapshot: Snapshot, seq: number, neededAfter: number): void {
    this.#base = toPiece(seq, snapshot.update)
    this.#baseVector = new Uint8Array(snapshot.vector)
    this.#deletes = new Uint8Array(snapshot.deletes)
    this.#deletions = null
    this.baseSeq = seq
    for (const [client, clock] of Y.decodeStateVector(snapshot.vector))
      this.#vector.set(client, Math.max(clock, this.#vector.get(client) ?? 0))
    this.#unfoldedBytes = this.tailUpTo(this.seq).reduce((sum, update) => sum + update.length, 0)
    this.#tail.forget(Math.min(seq, neededAfter), seq)
  }

  /** What brings somebody with that vector up to date, or `diff` when it has to be computed elsewhere. */
  answer(vector: StateVector): Answer | 'diff' {
    if (vector.size === 0 || this.#base.update.length <= smallBytes) return this.answerWithAll()
    if (covers(vector, Y.decodeStateVector(this.#baseVector)))
      return this.#answerWith(frameUpdate(this.#deletes))
    return 'diff'
  }

  /** The same with a difference to the snapshot that was computed meanwhile. */
  answerWithDiff(update: Uint8Array): Answer {
    return this.#answerWith(frameUpdate(update))
  }

  answerWithAll(): Answer {
    return this.#answerWith(this.#base.frame)
  }

  #answerWith(first: Frame): Answer {
    const tail = this.#tail.between(this.baseSeq).map(piece => piece.frame)
    return { frame: joinFrames([first, ...tail, syncedFrame]), position: this.seq }
  }

  /** What was added after a row. */
  since(position: number): Answer {
    if (!this.#tail.reaches(position, this.baseSeq)) return this.answerWithAll()
    const frames = this.#tail.between(position).map(({ frame }) => frame)
    return { frame: joinFrames(frames), position: this.seq }
  }
}

/** One buffer for both: the update is a view of its frame where the frame is one piece. */
function toPiece(seq: number, bytes: Uint8Array): Piece {
  const frame = frameUpdate(bytes)
  const [only] = frame
  const update = frame.length === 1 && only ? only.subarray(only.length - bytes.length) : bytes
  return { seq, update, frame }
}
