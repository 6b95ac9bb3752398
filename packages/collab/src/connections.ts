import type { Access } from './access.js'
import type { Clock } from './clock.js'
import { closeCodes } from './close-codes.js'
import type { Report } from './collab-event.js'
import type { Connection } from './connection.js'
import type { Limits } from './limits.js'

/** Clients that come back after a restart spread over so long. */
const jitterMs = 5_000

/** All connections of this process. Heartbeats are spread over the seconds of an interval. */
export class Connections {
  readonly #slots: Set<Connection>[]
  readonly #parts: { clock: Clock; limits: Limits; report: Report }
  #next = 0
  #beats = 0
  #emptied: (() => void) | null = null

  constructor(parts: { clock: Clock; limits: Limits; report: Report }) {
    this.#parts = parts
    this.#slots = Array.from(
      { length: Math.max(1, Math.round(parts.limits.heartbeatMs / 1_000)) },
      () => new Set(),
    )
  }

  get size(): number {
    return this.#slots.reduce((sum, slot) => sum + slot.size, 0)
  }

  /** Returns the function that takes the connection away again. */
  add(connection: Connection): () => void {
    const slot = this.#slots[this.#next++ % this.#slots.length]
    slot?.add(connection)
    return () => {
      slot?.delete(connection)
      if (this.size === 0) this.#emptied?.()
    }
  }

  /** Called each second; each connection has its turn once in an interval. */
  beat(): void {
    for (const connection of this.#slots[this.#beats++ % this.#slots.length] ?? []) connection.beat()
  }

  *#all(): Iterable<Connection> {
    for (const slot of this.#slots) yield* slot
  }

  async refresh({ documentId, userId }: { documentId?: string; userId?: string }): Promise<void> {
    const affected = [...this.#all()].filter(
      ({ room, member }) =>
        (documentId === undefined || room.documentId === documentId) &&
        (userId === undefined || member.access.userId === userId),
    )
    await Promise.all(affected.map(connection => this.#recheck(connection)))
  }

  async #recheck({ room, member }: Connection): Promise<void> {
    const access = await this.#ask(room.documentId, member.access.recheck)
    if (member.closing) return
    if (access === null) member.close({ code: closeCodes.restarting, reason: 'rights may have changed' })
    else if (access.kind === 'refused') member.close({ code: access.code, reason: access.reason })
    else room.changeAccess(member, { recheck: member.access.recheck, ...access })
  }

  /** Null when nobody knows: then the client has to come back and be authorised anew. */
  async #ask(documentId: string, recheck: (() => Promise<Access>) | undefined): Promise<Access | null> {
    try {
      return (await recheck?.()) ?? null
    } catch (error) {
      this.#parts.report({ kind: 'failed', documentId, during: 'authorise', error })
      return null
    }
  }

  /** Resolves when all are gone; each is told another moment to come back. */
  async closeAll(): Promise<void> {
    if (this.size === 0) return
    const gone = new Promise<void>(resolve => {
      this.#emptied = resolve
    })
    for (const { member } of this.#all()) {
      const retryMs = Math.round(Math.random() * jitterMs)
      member.close({ code: closeCodes.restarting, reason: `restarting; come back in ${retryMs} ms` })
    }
    await gone
  }
}
