import { UserId } from '@randnotiz/contract/kit/ids'
import type { Connection } from 'mongoose'
import { z } from 'zod'
import { stored } from '../../../platform/mongo/ids.js'
import { collections, userModel } from '../models.js'

const Row = z.object({ _id: stored(UserId), email: z.string(), role: z.string() })

/** Somebody who is being forgotten; `address` is null for a guest. */
export type Erased = { id: UserId; address: string | null }

/** The records of accounts as far as forgetting somebody is concerned. */
export class ErasedPeople {
  readonly #connection: Connection
  readonly #users: ReturnType<typeof userModel>

  constructor(connection: Connection) {
    this.#connection = connection
    this.#users = userModel(connection)
  }

  /** Nobody signs in as this person any more. Null for people of the city, and for nobody. */
  async begin(id: UserId): Promise<Erased | null> {
    const role = { $in: ['participant', 'guest'] }
    const row = await this.#users.findOneAndUpdate({ _id: id, role }, { $set: { erasing: true } }).lean()
    if (row === null) return null
    await this.#removeKeys(id)
    return erasedFrom(row)
  }

  async unfinished(): Promise<Erased[]> {
    return (await this.#users.find({ erasing: true }).lean()).map(erasedFrom)
  }

  /** The last step: the person, and the guests that they have been. */
  async remove({ id, address }: Erased): Promise<void> {
    await this.#removeKeys(id)
    if (address !== null)
      await this.#connection.collection(collections.verifications).deleteMany({ identifier: address })
    await this.#users.deleteMany({ mergedInto: id })
    await this.#users.deleteOne({ _id: id, erasing: true })
  }

  /** better-auth keeps ids as ObjectIds, as we do. */
  async #removeKeys(id: UserId): Promise<void> {
    const userId = new this.#connection.base.Types.ObjectId(id)
    for (const name of [collections.credentials, collections.sessions])
      await this.#connection.collection(name).deleteMany({ userId: { $in: [userId, id] } })
  }
}

function erasedFrom(row: unknown): Erased {
  const { _id: id, email, role } = Row.parse(row)
  return { id, address: role === 'guest' ? null : email }
}
