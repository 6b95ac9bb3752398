import type { ModerationSubject } from '@randnotiz/contract/annotations/moderation/subject'
import type { Publication } from '@randnotiz/contract/annotations/publication'
import { type AnnotationId, type ModerationDecisionId, UserId } from '@randnotiz/contract/kit/ids'
import { z } from 'zod'
import { stored as asStored } from '../../../platform/mongo/ids.js'
import type { AnnotationModels } from './models.js'
import { AnnotationRecord } from './record.js'

export type PublicationChange = {
  from: Publication['state']
  to: Publication
  /** Of the contribution or reply that somebody has looked at; any when left out. */
  edition?: number
  /** Only what this decision has hidden. */
  decisionId?: ModerationDecisionId
}

/** Records from before moderation carry no state and are published. */
const stored = (state: Publication['state']) => (state === 'published' ? { $in: ['published', null] } : state)

/** Which contributions and replies everybody may read, and the questions of moderation about them. */
export class Publications {
  #annotations: AnnotationModels['annotations']

  constructor({ annotations }: AnnotationModels) {
    this.#annotations = annotations
  }

  /** Moves words from one state to another; answers whether they still were as the caller had seen them. */
  async set(
    subject: ModerationSubject,
    { from, to, edition, decisionId }: PublicationChange,
  ): Promise<boolean> {
    const { annotationId: _id, replyId } = subject
    const state = { state: stored(from), ...(decisionId === undefined ? {} : { decisionId }) }
    const was = { ...under('publication', state), ...(edition === undefined ? {} : editionIs(edition)) }
    const filter =
      replyId === null ? { _id, ...was } : { _id, replies: { $elemMatch: { _id: replyId, ...was } } }
    const field = replyId === null ? 'publication' : 'replies.$.publication'
    const { modifiedCount } = await this.#annotations.updateOne(filter, {
      $set: { [field]: to, unannounced: true },
      $inc: { revision: 1 },
    })
    return modifiedCount === 1
  }

  /** Contributions in which something waits for a moderator, the oldest first. */
  async held(limit: number): Promise<AnnotationRecord[]> {
    const rows = await this.#annotations
      .find({ $or: [{ 'publication.state': 'held' }, { 'replies.publication.state': 'held' }] })
      .sort({ _id: 1 })
      .limit(limit)
      .lean()
    return rows.map(row => AnnotationRecord.parse(row))
  }

  /** Contributions and replies of a person that everybody can read; counting ends at one. */
  async countPublishedBy(authorId: UserId): Promise<number> {
    const published = { 'publication.state': stored('published') }
    if (await this.#annotations.exists({ authorId, ...published })) return 1
    const replies = { replies: { $elemMatch: { authorId, ...published } } }
    return (await this.#annotations.exists({ 'replies.authorId': authorId, ...replies })) ? 1 : 0
  }

  /** What a person has written since a moment: contributions, replies, and either in other words. */
  async countBySince(authorId: UserId, since: Date): Promise<number> {
    const [createdAt, until] = [{ $gte: since }, { $gte: since }]
    const [own, touched] = await Promise.all([
      this.#annotations.countDocuments({ authorId, createdAt }),
      this.#annotations
        .find(
          {
            $or: [
              { replies: { $elemMatch: { authorId, createdAt } } },
              { wordings: { $elemMatch: { authorId, until } } },
              { replyWordings: { $elemMatch: { authorId, until } } },
            ],
          },
          { replies: 1, wordings: 1, replyWordings: 1 },
        )
        .lean(),
    ])
    const written = touched.flatMap(row => Touched.parse(row))
    return own + written.filter(each => each.authorId === authorId && each.at >= since).length
  }

  /** Other contributions of a person that are hidden. */
  countHiddenBy(authorId: UserId, except: AnnotationId): Promise<number> {
    return this.#annotations
      .countDocuments({ authorId, 'publication.state': 'hidden', _id: { $ne: except } })
      .exec()
  }

  countBetween(from: Date, to: Date): Promise<number> {
    return this.#annotations.countDocuments({ createdAt: { $gte: from, $lt: to } }).exec()
  }
}

const author = { authorId: asStored(UserId) }
const Changes = z.array(z.object({ ...author, until: z.date() })).default([])

/** Who has replied or changed something in a contribution, and when. */
const Touched = z
  .object({
    replies: z.array(z.object({ ...author, createdAt: z.date() })),
    wordings: Changes,
    replyWordings: Changes,
  })
  .transform(({ replies, wordings, replyWordings }) => [
    ...replies.map(({ authorId, createdAt: at }) => ({ authorId, at })),
    ...[...wordings, ...replyWordings].map(({ authorId, until: at }) => ({ authorId, at })),
  ])

const under = (field: string, values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`${field}.${name}`, value]))

/** Records from before editions have their first one. */
const editionIs = (edition: number) => ({ edition: edition === 1 ? { $in: [1, null] } : edition })
