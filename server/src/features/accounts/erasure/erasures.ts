import type { UserId } from '@randnotiz/contract/kit/ids'
import type { EventBus } from '../../../platform/domain-events.js'
import type { Sessions } from '../sessions.js'
import type { Erased, ErasedPeople } from './erased-people.js'

type Parts = { erased: ErasedPeople; sessions: Sessions; events: EventBus }

/**
 * Somebody is forgotten, with everything of theirs in every feature.
 *
 *   marked, keys removed ──▶ sessions ended ──▶ everybody to the right has removed what is theirs ──▶ the person removed
 *
 * A crash behind the mark, or a listener that fails, is made up for at the next start: each step can be repeated, and the
 * person goes last.
 */
export class Erasures {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Answers whether there was somebody who may be forgotten. */
  async erase(id: UserId): Promise<boolean> {
    const erased = await this.#parts.erased.begin(id)
    if (erased === null) return false
    await this.#finish(erased)
    return true
  }

  /** Finishes what a crash has left half done. */
  async settleAll(): Promise<void> {
    for (const erased of await this.#parts.erased.unfinished()) await this.#finish(erased)
  }

  async #finish(person: Erased): Promise<void> {
    const { erased, sessions, events } = this.#parts
    const { id: userId, address } = person
    await sessions.endAll(userId)
    events.emit('accounts/session-ended', { userId })
    if (await events.emitAndWait('accounts/erased', { userId, address })) await erased.remove(person)
  }
}
