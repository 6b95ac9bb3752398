import { Notice, NoticeEvent } from '@randnotiz/contract/accounts/notices'
import { NoticeId, UserId } from '@randnotiz/contract/kit/ids'
import { z } from 'zod'
import { isDuplicateKey } from '../../../../platform/mongo/duplicate-key.js'
import { newId, stored } from '../../../../platform/mongo/ids.js'
import type { NotificationModels } from './models.js'

const NoticeRow = z.object({
  _id: stored(NoticeId),
  personId: stored(UserId),
  seq: Notice.shape.seq,
  event: NoticeEvent,
  createdAt: z.date(),
})

export type NewNotice = { personId: UserId; key: string; event: NoticeEvent; createdAt: Date }

const viewOf = ({ _id: id, seq, event, createdAt }: z.output<typeof NoticeRow>): Notice => ({
  id,
  seq,
  event,
  createdAt: createdAt.toISOString(),
})

/** People's notices. A number is the successor of the highest there is; the unique index settles a tie. */
export class NoticeStore {
  #notices: NotificationModels['notices']

  constructor({ notices }: NotificationModels) {
    this.#notices = notices
  }

  /** Null when this person has been told of this event before. */
  async add({ personId, key, event, createdAt }: NewNotice): Promise<Notice | null> {
    for (;;) {
      if (await this.#notices.exists({ personId, key })) return null
      const seq = (await this.head(personId)) + 1
      const _id = newId(NoticeId)
      try {
        await this.#notices.create({ _id, personId, seq, key, event, createdAt })
        return { id: _id, seq, event, createdAt: createdAt.toISOString() }
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
      }
    }
  }

  /** Everything a person was told, the oldest first. */
  async all(personId: UserId): Promise<NewNotice[]> {
    const rows = await this.#notices.find({ personId }).sort({ seq: 1 }).lean()
    return rows.map(row => ({ ...NoticeRow.parse(row), key: row.key }))
  }

  /**
   * Takes somebody's name and words out of what others were told of them. The notices stay: their numbers have no gaps.
   */
  async forgetWords(keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return
    const nobody = { 'event.by': '–', 'event.excerpt': '–' }
    await this.#notices.updateMany({ key: { $in: keys }, 'event.kind': 'replied' }, { $set: nobody })
  }

  async removeAll(personId: UserId): Promise<void> {
    await this.#notices.deleteMany({ personId })
  }

  /** Number of the newest; 0 before the first. */
  async head(personId: UserId): Promise<number> {
    const newest = await this.#notices.findOne({ personId }).sort({ seq: -1 }).lean()
    return newest?.seq ?? 0
  }

  /** The oldest first. */
  async since(personId: UserId, since: number, limit: number): Promise<Notice[]> {
    const rows = await this.#notices
      .find({ personId, seq: { $gt: since } })
      .sort({ seq: 1 })
      .limit(limit)
      .lean()
    return rows.map(row => viewOf(NoticeRow.parse(row)))
  }
}
