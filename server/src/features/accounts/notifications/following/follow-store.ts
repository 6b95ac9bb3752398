import { FollowSubject } from '@randnotiz/contract/accounts/following'
import { UserId } from '@randnotiz/contract/kit/ids'
import { Types } from 'mongoose'
import { isDuplicateKey } from '../../../../platform/mongo/duplicate-key.js'
import { stored } from '../../../../platform/mongo/ids.js'
import type { FollowingModels } from './models.js'

export class FollowStore {
  readonly #follows: FollowingModels['follows']

  constructor({ follows }: FollowingModels) {
    this.#follows = follows
  }

  /** Does nothing for whoever follows it already. */
  async add(personId: UserId, subject: FollowSubject, since: Date): Promise<void> {
    try {
      await this.#follows.updateOne(
        { personId, subject: wordOf(subject) },
        { $setOnInsert: { since } },
        { upsert: true },
      )
    } catch (error) {
      if (!isDuplicateKey(error)) throw error
    }
  }

  async remove(personId: UserId, subject: FollowSubject): Promise<void> {
    await this.#follows.deleteOne({ personId, subject: wordOf(subject) })
  }

  async removeAll(personId: UserId): Promise<void> {
    await this.#follows.deleteMany({ personId })
  }

  /** Oldest first. */
  async of(personId: UserId): Promise<{ subject: FollowSubject; since: Date }[]> {
    const rows = await this.#follows.find({ personId }).sort({ since: 1, _id: 1 }).lean()
    return rows.flatMap(({ subject, since }) => {
      const read = subjectOf(subject)
      return read ? [{ subject: read, since }] : []
    })
  }

  /** Who followed one of these at a moment, a portion behind a person; in order of their ids, each once. */
  async portion(
    subjects: readonly FollowSubject[],
    { at, behind, limit }: { at: Date; behind: UserId | null; limit: number },
  ): Promise<UserId[]> {
    const rows = await this.#follows
      .find({
        subject: { $in: subjects.map(wordOf) },
        since: { $lte: at },
        ...(behind === null ? {} : { personId: { $gt: new Types.ObjectId(behind) } }),
      })
      .sort({ personId: 1 })
      .limit(limit)
      .lean()
    return [...new Set(rows.map(({ personId }) => stored(UserId).parse(personId)))]
  }
}

const wordOf = ({ kind, id }: FollowSubject) => `${kind}:${id}`

function subjectOf(word: string): FollowSubject | null {
  const [kind, id] = word.split(':')
  return FollowSubject.safeParse({ kind, id }).data ?? null
}
