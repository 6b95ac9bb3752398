import { Role } from '@randnotiz/contract/accounts/role'
import { Pseudonym } from '@randnotiz/contract/accounts/viewer'
import { UserId } from '@randnotiz/contract/kit/ids'
import { pseudonymKey } from '@randnotiz/domain/accounts/pseudonym-key'
import type { Connection } from 'mongoose'
import { z } from 'zod'
import { stored } from '../../platform/mongo/ids.js'
import { userModel } from './models.js'

/** A person as stored, without the mail address: nothing that reads this can leak it. */
export const PersonRecord = z.object({
  _id: stored(UserId),
  name: Pseudonym,
  role: Role,
})
export type PersonRecord = z.output<typeof PersonRecord>

const publicFields = { name: 1, role: 1 } as const

export class AccountStore {
  #users: ReturnType<typeof userModel>

  constructor(connection: Connection) {
    this.#users = userModel(connection)
  }

  async byIds(ids: readonly UserId[]): Promise<PersonRecord[]> {
    const rows = await this.#users.find({ _id: { $in: ids } }, publicFields).lean()
    return rows.map(row => PersonRecord.parse(row))
  }

  async byPseudonym(pseudonym: string): Promise<PersonRecord | null> {
    const row = await this.#users.findOne({ pseudonymKey: pseudonymKey(pseudonym) }, publicFields).lean()
    return row ? PersonRecord.parse(row) : null
  }

  async hasEmail(email: string): Promise<boolean> {
    return (await this.#users.exists({ email: email.toLowerCase() })) !== null
  }

  async hasPseudonym(pseudonym: string): Promise<boolean> {
    return (await this.#users.exists({ pseudonymKey: pseudonymKey(pseudonym) })) !== null
  }

  /** For mails to the person; null for whoever has no account. */
  async emailOf(id: UserId): Promise<string | null> {
    const row = await this.#users.findById(id, { email: 1 }).lean()
    return row?.email ?? null
  }

  /** Answers whether there was such an account with another role. */
  async setRole(id: UserId, role: Role): Promise<boolean> {
    const { modifiedCount } = await this.#users.updateOne(
      { _id: id, role: { $ne: role } },
      { $set: { role, updatedAt: new Date() } },
    )
    return modifiedCount === 1
  }
}
