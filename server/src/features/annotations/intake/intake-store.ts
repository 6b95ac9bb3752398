import { IntakeItem, ReceiptNumber, type Scan } from '@randnotiz/contract/annotations/intake'
import { CommandId, IntakeItemId, ProcessId, UserId } from '@randnotiz/contract/kit/ids'
import { Types } from 'mongoose'
import { z } from 'zod'
import { isDuplicateKey } from '../../../platform/mongo/duplicate-key.js'
import { newId, stored } from '../../../platform/mongo/ids.js'
import type { IntakeModels } from './models.js'

const IntakeRecord = z.object({
  _id: stored(IntakeItemId),
  processId: stored(ProcessId),
  year: z.number().int(),
  count: z.number().int().positive(),
  channel: IntakeItem.shape.channel,
  receivedOn: IntakeItem.shape.receivedOn,
  sender: z.string(),
  named: z.boolean(),
  note: z.string(),
  personId: stored(UserId),
  scan: IntakeItem.shape.scan,
  registeredBy: stored(UserId),
  registeredAt: z.date().transform(date => date.toISOString()),
  commandId: CommandId,
  commandDigest: z.string(),
})
export type IntakeRecord = z.output<typeof IntakeRecord>

export type NewIntake = Omit<IntakeRecord, '_id' | 'count' | 'registeredAt' | 'scan' | 'personId'> & {
  registeredAt: Date
  /** Makes the author of its points, who is called by its number. */
  personFor(item: { id: IntakeItemId; number: ReceiptNumber }): Promise<UserId>
}

export const numberOf = ({ year, count }: Pick<IntakeRecord, 'year' | 'count'>): ReceiptNumber =>
  ReceiptNumber.parse(`${year}-${count}`)

export class IntakeStore {
  #models: IntakeModels

  constructor(models: IntakeModels) {
    this.#models = models
  }

  async byId(id: IntakeItemId): Promise<IntakeRecord | null> {
    const row = await this.#models.items.findById(id).lean()
    return row ? IntakeRecord.parse(row) : null
  }

  async byCommand(registeredBy: UserId, commandId: CommandId): Promise<IntakeRecord | null> {
    const row = await this.#models.items.findOne({ registeredBy, commandId }).lean()
    return row ? IntakeRecord.parse(row) : null
  }

  /** Newest first. */
  async ofProcess(
    processId: ProcessId,
    { before, most }: { before: IntakeItemId | null; most: number },
  ): Promise<IntakeRecord[]> {
    const earlier = before === null ? {} : { _id: { $lt: before } }
    const rows = await this.#models.items
      .find({ processId, ...earlier })
      .sort({ _id: -1 })
      .limit(most)
      .lean()
    return rows.map(row => IntakeRecord.parse(row))
  }

  count(processId: ProcessId): Promise<number> {
    return this.#models.items.countDocuments({ processId })
  }

  /** Under the next number of its year. Null when this person's command was carried out already. */
  async insert({ personFor, ...item }: NewIntake): Promise<IntakeRecord | null> {
    const id = newId(IntakeItemId)
    while ((await this.byCommand(item.registeredBy, item.commandId)) === null) {
      const last = await this.#models.items.findOne({ year: item.year }).sort({ count: -1 }).lean()
      const count = (last?.count ?? 0) + 1
      const personId = await personFor({ id, number: numberOf({ year: item.year, count }) })
      try {
        const row = { ...item, count, personId, scan: null, _id: new Types.ObjectId(id) }
        return IntakeRecord.parse((await this.#models.items.create(row)).toObject())
      } catch (error) {
        // Somebody else has just taken the number, or the same command came over another connection.
        if (!isDuplicateKey(error)) throw error
      }
    }
    return null
  }

  /** The file first, so that whoever is told of it finds it. */
  async putScan(id: IntakeItemId, { scan, bytes }: { scan: Scan; bytes: Buffer }): Promise<void> {
    const _id = new Types.ObjectId(id)
    await this.#models.scans.updateOne({ _id }, { $set: { bytes } }, { upsert: true })
    await this.#models.items.updateOne({ _id }, { $set: { scan } })
  }

  async scanOf(id: IntakeItemId): Promise<Buffer | null> {
    const row = await this.#models.scans.findById(id, { bytes: 1 })
    return row?.bytes ?? null
  }

  /** Nobody finds out from us any more who it was. */
  async forget(id: IntakeItemId): Promise<void> {
    const _id = new Types.ObjectId(id)
    await this.#models.items.updateOne({ _id }, { $set: { sender: '', named: false, scan: null } })
    await this.#models.scans.deleteOne({ _id })
  }
}
