import type { Clock } from './clock.js'
import { type Frame, joinFrames } from './frame.js'
import type { Member } from './member.js'
import { frameUpdate } from './protocol.js'
import type { Piece } from './tail.js'
import { mergeBatch } from './update-batch.js'

export interface FanOutParts {
  clock: Clock
  queuedBytes: number
  /** How long to rest after a round that took so long for so many members, in milliseconds. */
  restAfter(roundMs: number, sent: number): number
}

/**
 * Sends updates to some members, all in one round.
 *
 * What costs is the system call per socket, not the bytes. So there is a rest after each round, and whatever has come in
 * meanwhile is merged and framed once for the next one; see `tier.ts` for its length.
 */
export class FanOut {
  readonly members = new Set<Member>()
  /** The row up to which flowing members have been written. */
  position: number
  deliveries = 0
  #waiting: { piece: Piece; from: Member | null }[] = []
  #restUntil = 0
  #cancel: (() => void) | null = null
  readonly #parts: FanOutParts

  constructor(parts: FanOutParts, position: number) {
    this.#parts = parts
    this.position = position
  }

  /** `from` is the only member that the piece comes from, if there is one. */
  add(pieces: readonly Piece[], from: Member | null): void {
    for (const piece of pieces) this.#waiting.push({ piece, from })
    if (this.members.size === 0) this.flush()
    else this.#schedule()
  }

  #schedule(): void {
    if (this.#cancel) return
    const { clock } = this.#parts
    const rest = this.#restUntil - clock.now()
    if (rest <= 0) this.flush()
    else this.#cancel = clock.after(rest, () => this.flush())
  }

  flush(): void {
    this.#cancel?.()
    this.#cancel = null
    const waiting = this.#waiting
    const last = waiting.at(-1)
    if (!last) return
    this.#waiting = []
    this.position = last.piece.seq
    if (this.members.size > 0) this.#send(waiting)
  }

  #send(waiting: { piece: Piece; from: Member | null }[]): void {
    const { clock, queuedBytes, restAfter } = this.#parts
    const start = clock.now()
    const origin = waiting.every(({ from }) => from === waiting[0]?.from) ? waiting[0]?.from : null
    const frame = frameOf(waiting.map(({ piece }) => piece))
    const place = { position: this.position, queuedBytes, now: start }
    let sent = 0
    for (const member of this.members) {
      if (member === origin || !member.flowing) continue
      member.deliver(frame, place)
      sent++
    }
    this.deliveries += sent
    const end = clock.now()
    this.#restUntil = end + restAfter(end - start, sent)
  }

  stop(): void {
    this.#cancel?.()
    this.#cancel = null
    this.#waiting = []
  }
}

function frameOf(pieces: readonly Piece[]): Frame {
  const [only] = pieces
  if (pieces.length === 1 && only) return only.frame
  return joinFrames(mergeBatch(pieces.map(piece => piece.update)).map(frameUpdate))
}
