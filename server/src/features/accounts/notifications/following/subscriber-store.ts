import { UserId } from '@randnotiz/contract/kit/ids'
import { isDuplicateKey } from '../../../../platform/mongo/duplicate-key.js'
import { stored } from '../../../../platform/mongo/ids.js'
import type { FollowingModels } from './models.js'

export class SubscriberStore {
  readonly #subscribers: FollowingModels['subscribers']

  constructor({ subscribers }: FollowingModels) {
    this.#subscribers = subscribers
  }

  /** The one of this address, made when there is none. */
  async admit(address: string, now: Date): Promise<UserId> {
    try {
      await this.#subscribers.updateOne({ address }, { $setOnInsert: { createdAt: now } }, { upsert: true })
    } catch (error) {
      if (!isDuplicateKey(error)) throw error
    }
    return stored(UserId).parse((await this.#subscribers.findOne({ address }).lean())?._id)
  }

  async addressOf(id: UserId): Promise<string | null> {
    return (await this.#subscribers.findById(id).lean())?.address ?? null
  }

  async idOf(address: string): Promise<UserId | null> {
    const row = await this.#subscribers.findOne({ address }).lean()
    return row === null ? null : stored(UserId).parse(row._id)
  }

  async remove(id: UserId): Promise<void> {
    await this.#subscribers.deleteOne({ _id: id })
  }
}
