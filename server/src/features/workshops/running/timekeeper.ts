import type { WorkshopId } from '@randnotiz/contract/kit/ids'
import type { Session } from '@randnotiz/contract/workshops/session'
import { type Deadline, deadlinesOf } from './deadlines.js'

/** The longest delay that a timer takes; what is due later is looked at again then. */
const longestDelayMs = 2 ** 31 - 1

const retryMs = 1_000

/** Keeps one timer for each session, for its earliest deadline. */
export class Timekeeper {
  #now: () => Date
  #due: (workshopId: WorkshopId, deadline: Deadline) => Promise<void>
  #onError: (error: unknown) => void
  #timers = new Map<WorkshopId, NodeJS.Timeout>()
  #done = new Set<string>()
  #retries = new Set<NodeJS.Timeout>()

  constructor(parts: {
    now(): Date
    due(workshopId: WorkshopId, deadline: Deadline): Promise<void>
    onError(error: unknown): void
  }) {
    this.#now = parts.now
    this.#due = parts.due
    this.#onError = parts.onError
  }

  /** Called with every new state of a session. */
  watch(workshopId: WorkshopId, session: Pick<Session, 'agenda'>): void {
    clearTimeout(this.#timers.get(workshopId))
    this.#timers.delete(workshopId)
    const open = deadlinesOf(session).filter(deadline => !this.#done.has(nameOf(workshopId, deadline)))
    const next = open.toSorted((a, b) => a.at - b.at)[0]
    if (!next) return
    const delay = Math.min(Math.max(0, next.at - this.#now().getTime()), longestDelayMs)
    this.#timers.set(
      workshopId,
      setTimeout(() => this.#ring(workshopId, session, next), delay),
    )
  }

  close(): void {
    for (const timer of [...this.#timers.values(), ...this.#retries]) clearTimeout(timer)
    this.#timers.clear()
  }

  #ring(workshopId: WorkshopId, session: Pick<Session, 'agenda'>, deadline: Deadline): void {
    const isDue = deadline.at <= this.#now().getTime()
    if (isDue) void this.#keep(workshopId, session, deadline)
    this.watch(workshopId, session)
  }

  /** What could not be done is tried again: a seal must not be forgotten because the database was away. */
  async #keep(workshopId: WorkshopId, session: Pick<Session, 'agenda'>, deadline: Deadline): Promise<void> {
    const name = nameOf(workshopId, deadline)
    this.#done.add(name)
    try {
      await this.#due(workshopId, deadline)
    } catch (error) {
      this.#onError(error)
      this.#done.delete(name)
      this.#retries.add(setTimeout(() => this.watch(workshopId, session), retryMs))
    }
  }
}

const nameOf = (workshopId: WorkshopId, { kind, stepId, round, at }: Deadline) =>
  [workshopId, kind, stepId, round, at].join(' ')
