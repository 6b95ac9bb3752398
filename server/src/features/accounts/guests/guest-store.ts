import { UserId } from '@randnotiz/contract/kit/ids'
import { pseudonymKey } from '@randnotiz/domain/accounts/pseudonym-key'
import { pseudonymLook } from '@randnotiz/domain/accounts/pseudonym-look'
import type { Connection } from 'mongoose'
import { z } from 'zod'
import { stored } from '../../../platform/mongo/ids.js'
import { userModel } from '../models.js'

const Row = z.object({ _id: stored(UserId), role: z.string(), mergedInto: stored(UserId).optional() })

/**
 * Somebody who came without an account. `owner` is the account that everything of theirs belongs to by now: another
 * one, or the one that they have become themselves. Once it is there it stays.
 */
export type GuestRecord = { id: UserId; owner: UserId | null }

const fields = { role: 1, mergedInto: 1 } as const
const stillGuest = { role: 'guest', mergedInto: { $exists: false } } as const

export class GuestStore {
  #users: ReturnType<typeof userModel>

  constructor(connection: Connection) {
    this.#users = userModel(connection)
  }

  async byJoinKey(joinKey: string): Promise<GuestRecord | null> {
    return this.#one({ joinKey })
  }

  async byReceipt(receiptHash: string): Promise<GuestRecord | null> {
    return this.#one({ receiptHash })
  }

  /** Answers whether there was such a guest; the code before leads nowhere from then on. */
  async setReceipt(id: UserId, receiptHash: string): Promise<boolean> {
    return this.#change(id, { receiptHash })
  }

  /**
   * The guest becomes an account of a citizen under the same id. Answers false when it has an owner already.
   *
   * @throws what the unique indexes on mail address and pseudonym throw.
   */
  async becomeAccount(id: UserId, account: { email: string; pseudonym: string }): Promise<boolean> {
    const { email, pseudonym } = account
    return this.#change(id, {
      email: email.toLowerCase(),
      name: pseudonym,
      pseudonymKey: pseudonymKey(pseudonym),
      pseudonymLook: pseudonymLook(pseudonym),
      role: 'participant',
    })
  }

  /** Answers the account that the guest belongs to afterwards: this one, or the one that was there before. */
  async merge(id: UserId, into: UserId): Promise<UserId | null> {
    await this.#change(id, { mergedInto: into, mergeSettled: false })
    return (await this.#one({ _id: id }))?.owner ?? null
  }

  /** Guests whose contributions are still on their way into an account. */
  async unsettled(): Promise<{ from: UserId; into: UserId }[]> {
    const rows = await this.#users.find({ mergeSettled: false }, fields).lean()
    return rows
      .map(row => Row.parse(row))
      .flatMap(({ _id: from, mergedInto: into }) => (into ? [{ from, into }] : []))
  }

  /** Frees the name: the account may want it. */
  async settle(id: UserId): Promise<void> {
    await this.#users.updateOne(
      { _id: id, mergedInto: { $exists: true } },
      { $set: { mergeSettled: true, pseudonymKey: `merged ${id}`, pseudonymLook: `merged ${id}` } },
    )
  }

  async #change(id: UserId, change: object): Promise<boolean> {
    const { matchedCount } = await this.#users.updateOne(
      { _id: id, ...stillGuest },
      { $set: { ...change, updatedAt: new Date() } },
    )
    return matchedCount === 1
  }

  async #one(filter: object): Promise<GuestRecord | null> {
    const row = await this.#users.findOne(filter, fields).lean()
    if (row === null) return null
    const { _id: id, role, mergedInto } = Row.parse(row)
    return { id, owner: role === 'guest' ? (mergedInto ?? null) : id }
  }
}
