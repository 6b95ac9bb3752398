import type { Granted } from './access.js'
import { AwarenessBoard } from './awareness-board.js'
import type { BusMessage } from './bus.js'
import { checkUpdate } from './check-update.js'
import { type Closing, closeCodes } from './close-codes.js'
import { DocumentKeeper, type DocumentReading, type RoomParts } from './document-keeper.js'
import type { LoadedDocument } from './document-log.js'
import type { Answer } from './document-state.js'
import { type Frame, joinFrames } from './frame.js'
import { Inbox } from './inbox.js'
import { Marks } from './marks.js'
import { Member, type MemberRoom } from './member.js'
import { Notices } from './notices.js'
import { frameAwareness, frameStep1 } from './protocol.js'
import type { Piece } from './tail.js'
import { Tier } from './tier.js'
import type { Wire } from './wire.js'

/**
 * One open document and those who look at it. The room takes messages, hands updates to the keeper, and passes on what
 * the keeper has made durable; it never decodes what it passes on a second time and never holds a Y.Doc.
 */
export class Room implements MemberRoom {
  readonly documentId: string
  readonly members = new Set<Member>()
  readonly keeper: DocumentKeeper
  /** When the last member left; null while there are members. */
  emptySince: number | null
  #ending: Closing | null = null
  readonly #parts: RoomParts
  readonly #writers: Tier
  readonly #readers: Tier
  readonly #awareness: AwarenessBoard
  readonly #marks = new Marks()
  readonly #inbox: Inbox
  readonly #notices: Notices
  readonly #onChange: (update: Uint8Array, seq: number) => void
  readonly #unsubscribe: () => void

  constructor(parts: RoomParts, loaded: LoadedDocument, onChange: (update: Uint8Array, seq: number) => void) {
    const { clock, limits, bus, documentId } = parts
    this.#parts = parts
    this.documentId = documentId
    this.#onChange = onChange
    this.emptySince = clock.now()
    this.keeper = new DocumentKeeper(parts, loaded, {
      added: (pieces, from) => this.#added(pieces, from),
      durable: () => this.#marks.answer(this.keeper),
      ended: reason => this.end(endings[reason]),
    })
    const { seq } = this.keeper.state
    const { queuedBytes, writersShare, readersShare, writersWaitMs, readersWaitMs } = limits
    this.#writers = new Tier(clock, { share: writersShare, waitMs: writersWaitMs, queuedBytes }, seq)
    this.#readers = new Tier(clock, { share: readersShare, waitMs: readersWaitMs, queuedBytes }, seq)
    this.#notices = new Notices({
      state: this.keeper.state,
      limits,
      writers: this.#writers,
      readers: this.#readers,
    })
    this.#awareness = new AwarenessBoard(clock, limits, {
      show: (kind, payload) => this.#showAwareness(kind, payload),
      publish: payload => bus?.publish({ kind: 'awareness', documentId, payload }),
    })
    this.#inbox = new Inbox({
      ...parts,
      keeper: this.keeper,
      awareness: this.#awareness,
      marks: this.#marks,
      greet: (member, answer) => this.#greet(member, answer),
      showAllAwareness: member => this.#showAllAwareness(member),
      firstMark: member => this.#notices.welcome(member),
    })
    this.#unsubscribe = bus?.subscribe(documentId, message => this.#hear(message)) ?? (() => {})
  }

  get ended(): boolean {
    return this.#ending !== null
  }

  /** Somebody who comes just when the room ends is closed like everybody else. */
  join(wire: Wire, access: Granted): Member {
    const member = new Member(this, wire, access)
    this.members.add(member)
    this.#tierOf(member).join(member)
    this.emptySince = null
    if (this.#ending) member.close(this.#ending)
    return member
  }

  leave(member: Member): void {
    if (!this.members.delete(member)) return
    this.#tierOf(member).leave(member)
    this.#awareness.leave(member)
    this.#marks.forget(member)
    if (this.members.size === 0) this.emptySince = this.#parts.clock.now()
  }

  /** Gives a member new rights without making it reconnect; it continues after the row it has reached. */
  changeAccess(member: Member, access: Granted): void {
    const before = this.#tierOf(member)
    const position = member.position ?? before.positionFor(member)
    before.leave(member)
    member.access = access
    this.#tierOf(member).join(member)
    if (before === this.#tierOf(member)) return
    const frame = access.kind === 'writer' ? this.#step1() : []
    if (member.isGreeted) member.answer({ frame, position }, this.#parts.clock.now())
    if (access.kind === 'reader') this.#awareness.leave(member)
  }

  #tierOf(member: Member): Tier {
    return member.access.kind === 'writer' ? this.#writers : this.#readers
  }

  /** Takes one message of a member. */
  receive(member: Member, data: Uint8Array): void {
    if (!this.ended && !member.closing) this.#inbox.receive(member, data)
  }

  /** Step 1 comes first in the answer, so that a client that is "synced" has sent what the server was missing. */
  #greet(member: Member, answer: Answer): void {
    if (!this.members.has(member)) return
    const frames = member.access.kind === 'writer' ? [this.#step1(), answer.frame] : [answer.frame]
    member.answer({ ...answer, frame: joinFrames(frames) }, this.#parts.clock.now())
  }

  #step1(): Frame {
    return frameStep1(this.keeper.state.encodeVector())
  }

  #added(pieces: Piece[], from: Member | null): void {
    this.#writers.add(pieces, from)
    this.#readers.add(pieces, from)
    const added = pieces.reduce((sum, { update }) => sum + update.length, 0)
    this.#notices.grown(added)
    for (const { update, seq } of pieces) this.#onChange(update, seq)
  }

  /** Members that are behind get all states when they have caught up. */
  #showAwareness(kind: 'writer' | 'reader', payload: Uint8Array): void {
    const frame = frameAwareness(payload)
    for (const member of (kind === 'writer' ? this.#writers : this.#readers).members)
      if (member.flowing && !member.access.anonymous) member.note('awareness', frame)
  }

  #showAllAwareness(member: Member): void {
    const payload = this.#awareness.all()
    if (payload && !member.access.anonymous) member.note('awareness', frameAwareness(payload))
  }

  /** A message that cannot be read is as good as lost, and what is lost is made up for from the log. */
  #hear(message: BusMessage): void {
    if (this.ended) return
    try {
      if (message.kind === 'row') this.keeper.hear(message)
      else if (message.kind === 'awareness') this.#awareness.receiveFromElsewhere(message.payload)
      else if (message.epoch > this.keeper.state.epoch) this.end(endings.replaced)
    } catch (error) {
      this.#parts.report({ kind: 'failed', documentId: this.documentId, during: 'catch-up', error })
    }
  }

  since(position: number): Answer {
    return this.keeper.state.since(position)
  }

  flowingPosition(member: Member): number {
    return this.#tierOf(member).positionFor(member)
  }

  caughtUp(member: Member): void {
    this.#showAllAwareness(member)
  }

  /** Stores an update that does not come from a member; resolves with true when it is durable, false when refused. */
  async submit(update: Uint8Array): Promise<boolean> {
    const checked = checkUpdate(update)
    if (checked.kind === 'malformed') throw new TypeError(`malformed update: ${checked.reason}`)
    if (this.ended || this.keeper.isFullWith(update)) return false
    return this.#marks.promise(this.keeper.queue.push(new Uint8Array(update), null), this.keeper)
  }

  read(): Promise<DocumentReading> {
    return this.keeper.read()
  }

  /** Looks after everything that takes time; called about once a second. */
  tick(now: number): void {
    for (const member of this.members) member.closeIfStalled(now, this.#parts.limits.stallMs)
    this.#awareness.sweep()
    this.#notices.tellHowMany()
    this.keeper.catchUpIfDue(now)
    this.keeper.foldIfDue(now, this.members.size === 0, this.#neededAfter)
  }

  fold(): Promise<void> {
    return this.keeper.fold(this.#neededAfter)
  }

  /** The row after which somebody still needs single updates. */
  readonly #neededAfter = (): number => {
    const behind = [...this.members].flatMap(member => member.position ?? [])
    return Math.min(...behind, this.#writers.position, this.#readers.position)
  }

  /** Resolves when all that was taken is durable. */
  async flush(): Promise<void> {
    await this.#marks.promise(this.keeper.queue.taken, this.keeper)
    this.#writers.flush()
    this.#readers.flush()
  }

  get deliveries(): number {
    return this.#writers.deliveries + this.#readers.deliveries
  }

  /** Closes all connections; the room takes nothing any more. */
  end(closing: Closing): void {
    if (this.#ending) return
    this.#ending = closing
    this.keeper.queue.stop()
    this.#writers.stop()
    this.#readers.stop()
    this.#awareness.stop()
    this.#unsubscribe()
    this.#marks.end()
    for (const member of this.members) member.close(closing)
  }
}

const endings: Record<'replaced' | 'outage', Closing> = {
  replaced: { code: closeCodes.replaced, reason: 'the document was replaced' },
  outage: { code: closeCodes.tryAgainLater, reason: 'the document cannot be stored at present' },
}
