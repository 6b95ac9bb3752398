import type { UserId } from '@randnotiz/contract/kit/ids'
import type { EventBus } from '../../../platform/domain-events.js'
import type { Sessions } from '../sessions.js'
import type { GuestStore } from './guest-store.js'

export type MergesParts = { guests: GuestStore; sessions: Sessions; events: EventBus }

/**
 * A guest becomes part of an account: what they have written, and what they will be told.
 *
 *   marked (final) ──▶ sessions ended ──▶ everybody to the right has moved what is theirs ──▶ settled
 *
 * The mark decides, also between two accounts that want the same guest. A crash behind it is made up for at the next
 * start: whoever moves things does nothing when they have been moved.
 */
export class Merges {
  readonly #parts: MergesParts

  constructor(parts: MergesParts) {
    this.#parts = parts
  }

  /** Answers whether the guest belongs to this account afterwards; not when another one was first. */
  async merge(from: UserId, into: UserId): Promise<boolean> {
    const owner = await this.#parts.guests.merge(from, into)
    if (owner !== into) return false
    // Who has become this account has nothing to move.
    if (from !== into) await this.#settle(from, into)
    return true
  }

  /** Finishes what a crash has left half done. */
  async settleAll(): Promise<void> {
    for (const { from, into } of await this.#parts.guests.unsettled()) await this.#settle(from, into)
  }

  async #settle(from: UserId, into: UserId): Promise<void> {
    const { guests, sessions, events } = this.#parts
    await sessions.endAll(from)
    events.emit('accounts/session-ended', { userId: from })
    if (await events.emitAndWait('accounts/merged', { from, into })) await guests.settle(from)
  }
}
