import type { Clock } from './clock.js'
import { type Frame, joinFrames } from './frame.js'
import type { Member } from './member.js'
import { frameUpdate } from './protocol.js'
import type { Piece } from './tail.js'
import { mergeBatch } from './update-batch.js'

export interface Tier {
  /** Sending may take this share of the time; what comes in meanwhile is merged. */
  share: number
  /** Longest pause in milliseconds. */
  waitMs: number
  queuedBytes: number
}

/**
 * Sends updates to one tier of a room: writers nearly at once, readers at half the price and with longer pauses.
 *
 * What costs is the system call per socket, not the bytes. So after each round the tier rests in proportion to
 * what the round took, and sends in the next one, merged and framed once, whatever has come in: a few members get every
 * update at once, hundreds get a frame each 50 ms, and nobody has to set anything.
 */
export class FanOut {
  readonly members = new Set<Member>()
  /** The row up to which flowing members have been written. */
  position: number
  #waiting: { piece: Piece; from: Member | null }[] = []
  #restUntil = 0
  #cancel: (() => void) | null = null
  deliveries = 0
  readonly #clock: Clock
  readonly #tier: Tier

  constructor(clock: Clock, tier: Tier, position: number) {
    this.#clock = clock
    this.#tier = tier
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
    const pause = Math.min(this.#restUntil - this.#clock.now(), this.#tier.waitMs)
    if (pause <= 0) this.flush()
    else this.#cancel = this.#clock.after(pause, () => this.flush())
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
    const start = this.#clock.now()
    const origin = waiting.every(({ from }) => from === waiting[0]?.from) ? waiting[0]?.from : null
    const frame = frameOf(waiting.map(({ piece }) => piece))
    const place = { position: this.position, queuedBytes: this.#tier.queuedBytes, now: start }
    for (const member of this.members) {
      if (member === origin || !member.flowing) continue
      member.deliver(frame, place)
      this.deliveries++
    }
    const end = this.#clock.now()
    const { share } = this.#tier
    this.#restUntil = end + ((end - start) * (1 - share)) / share
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
