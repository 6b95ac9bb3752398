import * as Y from 'yjs'
import type { AwarenessBoard } from './awareness-board.js'
import { type CheckedUpdate, checkUpdate, type Range } from './check-update.js'
import { closeCodes } from './close-codes.js'
import type { DocumentKeeper, RoomParts } from './document-keeper.js'
import type { Answer, DocumentState } from './document-state.js'
import type { Marks } from './marks.js'
import type { Member } from './member.js'
import { frameSaved, type Incoming, isAwareness, isWrite, readMessage } from './protocol.js'
import type { StateVector } from './state-vector.js'

type Checked = CheckedUpdate & { kind: 'ok' }

export interface InboxParts extends Pick<RoomParts, 'documentId' | 'limits' | 'report'> {
  keeper: DocumentKeeper
  awareness: AwarenessBoard
  marks: Marks
  /** Sends a member what it asked for with its state vector. */
  greet(member: Member, answer: Answer): void
  showAllAwareness(member: Member): void
  /** A member has shown that it understands our own message type. */
  firstMark(member: Member): void
}

/**
 * What members send. Everything is judged here, cheapest question first: may this member send it at all (by the first two
 * bytes), can it be read, is it news, does it fit. Whatever is malformed ends that connection and nothing else.
 */
export class Inbox {
  readonly #parts: InboxParts

  constructor(parts: InboxParts) {
    this.#parts = parts
  }

  receive(member: Member, data: Uint8Array): void {
    if (member.access.kind === 'reader' && isWrite(data)) this.#dropWrite(member)
    else if (!(member.access.anonymous && isAwareness(data))) this.#read(member, data)
  }

  #read(member: Member, data: Uint8Array): void {
    const message = readMessage(data)
    switch (message.kind) {
      case 'step1':
        this.#answer(member, message.vector)
        break
      case 'step2':
      case 'update':
        this.#takeUpdate(member, message)
        break
      case 'awareness':
        this.#takeAwareness(member, message.payload)
        break
      case 'query-awareness':
        this.#parts.showAllAwareness(member)
        break
      case 'mark':
        this.#mark(member, message.mark)
        break
      case 'malformed':
        refuseMalformed(member, message.reason)
    }
  }

  #dropWrite(member: Member): void {
    member.droppedWrites++
    if (member.asksForSaves) noteReadOnly(member)
    if (member.droppedWrites > this.#parts.limits.readOnlyWrites)
      member.close({ code: closeCodes.forbidden, reason: 'read-only' })
  }

  #answer(member: Member, encoded: Uint8Array): void {
    const { keeper, greet } = this.#parts
    const vector = decodeVector(encoded)
    const answer = vector && keeper.state.answer(vector)
    if (answer === null) refuseMalformed(member, 'state vector')
    else if (answer === 'diff')
      keeper.diffFor(new Uint8Array(encoded)).then(
        late => greet(member, late),
        () => greet(member, keeper.state.answerWithAll()),
      )
    else greet(member, answer)
  }

  #takeUpdate(member: Member, { kind, update }: Incoming & { kind: 'step2' | 'update' }): void {
    const { keeper } = this.#parts
    const checked = checkUpdate(update)
    if (checked.kind === 'malformed') refuseMalformed(member, checked.reason)
    else if (isKnown(keeper.state, kind, checked)) return
    else if (keeper.isFullWith(update)) refuseFull(member)
    else if (keeper.isOverloaded)
      member.close({ code: closeCodes.tryAgainLater, reason: 'the store is too slow at present' })
    else {
      this.#recordAuthors(member, checked.structs)
      keeper.queue.push(update, member)
    }
  }

  #recordAuthors(member: Member, structs: readonly Range[]): void {
    const { userId } = member.access
    const { keeper, report, documentId } = this.#parts
    if (userId === undefined) return
    for (const { client, from } of structs)
      if (from === 0 && !keeper.state.hasClient(client))
        report({ kind: 'author', documentId, clientId: client, userId })
  }

  #takeAwareness(member: Member, payload: Uint8Array): void {
    try {
      this.#parts.awareness.receive(member, payload)
    } catch {
      refuseMalformed(member, 'awareness')
    }
  }

  /** A reader that tried to write is never told that all is saved. */
  #mark(member: Member, mark: number): void {
    const { marks, keeper, firstMark } = this.#parts
    const isFirst = !member.asksForSaves
    member.asksForSaves = true
    if (isFirst) firstMark(member)
    if (member.droppedWrites > 0) noteReadOnly(member)
    else {
      marks.add({ member, mark, number: keeper.queue.taken })
      marks.answer(keeper)
    }
  }
}

/**
 * Step 2 repeats all deletions at each reconnect, so they are looked up; an update hardly ever repeats one, and looking
 * would cost each keystroke something that grows with the document.
 */
function isKnown(state: DocumentState, kind: 'step2' | 'update', { structs, deletes }: Checked): boolean {
  if (!state.knows(structs)) return false
  return deletes.length === 0 || (kind === 'step2' && state.hasDeleted(deletes))
}

function refuseMalformed(member: Member, reason: string): void {
  member.close({ code: closeCodes.badMessage, reason: `malformed: ${reason}`.slice(0, 100) })
}

function noteReadOnly(member: Member): void {
  member.note('refused', frameSaved({ kind: 'refused', reason: 'read-only' }))
}

/** The connection ends with it: whatever the client sends after a refused update could not be integrated. */
function refuseFull(member: Member): void {
  if (member.asksForSaves) member.note('refused', frameSaved({ kind: 'refused', reason: 'document-full' }))
  member.close({ code: closeCodes.documentFull, reason: 'the document has reached its largest size' })
}

function decodeVector(encoded: Uint8Array): StateVector | null {
  try {
    return Y.decodeStateVector(encoded)
  } catch {
    return null
  }
}
