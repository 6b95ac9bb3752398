import { SeenPoint } from '@randnotiz/contract/answers/commands'
import { ManyDone } from '@randnotiz/contract/answers/publishing'
import { AnswerPublicationId, CommandId, ProcessId, UserId } from '@randnotiz/contract/kit/ids'
import { Types } from 'mongoose'
import { z } from 'zod'
import { isDuplicateKey } from '../../../platform/mongo/duplicate-key.js'
import { newId, stored } from '../../../platform/mongo/ids.js'
import type { AnswerModels } from './models.js'

export const PublicationRecord = z.object({
  _id: stored(AnswerPublicationId),
  processId: stored(ProcessId),
  personId: stored(UserId),
  commandId: CommandId,
  at: z.date(),
  /** What was to be published. */
  points: z.array(SeenPoint),
  /** What was refused before. */
  refused: ManyDone.shape.refused,
})
export type PublicationRecord = z.output<typeof PublicationRecord>

export class PublicationStore {
  #publications: AnswerModels['publications']

  constructor({ publications }: AnswerModels) {
    this.#publications = publications
  }

  /** Null when this person's command is there already. */
  async insert(publication: Omit<PublicationRecord, '_id'>): Promise<PublicationRecord | null> {
    const _id = new Types.ObjectId(newId(AnswerPublicationId))
    try {
      const created = await this.#publications.create({ ...publication, _id, unfinished: true })
      return PublicationRecord.parse(created.toObject())
    } catch (error) {
      if (isDuplicateKey(error)) return null
      throw error
    }
  }

  async byCommand(personId: UserId, commandId: CommandId): Promise<PublicationRecord | null> {
    const row = await this.#publications.findOne({ personId, commandId }).lean()
    return row ? PublicationRecord.parse(row) : null
  }

  async unfinished(): Promise<PublicationRecord[]> {
    const rows = await this.#publications.find({ unfinished: true }).sort({ _id: 1 }).lean()
    return rows.map(row => PublicationRecord.parse(row))
  }

  async finish(id: AnswerPublicationId): Promise<void> {
    await this.#publications.updateOne({ _id: id }, { $unset: { unfinished: 1 } })
  }
}
