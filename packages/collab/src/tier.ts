import type { Clock } from './clock.js'
import { FanOut } from './fan-out.js'
import type { Member } from './member.js'
import type { Piece } from './tail.js'

export interface TierLimits {
  /** Sending to the tier may take about this share of the time. */
  share: number
  /** Longest pause in milliseconds. */
  waitMs: number
  queuedBytes: number
}

/** So many members are written in one round, which takes two or three milliseconds. */
const roundMembers = 250

/** A new measurement counts for so much of what a delivery is believed to cost: half a second of rounds to a thousand. */
const freshness = 1 / 64

/**
 * All writers of a room, or all its readers.
 *
 * After each round a tier rests in proportion to what sending takes here and now. As long as sending at once is
 * affordable every update is sent at once; when it is not, because members, updates or the price of a system call are
 * many, the same rule makes pauses that merge updates. The price is a running mean, since a single round may have been
 * interrupted by another process. A large tier is written in several rounds that take turns, so that the last of a
 * thousand members does not wait for all the others, nor a writer's keystroke for all of them.
 */
export class Tier {
  readonly #rounds: FanOut[] = []
  readonly #roundOf = new Map<Member, FanOut>()
  #position: number
  #turns = 0
  /** What a delivery to one member costs, in milliseconds. */
  #price: number | null = null
  readonly #clock: Clock
  readonly #limits: TierLimits

  constructor(clock: Clock, limits: TierLimits, position: number) {
    this.#clock = clock
    this.#limits = limits
    this.#position = position
  }

  get size(): number {
    return this.#roundOf.size
  }

  get members(): Iterable<Member> {
    return this.#roundOf.keys()
  }

  join(member: Member): void {
    const round = this.#rounds.find(({ members }) => members.size < roundMembers) ?? this.#addRound()
    round.members.add(member)
    this.#roundOf.set(member, round)
  }

  leave(member: Member): void {
    this.#roundOf.get(member)?.members.delete(member)
    this.#roundOf.delete(member)
  }

  #addRound(): FanOut {
    const { queuedBytes } = this.#limits
    const restAfter = (roundMs: number, sent: number) => this.#restAfter(roundMs, sent)
    const round = new FanOut({ clock: this.#clock, queuedBytes, restAfter }, this.#position)
    this.#rounds.push(round)
    return round
  }

  /** Every round rests as long as if it had gone to everybody: together they take their share. */
  #restAfter(roundMs: number, sent: number): number {
    const { share, waitMs } = this.#limits
    if (sent > 0) this.#learn(roundMs / sent)
    const wholeMs = (this.#price ?? 0) * this.size
    return Math.min((wholeMs * (1 - share)) / share, waitMs) * this.#stagger()
  }

  #learn(price: number): void {
    const known = this.#price ?? price
    this.#price = known + (price - known) * freshness
  }

  /** Up to a fifth shorter, by steps that spread evenly, so that rounds do not fall together. */
  #stagger(): number {
    this.#turns++
    return 1 - ((this.#turns * goldenRatio) % 1) / 5
  }

  /** `from` is the only member that the pieces come from, if there is one. */
  add(pieces: readonly Piece[], from: Member | null): void {
    this.#position = pieces.at(-1)?.seq ?? this.#position
    for (const round of this.#rounds) round.add(pieces, from)
  }

  flush(): void {
    for (const round of this.#rounds) round.flush()
  }

  /** The row up to which flowing members of this one's round have been written. */
  positionFor(member: Member): number {
    return this.#roundOf.get(member)?.position ?? this.#position
  }

  /** The row up to which all flowing members have been written. */
  get position(): number {
    return Math.min(this.#position, ...this.#rounds.map(({ position }) => position))
  }

  get deliveries(): number {
    return this.#rounds.reduce((sum, { deliveries }) => sum + deliveries, 0)
  }

  stop(): void {
    for (const round of this.#rounds) round.stop()
  }
}

const goldenRatio = (Math.sqrt(5) - 1) / 2
