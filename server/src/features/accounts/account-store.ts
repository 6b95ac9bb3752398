import { Role } from '@randnotiz/contract/accounts/role'
import { Pseudonym } from '@randnotiz/contract/accounts/viewer'
import { UserId } from '@randnotiz/contract/kit/ids'
import { pseudonymKey } from '@randnotiz/domain/accounts/pseudonym-key'
import { pseudonymLook } from '@randnotiz/domain/accounts/pseudonym-look'
import type { Connection } from 'mongoose'
import { z } from 'zod'
import { stored } from '../../platform/mongo/ids.js'
import { userModel } from './models.js'

/** A person as stored, without the mail address: nothing that reads this can leak it. */
export const PersonRecord = z.object({
  _id: stored(UserId),
  name: Pseudonym,
  role: z.union([Role, z.literal('guest')]),
  /** The account that a guest's contributions belong to by now. */
  mergedInto: stored(UserId).optional(),
})
export type PersonRecord = z.output<typeof PersonRecord>

const publicFields = { name: 1, role: 1, mergedInto: 1 } as const

export class AccountStore {
  #users: ReturnType<typeof userModel>

  constructor(connection: Connection) {
    this.#users = userModel(connection)
  }

  async byIds(ids: readonly UserId[]): Promise<PersonRecord[]> {
    const rows = await this.#users.find({ _id: { $in: ids } }, publicFields).lean()
    return rows.map(row => PersonRecord.parse(row))
  }

  async staff(): Promise<PersonRecord[]> {
    const rows = await this.#users
      .find({ role: { $nin: ['participant', 'guest'] } }, publicFields)
      .sort({ name: 1 })
      .lean()
    return rows.map(row => PersonRecord.parse(row))
  }

  async byPseudonym(pseudonym: string): Promise<PersonRecord | null> {
    const row = await this.#users.findOne({ pseudonymKey: pseudonymKey(pseudonym) }, publicFields).lean()
    return row ? PersonRecord.parse(row) : null
  }

  /** Whether an account has a name that a quick reader takes for this one. */
  async hasLookalike(pseudonym: string): Promise<boolean> {
    const found = await this.#users.exists({
      pseudonymLook: pseudonymLook(pseudonym),
      role: { $ne: 'guest' },
    })
    return found !== null
  }

  async hasEmail(email: string): Promise<boolean> {
    return (await this.#users.exists({ email: email.toLowerCase() })) !== null
  }

  /** For mails to the person; null for whoever has no account. */
  async emailOf(id: UserId): Promise<string | null> {
    const row = await this.#users.findOne({ _id: id, role: { $ne: 'guest' } }, { email: 1 }).lean()
    return row?.email ?? null
  }

  /** Answers whether there was such an account with another role. */
  async setRole(id: UserId, role: Role): Promise<boolean> {
    const { modifiedCount } = await this.#users.updateOne(
      { _id: id, role: { $nin: [role, 'guest'] } },
      { $set: { role, updatedAt: new Date() } },
    )
    return modifiedCount === 1
  }
}
