import { randomUUID } from 'node:crypto'
import { CommandId, type WorkshopId } from '@randnotiz/contract/kit/ids'
import { accept, type Result } from '@randnotiz/contract/kit/result'
import type { Mover, SessionEvent, SessionFact } from '@randnotiz/contract/workshops/events'
import type { Session } from '@randnotiz/contract/workshops/session'
import { evolve, replay } from '@randnotiz/domain/workshops/evolve'
import type { SessionLog } from '../storage/session-log.js'

/** Decides on a session as it stands; asked again when somebody was faster. */
export type DecideOn = (session: Session) => Promise<Result<SessionFact>>

export type SessionsParts = {
  log: SessionLog
  now(): Date
  /** Hears of every event of a session, in order, once in this process. */
  onEvent(workshopId: WorkshopId, session: Session, event: SessionEvent): void
}

/**
 * The sessions as they stand, each the fold of its log. One move of a session is decided at a time in this process;
 * between processes the log's numbers decide, and whoever was slower reads what it missed and decides again.
 */
export class Sessions {
  #parts: SessionsParts
  #standing = new Map<WorkshopId, Session>()
  #turns = new Map<WorkshopId, Promise<unknown>>()
  /** Readings that wait for their turn: whoever asks meanwhile gets the same one. */
  #readings = new Map<WorkshopId, Promise<Session | null>>()

  constructor(parts: SessionsParts) {
    this.#parts = parts
  }

  /**
   * The session with everything that any process has written before this call; null when there is none. One query of the
   * log serves all who wait for it, since every ballot asks.
   */
  read(workshopId: WorkshopId): Promise<Session | null> {
    const waiting = this.#readings.get(workshopId)
    if (waiting) return waiting
    const reading = this.#inTurn(workshopId, () => {
      this.#readings.delete(workshopId)
      return this.#catchUp(workshopId)
    })
    this.#readings.set(workshopId, reading)
    return reading
  }

  /** Writes what is decided. A command that happened before is answered with the session as it stands. */
  move(
    workshopId: WorkshopId,
    { commandId, by }: { commandId: CommandId; by: Mover },
    decideOn: DecideOn,
  ): Promise<Result<Session> | null> {
    return this.#inTurn(workshopId, async () => {
      for (;;) {
        const session = await this.#catchUp(workshopId)
        if (session === null) return null
        if (await this.#parts.log.has(workshopId, commandId)) return accept(session)
        const decided = await decideOn(session)
        if (!decided.ok) return decided
        const event = this.#event(session.version + 1, { commandId, by, fact: decided.value })
        const refused = await this.#parts.log.append(workshopId, event)
        if (refused === null) return accept(this.#advance(workshopId, session, event))
      }
    })
  }

  /** Begins a session. Does nothing when it has begun. */
  begin(workshopId: WorkshopId, by: Mover, fact: Extract<SessionFact, { fact: 'planned' }>): Promise<void> {
    return this.#inTurn(workshopId, async () => {
      await this.#parts.log.append(
        workshopId,
        this.#event(1, { commandId: CommandId.parse(randomUUID()), by, fact }),
      )
    })
  }

  forget(workshopId: WorkshopId): void {
    this.#standing.delete(workshopId)
  }

  #event(seq: number, event: Pick<SessionEvent, 'commandId' | 'by' | 'fact'>): SessionEvent {
    return { seq, at: this.#parts.now().toISOString(), ...event }
  }

  async #catchUp(workshopId: WorkshopId): Promise<Session | null> {
    const known = this.#standing.get(workshopId)
    const missed = await this.#parts.log.since(workshopId, known?.version ?? 0)
    if (known) return missed.reduce((session, event) => this.#advance(workshopId, session, event), known)
    if (missed.length === 0) return null
    const session = replay(missed)
    this.#standing.set(workshopId, session)
    return session
  }

  #advance(workshopId: WorkshopId, session: Session, event: SessionEvent): Session {
    const next = evolve(session, event)
    this.#standing.set(workshopId, next)
    this.#parts.onEvent(workshopId, next, event)
    return next
  }

  /** One after the other for each session; a failure is the caller's and does not stop the next. */
  #inTurn<Value>(workshopId: WorkshopId, work: () => Promise<Value>): Promise<Value> {
    const before = this.#turns.get(workshopId) ?? Promise.resolve()
    const turn = before.then(work, work)
    const settled = turn.catch(() => undefined)
    this.#turns.set(workshopId, settled)
    void settled.then(() => {
      if (this.#turns.get(workshopId) === settled) this.#turns.delete(workshopId)
    })
    return turn
  }
}
