import type { Granted } from './access.js'
import { type Closing, closeCodes } from './close-codes.js'
import type { Answer } from './document-state.js'
import type { Frame } from './frame.js'
import type { Wire } from './wire.js'

/**
 * How updates reach one member.
 *
 *     greeting ──answer──▶ catching-up ──all sent, nothing missed──▶ flowing
 *                              ▲                                        │
 *                              └──────────── too much waits ────────────┘
 *
 * A flowing member is written every frame. When its socket holds too much, it is written nothing more, and only the row
 * it has reached is remembered: a stalled reader costs the same whatever happens in the room. When the socket has
 * drained, one answer with everything since then is sent, piece by piece, each as the one before has left. Long initial
 * answers go the same way, so a large document is never mistaken for a slow client.
 */
type Delivery =
  | { kind: 'greeting' }
  | { kind: 'flowing' }
  | { kind: 'catching-up'; pieces: Frame; next: number; position: number }

/** Small messages that wait while a long one is under way; a later one of the same kind replaces an earlier one. */
export type NoteKind = 'saved' | 'refused' | 'almost-full' | 'present' | 'awareness'

export interface MemberRoom {
  /** What was added after a row. */
  since(position: number): Answer
  /** The row up to which flowing members of this one's tier have been written. */
  flowingPosition(member: Member): number
  /** Called when a member has caught up, to send what is not kept for it meanwhile. */
  caughtUp(member: Member): void
}

export class Member {
  #delivery: Delivery = { kind: 'greeting' }
  #notes: Map<NoteKind, Frame> | null = null
  readonly #room: MemberRoom
  readonly wire: Wire
  access: Granted
  /** Understands our message type, because it has sent a mark. */
  asksForSaves = false
  closing: Closing | null = null
  /** When bytes last left, as far as somebody waits for them; `stallMs` counts from here. */
  waitingSince: number | null = null
  droppedWrites = 0

  constructor(room: MemberRoom, wire: Wire, access: Granted) {
    this.#room = room
    this.wire = wire
    this.access = access
  }

  get flowing(): boolean {
    return this.#delivery.kind === 'flowing'
  }

  /** Whether it has asked for the document. */
  get isGreeted(): boolean {
    return this.#delivery.kind !== 'greeting'
  }

  /** The row that a member behind has reached; null for others. */
  get position(): number | null {
    return this.#delivery.kind === 'catching-up' ? this.#delivery.position : null
  }

  /** Begins a long answer; what is under way already is finished first. */
  answer({ frame, position }: Answer, now: number): void {
    const delivery = this.#delivery
    const unfinished = delivery.kind === 'catching-up' ? delivery.pieces.slice(delivery.next) : []
    this.#delivery = { kind: 'catching-up', pieces: [...unfinished, ...frame], next: 0, position }
    this.#pump(now)
  }

  /** Writes an update frame to a flowing member; `position` is the row it ends with. */
  deliver(frame: Frame, place: { position: number; queuedBytes: number; now: number }): void {
    if (this.#delivery.kind !== 'flowing') return
    for (const piece of frame) this.wire.write(piece)
    if (this.wire.queuedBytes <= place.queuedBytes) return
    this.#delivery = { kind: 'catching-up', pieces: [], next: 0, position: place.position }
    this.waitingSince = place.now
  }

  /** Sends a small message now, or between two long ones. */
  note(kind: NoteKind, frame: Frame): void {
    if (this.#delivery.kind === 'catching-up') {
      this.#notes ??= new Map()
      this.#notes.set(kind, frame)
    } else for (const piece of frame) this.wire.write(piece)
  }

  /** The wire holds nothing any more. */
  drained(now: number): void {
    this.waitingSince = null
    if (this.#delivery.kind === 'catching-up') this.#pump(now)
  }

  #pump(now: number): void {
    while (this.#delivery.kind === 'catching-up') {
      const delivery: Delivery = this.#delivery
      const piece = delivery.pieces[delivery.next]
      if (this.wire.congested) {
        this.waitingSince = now
        return
      }
      if (piece) {
        delivery.next++
        this.wire.write(piece)
      } else this.#finish(delivery.position)
    }
  }

  #finish(position: number): void {
    for (const frame of this.#notes?.values() ?? []) for (const piece of frame) this.wire.write(piece)
    this.#notes = null
    if (position >= this.#room.flowingPosition(this)) {
      this.#delivery = { kind: 'flowing' }
      this.#room.caughtUp(this)
      return
    }
    const { frame, position: reached } = this.#room.since(position)
    this.#delivery = { kind: 'catching-up', pieces: frame, next: 0, position: reached }
  }

  /** Closes a member that does not take what waits for it. */
  closeIfStalled(now: number, stallMs: number): void {
    if (this.waitingSince !== null && now - this.waitingSince > stallMs)
      this.close({ code: closeCodes.tryAgainLater, reason: 'connection too slow' })
  }

  close(closing: Closing): void {
    if (this.closing) return
    this.closing = closing
    this.wire.close(closing)
  }
}
