import { AnnotationKind } from '@randnotiz/contract/annotations/kind'
import {
  AnnotationId,
  BlockId,
  CommandId,
  DocumentId,
  ParticipantId,
  StepId,
  WorkshopId,
} from '@randnotiz/contract/kit/ids'
import { Types } from 'mongoose'
import { z } from 'zod'
import { isDuplicateKey } from '../../../platform/mongo/duplicate-key.js'
import { newId, stored } from '../../../platform/mongo/ids.js'
import type { WorkshopModels } from './models.js'

export const ContributionRecord = z.object({
  _id: stored(AnnotationId),
  workshopId: stored(WorkshopId),
  seq: z.number().int().positive(),
  stepId: StepId,
  participantId: stored(ParticipantId),
  commandId: CommandId,
  documentId: stored(DocumentId),
  blockId: BlockId.nullable(),
  line: z.string().nullable(),
  quote: z.string().nullable(),
  kind: AnnotationKind,
  body: z.string(),
  replacement: z.string().nullable(),
  at: z.date(),
  annotated: z.boolean(),
})
export type ContributionRecord = z.output<typeof ContributionRecord>

export type NewContribution = Omit<ContributionRecord, '_id' | 'seq' | 'annotated'>

const StepCount = z
  .object({ _id: StepId, count: z.number() })
  .transform(({ _id: stepId, count }) => ({ stepId, count }))

/** What people say in gatherings, numbered without gaps in each workshop. */
export class ContributionStore {
  #rows: WorkshopModels['contributions']

  constructor(models: WorkshopModels) {
    this.#rows = models.contributions
  }

  /** Answers what is stored; the same command of the same person stores nothing twice. Durable when it answers. */
  async add(contribution: NewContribution): Promise<ContributionRecord> {
    for (;;) {
      const seq = (await this.lastSeq(contribution.workshopId)) + 1
      try {
        const row = { _id: newId(AnnotationId), ...contribution, seq, annotated: false }
        const created = await this.#rows.create(row)
        return ContributionRecord.parse(created.toObject())
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
        // The number was taken by somebody else, or this is the replay of a command.
        const earlier = await this.byCommand(contribution)
        if (earlier) return earlier
      }
    }
  }

  async byCommand({
    workshopId,
    participantId,
    commandId,
  }: Pick<
    ContributionRecord,
    'workshopId' | 'participantId' | 'commandId'
  >): Promise<ContributionRecord | null> {
    const row = await this.#rows.findOne({ workshopId, participantId, commandId }).lean()
    return row ? ContributionRecord.parse(row) : null
  }

  async lastSeq(workshopId: WorkshopId): Promise<number> {
    const row = await this.#rows.findOne({ workshopId }, { seq: 1 }).sort({ seq: -1 }).lean()
    return row?.seq ?? 0
  }

  async after(workshopId: WorkshopId, seq: number): Promise<ContributionRecord[]> {
    const rows = await this.#rows
      .find({ workshopId, seq: { $gt: seq } })
      .sort({ seq: 1 })
      .lean()
    return rows.map(row => ContributionRecord.parse(row))
  }

  async ofStep(workshopId: WorkshopId, stepId: StepId): Promise<ContributionRecord[]> {
    const rows = await this.#rows.find({ workshopId, stepId }).sort({ seq: 1 }).lean()
    return rows.map(row => ContributionRecord.parse(row))
  }

  async countBy({
    workshopId,
    stepId,
    participantId,
  }: Pick<ContributionRecord, 'workshopId' | 'stepId' | 'participantId'>): Promise<number> {
    return this.#rows.countDocuments({ workshopId, stepId, participantId })
  }

  /** How many there are in each gathering. */
  async counts(workshopId: WorkshopId): Promise<{ stepId: StepId; count: number }[]> {
    const rows: unknown[] = await this.#rows.aggregate([
      { $match: { workshopId: new Types.ObjectId(workshopId) } },
      { $group: { _id: '$stepId', count: { $sum: 1 } } },
    ])
    return rows.map(row => StepCount.parse(row))
  }

  async notAnnotated(workshopId: WorkshopId): Promise<ContributionRecord[]> {
    const rows = await this.#rows.find({ workshopId, annotated: false }).sort({ seq: 1 }).lean()
    return rows.map(row => ContributionRecord.parse(row))
  }

  /** Workshops with contributions that may still have to become annotations. */
  async unfinished(): Promise<WorkshopId[]> {
    const ids = await this.#rows.distinct('workshopId', { annotated: false })
    return ids.map(id => WorkshopId.parse(String(id)))
  }

  async markAnnotated(id: AnnotationId): Promise<void> {
    await this.#rows.updateOne({ _id: id }, { $set: { annotated: true } })
  }
}
