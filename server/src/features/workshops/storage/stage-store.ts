import { randomInt } from 'node:crypto'
import { WorkshopId } from '@randnotiz/contract/kit/ids'
import { PairingCode, StageId } from '@randnotiz/contract/workshops/stage'
import { z } from 'zod'
import { isDuplicateKey } from '../../../platform/mongo/duplicate-key.js'
import { newId, stored } from '../../../platform/mongo/ids.js'
import type { WorkshopModels } from './models.js'

export const StageRecord = z.object({
  _id: stored(StageId),
  pairingCode: PairingCode.optional(),
  workshopId: stored(WorkshopId).optional(),
  pairedAt: z.date().optional(),
})
export type StageRecord = z.output<typeof StageRecord>

const digits = '23456789'
const newPairingCode = () =>
  PairingCode.parse(Array.from({ length: 5 }, () => digits[randomInt(digits.length)]).join(''))

/** Projectors, known by the hash of their key. */
export class StageStore {
  #stages: WorkshopModels['stages']

  constructor(models: WorkshopModels) {
    this.#stages = models.stages
  }

  /** The projector with this key; a new one gets a pairing code. */
  async open(keyHash: string, now: Date): Promise<StageRecord> {
    for (;;) {
      const known = await this.byKey(keyHash)
      if (known) return known
      const row = { _id: newId(StageId), keyHash, pairingCode: newPairingCode(), createdAt: now }
      await this.#stages.create(row).catch(error => {
        // The code is shown elsewhere, or this projector asked twice at once.
        if (!isDuplicateKey(error)) throw error
      })
    }
  }

  async byKey(keyHash: string): Promise<StageRecord | null> {
    const row = await this.#stages.findOne({ keyHash }).lean()
    return row ? StageRecord.parse(row) : null
  }

  async ofWorkshop(workshopId: WorkshopId): Promise<StageRecord[]> {
    const rows = await this.#stages.find({ workshopId }).sort({ _id: 1 }).lean()
    return rows.map(row => StageRecord.parse(row))
  }

  /** Null when no projector shows this code. */
  async pair(pairingCode: PairingCode, workshopId: WorkshopId, at: Date): Promise<StageRecord | null> {
    const row = await this.#stages
      .findOneAndUpdate(
        { pairingCode },
        { $set: { workshopId, pairedAt: at }, $unset: { pairingCode: 1 } },
        { returnDocument: 'after' },
      )
      .lean()
    return row ? StageRecord.parse(row) : null
  }

  /** It shows a new code then. */
  async unpair(workshopId: WorkshopId, id: StageId): Promise<boolean> {
    for (;;) {
      try {
        const { matchedCount } = await this.#stages.updateOne(
          { _id: id, workshopId },
          { $set: { pairingCode: newPairingCode() }, $unset: { workshopId: 1, pairedAt: 1 } },
        )
        return matchedCount === 1
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
      }
    }
  }
}
