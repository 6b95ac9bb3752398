import { CommandId, ProcessId, UserId, WorkshopId } from '@randnotiz/contract/kit/ids'
import { JoinCode } from '@randnotiz/contract/workshops/hall'
import { z } from 'zod'
import { isDuplicateKey } from '../../../platform/mongo/duplicate-key.js'
import { stored } from '../../../platform/mongo/ids.js'
import type { WorkshopModels } from './models.js'

export const WorkshopRecord = z.object({
  _id: stored(WorkshopId),
  code: JoinCode,
  processId: stored(ProcessId),
  ownerId: stored(UserId),
  commandId: CommandId,
  createdAt: z.date(),
  isOver: z.boolean(),
})
export type WorkshopRecord = z.output<typeof WorkshopRecord>

const Signs = z.record(z.string(), z.date())

type NewWorkshop = Omit<WorkshopRecord, '_id' | 'isOver'> & { id: WorkshopId }

export class WorkshopStore {
  #workshops: WorkshopModels['workshops']

  constructor(models: WorkshopModels) {
    this.#workshops = models.workshops
  }

  /** Answers false when the code is taken, or the command was carried out before. */
  async insert({ id, ...workshop }: NewWorkshop): Promise<boolean> {
    try {
      await this.#workshops.create({ _id: id, ...workshop, isOver: false })
      return true
    } catch (error) {
      if (isDuplicateKey(error)) return false
      throw error
    }
  }

  byId = (id: WorkshopId) => this.#one({ _id: id })
  byCode = (code: JoinCode) => this.#one({ code })
  byCommand = (ownerId: UserId, commandId: CommandId) => this.#one({ ownerId, commandId })

  /** Newest first. */
  async ofProcess(processId: ProcessId): Promise<WorkshopRecord[]> {
    const rows = await this.#workshops.find({ processId }).sort({ _id: -1 }).limit(500).lean()
    return rows.map(row => WorkshopRecord.parse(row))
  }

  /** Those that are over, newest first. */
  async overOfProcess(processId: ProcessId): Promise<WorkshopRecord[]> {
    const rows = await this.#workshops.find({ processId, isOver: true }).sort({ _id: -1 }).limit(500).lean()
    return rows.map(row => WorkshopRecord.parse(row))
  }

  /** Those whose timers must run. */
  async notOver(): Promise<WorkshopRecord[]> {
    const rows = await this.#workshops.find({ isOver: false }).sort({ _id: 1 }).lean()
    return rows.map(row => WorkshopRecord.parse(row))
  }

  /** Those whose minutes may have been published without everybody having been told. */
  async notTold(): Promise<WorkshopId[]> {
    const rows = await this.#workshops
      .find({ isOver: true, resultsToldAt: { $exists: false } }, { _id: 1 })
      .sort({ _id: 1 })
      .lean()
    return rows.map(row => WorkshopId.parse(String(row._id)))
  }

  async markTold(id: WorkshopId, at: Date): Promise<void> {
    await this.#workshops.updateOne({ _id: id }, { $set: { resultsToldAt: at } })
  }

  async sign(id: WorkshopId, userId: UserId, at: Date): Promise<void> {
    await this.#workshops.updateOne({ _id: id }, { $set: { [`signs.${userId}`]: at } })
  }

  /** Null when there has been none. */
  async lastSign(id: WorkshopId, userId: UserId): Promise<Date | null> {
    const field = `signs.${userId}`
    const row = await this.#workshops.findById(id, { [field]: 1 }).lean()
    return Signs.parse(row?.signs ?? {})[userId] ?? null
  }

  async markOver(id: WorkshopId): Promise<void> {
    await this.#workshops.updateOne({ _id: id }, { $set: { isOver: true } })
  }

  async #one(filter: object): Promise<WorkshopRecord | null> {
    const row = await this.#workshops.findOne(filter).lean()
    return row ? WorkshopRecord.parse(row) : null
  }
}
