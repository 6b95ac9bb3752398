import { createHash } from 'node:crypto'
import type { ModerationSubject } from '@randnotiz/contract/annotations/moderation/subject'
import { HouseRule } from '@randnotiz/contract/annotations/publication'
import {
  AnnotationId,
  type CommandId,
  DocumentId,
  ModerationDecisionId,
  ModerationReportId,
  ReplyId,
  UserId,
} from '@randnotiz/contract/kit/ids'
import { Language } from '@randnotiz/contract/kit/wire-values'
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

export const ReportRecord = z.object({
  _id: stored(ModerationReportId),
  annotationId: stored(AnnotationId),
  replyId: stored(ReplyId).nullable(),
  documentId: stored(DocumentId),
  rule: HouseRule,
  explanation: z.string(),
  personId: stored(UserId).nullable(),
  email: z.string().nullable(),
  emailConfirmed: z.boolean(),
  language: Language,
  createdAt: z.date(),
  state: z.enum(['open', 'acted', 'not-acted']),
  decidedAt: z.date().nullable(),
  decisionId: stored(ModerationDecisionId).nullable(),
  /** Of whoever reported; null for none, and in reports from before there were any. */
  objection: ObjectionRecord.nullable().default(null),
})
export type ReportRecord = z.output<typeof ReportRecord>

export type NewReport = Pick<
  ReportRecord,
  | 'annotationId'
  | 'replyId'
  | 'documentId'
  | 'rule'
  | 'explanation'
  | 'personId'
  | 'email'
  | 'language'
  | 'createdAt'
> & { code: string; commandId: CommandId }

const hashOf = (code: string) => createHash('sha256').update(code).digest('hex')

type Outcome = { state: 'upheld' | 'reversed'; by: UserId | null; at: Date; reason: string }

const outcome = ({ state, by, at, reason }: Outcome) => ({
  'objection.state': state,
  'objection.decidedBy': by,
  'objection.decidedAt': at,
  'objection.reason': reason,
})

export class ReportStore {
  #reports: ModerationModels['reports']

  constructor({ reports }: ModerationModels) {
    this.#reports = reports
  }

  /** Null when the command was carried out before. */
  async insert({ code, ...report }: NewReport): Promise<ReportRecord | null> {
    const row = { ...report, _id: newId(ModerationReportId), codeHash: hashOf(code), state: 'open' }
    try {
      const created = await this.#reports.create(row)
      return ReportRecord.parse(created.toObject())
    } catch (error) {
      if (isDuplicateKey(error)) return null
      throw error
    }
  }

  async byId(id: ModerationReportId): Promise<ReportRecord | null> {
    const row = await this.#reports.findById(id).lean()
    return row ? ReportRecord.parse(row) : null
  }

  async byCode(code: string): Promise<ReportRecord | null> {
    const row = await this.#reports.findOne({ codeHash: hashOf(code) }).lean()
    return row ? ReportRecord.parse(row) : null
  }

  /** The oldest first. */
  async open(limit: number): Promise<ReportRecord[]> {
    const rows = await this.#reports.find({ state: 'open' }).sort({ _id: 1 }).limit(limit).lean()
    return rows.map(row => ReportRecord.parse(row))
  }

  async confirmEmail(id: ModerationReportId): Promise<void> {
    await this.#reports.updateOne({ _id: id }, { $set: { emailConfirmed: true } })
  }

  /** Those that were open, and those that this very decision had closed before. */
  async decide(
    subject: ModerationSubject,
    decision: { id: ModerationDecisionId; result: 'acted' | 'not-acted'; at: Date },
  ): Promise<ReportRecord[]> {
    await this.#reports.updateMany(
      { ...subject, state: 'open' },
      { $set: { state: decision.result, decidedAt: decision.at, decisionId: decision.id } },
    )
    const rows = await this.#reports.find({ ...subject, decisionId: decision.id }).lean()
    return rows.map(row => ReportRecord.parse(row))
  }

  /** Answers whether nobody had objected before. */
  async object(id: ModerationReportId, { text, at }: { text: string; at: Date }): Promise<boolean> {
    const objection = { state: 'open', text, at, decidedBy: null, decidedAt: null, reason: '' }
    const { modifiedCount } = await this.#reports.updateOne(
      { _id: id, state: 'not-acted', objection: null },
      { $set: { objection, unfinished: true } },
    )
    return modifiedCount === 1
  }

  /** Answers whether it was still open. */
  async uphold(
    id: ModerationReportId,
    { by, at, reason }: { by: UserId; at: Date; reason: string },
  ): Promise<boolean> {
    const { modifiedCount } = await this.#reports.updateOne(
      { _id: id, 'objection.state': 'open' },
      { $set: { ...outcome({ state: 'upheld', by, at, reason }), unfinished: true } },
    )
    return modifiedCount === 1
  }

  /** What was objected to is hidden now: those that were open, and those that this very decision had granted before. */
  async grant(
    subject: ModerationSubject,
    decision: { id: ModerationDecisionId; by: UserId | null; at: Date },
  ): Promise<ReportRecord[]> {
    const { id: decisionId, by, at } = decision
    await this.#reports.updateMany(
      { ...subject, 'objection.state': 'open' },
      { $set: { ...outcome({ state: 'reversed', by, at, reason: '' }), state: 'acted', decisionId } },
    )
    return this.#many({ ...subject, 'objection.state': 'reversed', decisionId })
  }

  withOpenObjection(): Promise<ReportRecord[]> {
    return this.#many({ 'objection.state': 'open' })
  }

  unfinished(): Promise<ReportRecord[]> {
    return this.#many({ unfinished: true })
  }

  async finish(id: ModerationReportId): Promise<void> {
    await this.#reports.updateOne({ _id: id }, { $unset: { unfinished: 1 } })
  }

  /** What a guest has reported is an account's report now. */
  async changePerson(from: UserId, into: UserId): Promise<void> {
    await this.#reports.updateMany({ personId: from }, { $set: { personId: into } })
  }

  /** What was reported stays; who did so, and how they are reached, goes. */
  async forgetPerson(personId: UserId, address: string | null): Promise<void> {
    const nobody = { personId: null, email: null, emailConfirmed: false }
    await this.#reports.updateMany({ personId }, { $set: nobody })
    if (address !== null) await this.#reports.updateMany({ email: address }, { $set: nobody })
  }

  async hasOpen(subject: ModerationSubject): Promise<boolean> {
    return (await this.#reports.exists({ ...subject, state: 'open' })) !== null
  }

  /** All that were made in a time. */
  between(from: Date, to: Date): Promise<ReportRecord[]> {
    return this.#many({ createdAt: { $gte: from, $lt: to } })
  }

  async #many(filter: Record<string, unknown>): Promise<ReportRecord[]> {
    const rows = await this.#reports.find(filter).sort({ _id: 1 }).lean()
    return rows.map(row => ReportRecord.parse(row))
  }
}
