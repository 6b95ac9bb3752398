import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as sync from 'y-protocols/sync'
import * as Y from 'yjs'
import type { Granted } from '../access.js'
import type { Member } from '../member.js'
import type { Room } from '../room.js'
import { decodeSavedMessage, encodeSavedMessage, savedMessageType } from '../saved-message.js'
import { HandWire } from './hand-wire.js'

/** A real Y.Doc that speaks the protocol by hand: nothing moves in either direction unless the test says so. */
export class HandClient {
  readonly doc = new Y.Doc()
  wire = new HandWire()
  synced = false
  saved = 0
  /** Everything the server has ever sent as an update. */
  readonly seen: Uint8Array[] = []
  /** Messages on their way to the server. */
  outgoing: Uint8Array[] = []
  #room: Room | null = null
  #member: Member | null = null
  #marks = 0
  readonly #kind: Granted['kind']

  constructor(kind: Granted['kind'] = 'writer', clientId?: number) {
    this.#kind = kind
    if (clientId !== undefined) this.doc.clientID = clientId
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this && this.#room) this.#send(0, encoder => sync.writeUpdate(encoder, update))
    })
  }

  get text(): string {
    return this.doc.getText('t').toString()
  }

  get member(): Member {
    if (!this.#member) throw new Error('not connected')
    return this.#member
  }

  get connected(): boolean {
    return this.#room !== null
  }

  connect(room: Room): void {
    this.wire = new HandWire()
    this.outgoing = []
    this.synced = false
    this.#room = room
    this.#member = room.join(this.wire, { kind: this.#kind })
    this.#send(0, encoder => sync.writeSyncStep1(encoder, this.doc))
  }

  disconnect(): void {
    if (this.#member) this.#room?.leave(this.#member)
    this.#room = null
    this.#member = null
    this.outgoing = []
  }

  insert(at: number, text: string): void {
    this.doc.getText('t').insert(Math.min(at, this.doc.getText('t').length), text)
  }

  /** Asks whether everything sent so far is saved; returns the number of the question. */
  mark(): number {
    this.outgoing.push(encodeSavedMessage({ kind: 'mark', mark: ++this.#marks }))
    return this.#marks
  }

  /** Delivers up to `count` messages to the server. */
  push(count = Number.POSITIVE_INFINITY): void {
    for (const message of this.outgoing.splice(0, count)) this.#room?.receive(this.member, message)
  }

  /** Takes everything the server has written. */
  pull(): void {
    for (const message of this.wire.take()) this.#receive(message)
  }

  /** The far end reads again. */
  drain(now: number): void {
    this.wire.stalled = false
    this.wire.drain()
    this.#member?.drained(now)
  }

  #receive(message: Uint8Array): void {
    const decoder = decoding.createDecoder(message)
    const type = decoding.readVarUint(decoder)
    if (type === savedMessageType) {
      const answer = decodeSavedMessage(decoder)
      if (answer?.kind === 'saved') this.saved = answer.mark
    }
    if (type !== 0) return
    if (message[1] !== 0)
      this.seen.push(decoding.readVarUint8Array(decoding.createDecoder(message.subarray(2))))
    const reply = encoding.createEncoder()
    encoding.writeVarUint(reply, 0)
    const kind = sync.readSyncMessage(decoder, reply, this.doc, this)
    if (encoding.length(reply) > 1) this.outgoing.push(encoding.toUint8Array(reply))
    if (kind === sync.messageYjsSyncStep2) this.synced = true
  }

  #send(type: number, write: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, type)
    write(encoder)
    this.outgoing.push(encoding.toUint8Array(encoder))
  }
}
