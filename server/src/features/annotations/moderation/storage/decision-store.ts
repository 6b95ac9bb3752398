import { unnamedAuthor } from '@randnotiz/contract/annotations/annotation'
import { DecisionOrigin, Verdict } from '@randnotiz/contract/annotations/moderation/decision'
import {
  AnnotationId,
  CommandId,
  DocumentId,
  ModerationDecisionId,
  ReplyId,
  UserId,
} from '@randnotiz/contract/kit/ids'
import { z } from 'zod'
import { isDuplicateKey } from '../../../../platform/mongo/duplicate-key.js'
import { newId, stored } from '../../../../platform/mongo/ids.js'
import type { ModerationModels } from './models.js'

const ObjectionRecord = z.object({
  state: z.enum(['open', 'upheld', 'reversed']),
  text: z.string(),
  at: z.date(),
  decidedBy: UserId.nullable(),
  decidedAt: z.date().nullable(),
  reason: z.string(),
})

export const DecisionRecord = z.object({
  _id: stored(ModerationDecisionId),
  annotationId: stored(AnnotationId),
  replyId: stored(ReplyId).nullable(),
  documentId: stored(DocumentId),
  authorId: stored(UserId),
  /** Null for what a date that came has done. */
  moderatorId: stored(UserId).nullable(),
  commandId: CommandId,
  at: z.date(),
  verdict: Verdict,
  /** The state it was made about. */
  from: z.enum(['published', 'held', 'hidden', 'withdrawn']),
  edition: z.number().int(),
  origin: DecisionOrigin,
  words: z.string(),
  objection: ObjectionRecord.nullable(),
  void: z.boolean().optional(),
})
export type DecisionRecord = z.output<typeof DecisionRecord>

export type NewDecision = Omit<DecisionRecord, '_id' | 'objection' | 'void'>

export class DecisionStore {
  #decisions: ModerationModels['decisions']

  constructor({ decisions }: ModerationModels) {
    this.#decisions = decisions
  }

  /** Null when this moderator's command was carried out before. */
  async insert(decision: NewDecision): Promise<DecisionRecord | null> {
    const { verdict } = decision
    const lifts = verdict.kind === 'hide' && verdict.duration.lasts === 'until'
    const row = {
      ...decision,
      _id: newId(ModerationDecisionId),
      unfinished: true,
      ...(lifts && verdict.duration.lasts === 'until' ? { liftAt: new Date(verdict.duration.moment) } : {}),
    }
    try {
      const created = await this.#decisions.create(row)
      return DecisionRecord.parse(created.toObject())
    } catch (error) {
      if (isDuplicateKey(error)) return null
      throw error
    }
  }

  byId(id: ModerationDecisionId): Promise<DecisionRecord | null> {
    return this.#one({ _id: id })
  }

  byCommand(moderatorId: UserId, commandId: CommandId): Promise<DecisionRecord | null> {
    return this.#one({ moderatorId, commandId })
  }

  unfinished(): Promise<DecisionRecord[]> {
    return this.#many({ unfinished: true })
  }

  withOpenObjection(): Promise<DecisionRecord[]> {
    return this.#many({ 'objection.state': 'open' })
  }

  async finish(id: ModerationDecisionId): Promise<void> {
    await this.#decisions.updateOne({ _id: id }, { $unset: { unfinished: 1 } })
  }

  /** Another decision was faster. */
  async makeVoid(id: ModerationDecisionId): Promise<void> {
    await this.#decisions.updateOne(
      { _id: id },
      { $set: { void: true }, $unset: { unfinished: 1, liftAt: 1 } },
    )
  }

  /** Answers whether nobody had objected before. */
  async object(id: ModerationDecisionId, { text, at }: { text: string; at: Date }): Promise<boolean> {
    const objection = { state: 'open', text, at, decidedBy: null, decidedAt: null, reason: '' }
    const { modifiedCount } = await this.#decisions.updateOne(
      { _id: id, objection: null },
      { $set: { objection, unfinished: true } },
    )
    return modifiedCount === 1
  }

  /** Answers whether it was still open, and made by somebody else: the filter itself rules out one's own decision. */
  async decideObjection(
    id: ModerationDecisionId,
    outcome: { state: 'upheld' | 'reversed'; by: UserId; at: Date; reason: string },
  ): Promise<boolean> {
    const { state, by, at, reason } = outcome
    const { modifiedCount } = await this.#decisions.updateOne(
      { _id: id, 'objection.state': 'open', moderatorId: { $ne: by }, authorId: { $ne: by } },
      {
        $set: {
          'objection.state': state,
          'objection.decidedBy': by,
          'objection.decidedAt': at,
          'objection.reason': reason,
          unfinished: true,
        },
      },
    )
    return modifiedCount === 1
  }

  /** A guest's words belong to an account now; so do the reasons and the right to object. */
  async changeAuthor(from: UserId, into: UserId): Promise<void> {
    await this.#decisions.updateMany({ authorId: from }, { $set: { authorId: into } })
  }

  /** Whose words they were about is forgotten; that it was decided, and why, stays. */
  async forgetAuthor(authorId: UserId): Promise<void> {
    await this.#decisions.updateMany(
      { authorId, objection: { $ne: null } },
      { $set: { 'objection.text': '' } },
    )
    await this.#decisions.updateMany({ authorId }, { $set: { authorId: unnamedAuthor.id, words: '' } })
  }

  /** Those whose time to hide is over. */
  due(now: Date): Promise<DecisionRecord[]> {
    return this.#many({ liftAt: { $lte: now } })
  }

  async lifted(id: ModerationDecisionId): Promise<void> {
    await this.#decisions.updateOne({ _id: id }, { $unset: { liftAt: 1 } })
  }

  between(from: Date, to: Date): Promise<DecisionRecord[]> {
    return this.#many({ at: { $gte: from, $lt: to } })
  }

  async #one(filter: Record<string, unknown>): Promise<DecisionRecord | null> {
    const row = await this.#decisions.findOne(filter).lean()
    return row ? DecisionRecord.parse(row) : null
  }

  async #many(filter: Record<string, unknown>): Promise<DecisionRecord[]> {
    const rows = await this.#decisions
      .find({ ...filter, void: { $ne: true } })
      .sort({ _id: 1 })
      .lean()
    return rows.map(row => DecisionRecord.parse(row))
  }
}
