import type { DocumentState } from './document-state.js'
import type { Limits } from './limits.js'
import type { Member } from './member.js'
import { frameSaved } from './protocol.js'

/** Writers are warned at this share of the largest size. */
const almostFullShare = 0.8

interface Audience {
  readonly members: Iterable<Member>
  readonly size: number
}

export interface NoticeParts {
  state: DocumentState
  limits: Limits
  writers: Audience
  readers: Audience
}

/** What members that understand our own message type are told without asking. */
export class Notices {
  #toldConnections = 0
  readonly #parts: NoticeParts

  constructor(parts: NoticeParts) {
    this.#parts = parts
  }

  /** Somebody new is listening. */
  welcome(member: Member): void {
    this.#toldConnections = 0
    this.#warnIfAlmostFull([member])
  }

  /** The document has grown by so many bytes. */
  grown(bytes: number): void {
    const { state, writers } = this.#parts
    if (state.bytes - bytes < this.#almostFullBytes) this.#warnIfAlmostFull(writers.members)
  }

  get #almostFullBytes(): number {
    return this.#parts.limits.documentBytes * almostFullShare
  }

  #warnIfAlmostFull(members: Iterable<Member>): void {
    const { bytes } = this.#parts.state
    if (bytes < this.#almostFullBytes) return
    const frame = frameSaved({ kind: 'almost-full', bytes, limit: this.#parts.limits.documentBytes })
    for (const member of members)
      if (member.asksForSaves && member.access.kind === 'writer') member.note('almost-full', frame)
  }

  /** Readers are told how many are there, not who. */
  tellHowMany(): void {
    const connections = this.#parts.writers.size + this.#parts.readers.size
    if (connections === this.#toldConnections) return
    this.#toldConnections = connections
    const frame = frameSaved({ kind: 'present', connections })
    for (const member of this.#parts.readers.members) if (member.asksForSaves) member.note('present', frame)
  }
}
