import { LogAction } from '@randnotiz/contract/annotations/moderation/log'
import type { ModerationSubject } from '@randnotiz/contract/annotations/moderation/subject'
import { AnnotationId, ReplyId, UserId } from '@randnotiz/contract/kit/ids'
import { z } from 'zod'
import { isDuplicateKey } from '../../../../platform/mongo/duplicate-key.js'
import { stored } from '../../../../platform/mongo/ids.js'
import type { ModerationModels } from './models.js'

const LogRow = z.object({
  seq: z.number().int(),
  at: z.date(),
  actorId: stored(UserId).nullable(),
  action: LogAction,
  annotationId: stored(AnnotationId).nullable(),
  replyId: stored(ReplyId).nullable(),
  why: z.string(),
})
export type LogRow = z.output<typeof LogRow>

export type Happening = {
  /** Names what happened: noted again under the same key it stands there once. */
  key: string
  at: Date
  actorId: UserId | null
  action: LogAction
  subject: ModerationSubject | null
  why: string
}

/**
 * Who did what, when and why, numbered without gaps. There is no way to change or remove an entry; somebody who is
 * forgotten is taken out of theirs.
 */
export class AuditLog {
  #log: ModerationModels['log']

  constructor({ log }: ModerationModels) {
    this.#log = log
  }

  async note({ subject, ...happening }: Happening): Promise<void> {
    const { annotationId, replyId } = subject ?? { annotationId: null, replyId: null }
    for (;;) {
      if (await this.#log.exists({ key: happening.key })) return
      const newest = await this.#log.findOne().sort({ seq: -1 }).lean()
      try {
        await this.#log.create({ ...happening, annotationId, replyId, seq: (newest?.seq ?? 0) + 1 })
        return
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
      }
    }
  }

  /** The newest first. */
  async before(seq: number | null, limit: number): Promise<LogRow[]> {
    const filter = seq === null ? {} : { seq: { $lt: seq } }
    const rows = await this.#log.find(filter).sort({ seq: -1 }).limit(limit).lean()
    return rows.map(row => LogRow.parse(row))
  }

  /** What they objected in their own words goes with their name. */
  async forgetPerson(actorId: UserId): Promise<void> {
    await this.#log.updateMany({ actorId, action: 'objected' }, { $set: { why: '' } })
    await this.#log.updateMany({ actorId }, { $set: { actorId: null } })
  }

  count(action: LogAction, from: Date, to: Date): Promise<number> {
    return this.#log.countDocuments({ action, at: { $gte: from, $lt: to } }).exec()
  }
}
