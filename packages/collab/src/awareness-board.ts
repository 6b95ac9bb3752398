import {
  type AwarenessEntry,
  decodeAwareness,
  encodeAwareness,
  goneState,
  withIdentity,
} from './awareness-entry.js'
import type { Clock } from './clock.js'
import type { Limits } from './limits.js'
import type { Member } from './member.js'

interface Posted extends AwarenessEntry {
  /** Null: a member of another server process. */
  owner: Member | null
  seenAt: number
}

/** Carets move at most 16 times a second for writers and 4 times for readers. */
const writersMs = 60
const readersMs = 250
/** How long it is remembered that a client is gone: longer than any echo of its last state is under way. */
const rememberGoneMs = 60_000
/** What another process has not renewed for so long is gone; clients renew every 15 s. */
const elsewhereMs = 45_000

export interface AwarenessAudience {
  show(kind: 'writer' | 'reader', payload: Uint8Array): void
  /** Own changes, for other server processes. */
  publish(payload: Uint8Array): void
}

/**
 * Carets and presence: the last state of each client, kept as text and passed on in bundles.
 *
 * A client id belongs to the connection that introduced it: nobody moves or removes another one's caret. A user who
 * returns before the old connection is known to be dead takes the id over. Stock clients echo every state they receive;
 * those echoes are recognised by their owner and dropped, and those of a client that has just left by their clock.
 */
export class AwarenessBoard {
  readonly #posted = new Map<number, Posted>()
  readonly #changed = { writer: new Set<number>(), reader: new Set<number>() }
  readonly #cancels = { writer: null as (() => void) | null, reader: null as (() => void) | null }
  readonly #clock: Clock
  readonly #limits: Limits
  readonly #audience: AwarenessAudience

  constructor(clock: Clock, limits: Limits, audience: AwarenessAudience) {
    this.#clock = clock
    this.#limits = limits
    this.#audience = audience
  }

  /** Takes what a member says about itself; throws if the payload is malformed. */
  receive(member: Member, payload: Uint8Array): void {
    const taken = decodeAwareness(payload).filter(entry => this.#take(member, entry))
    if (taken.length === 0) return
    const posted = taken.flatMap(({ clientId }) => this.#posted.get(clientId) ?? [])
    this.#audience.publish(encodeAwareness(posted))
  }

  #take(member: Member, entry: AwarenessEntry): boolean {
    const known = this.#posted.get(entry.clientId)
    if (known ? !mayReplace(known, member, entry) : this.#idsOf(member) >= this.#limits.awarenessIds)
      return false
    if (entry.state.length > this.#limits.awarenessBytes) return false
    const state = withIdentity(entry.state, member.access)
    if (state === null || (state === goneState && !known)) return false
    this.#post({ ...entry, state, owner: member, seenAt: this.#clock.now() })
    return true
  }

  #idsOf(member: Member): number {
    let ids = 0
    for (const { owner } of this.#posted.values()) if (owner === member) ids++
    return ids
  }

  /** Takes what another server process says about its members. */
  receiveFromElsewhere(payload: Uint8Array): void {
    for (const entry of decodeAwareness(payload)) {
      const known = this.#posted.get(entry.clientId)
      if (known?.owner || (known && !isNews(known, entry))) continue
      this.#post({ ...entry, owner: null, seenAt: this.#clock.now() })
    }
  }

  #post(posted: Posted): void {
    this.#posted.set(posted.clientId, posted)
    for (const tier of ['writer', 'reader'] as const) {
      this.#changed[tier].add(posted.clientId)
      this.#cancels[tier] ??= this.#clock.after(tier === 'writer' ? writersMs : readersMs, () =>
        this.#flush(tier),
      )
    }
  }

  #flush(tier: 'writer' | 'reader'): void {
    this.#cancels[tier] = null
    const entries = [...this.#changed[tier]].flatMap(id => this.#posted.get(id) ?? [])
    this.#changed[tier].clear()
    if (entries.length > 0) this.#audience.show(tier, encodeAwareness(entries))
  }

  /** All states, for somebody who has just joined; null if there are none. */
  all(): Uint8Array | null {
    const present = [...this.#posted.values()].filter(({ state }) => state !== goneState)
    return present.length === 0 ? null : encodeAwareness(present)
  }

  leave(member: Member): void {
    this.#remove(posted => posted.owner === member)
  }

  /** Forgets members of other processes that have fallen silent. */
  sweep(): void {
    const oldest = this.#clock.now() - elsewhereMs
    this.#remove(({ owner, seenAt }) => owner === null && seenAt < oldest)
    for (const [id, { state, seenAt }] of this.#posted)
      if (state === goneState && seenAt < this.#clock.now() - rememberGoneMs) this.#posted.delete(id)
  }

  #remove(applies: (posted: Posted) => boolean): void {
    const gone = [...this.#posted.values()].filter(posted => posted.state !== goneState && applies(posted))
    const seenAt = this.#clock.now()
    for (const posted of gone) this.#post({ ...posted, state: goneState, owner: null, seenAt })
    const own = gone.filter(({ owner }) => owner !== null)
    if (own.length > 0)
      this.#audience.publish(encodeAwareness(own.map(entry => ({ ...entry, state: goneState }))))
  }

  stop(): void {
    this.#cancels.writer?.()
    this.#cancels.reader?.()
  }
}

function mayReplace(known: Posted, member: Member, entry: AwarenessEntry): boolean {
  if (!isNews(known, entry)) return false
  return known.owner === member || known.state === goneState || isSameUser(known.owner, member)
}

/** As in y-protocols: a removal may carry the clock of the state it removes, anything else needs a higher one. */
function isNews(known: Posted, entry: AwarenessEntry): boolean {
  if (entry.clock > known.clock) return true
  return entry.clock === known.clock && entry.state === goneState && known.state !== goneState
}

function isSameUser(owner: Member | null, member: Member): boolean {
  return owner !== null && owner.access.userId === member.access.userId
}
