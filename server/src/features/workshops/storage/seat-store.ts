import { ParticipantId, UserId, WorkshopId } from '@randnotiz/contract/kit/ids'
import { HallName } from '@randnotiz/contract/workshops/hall'
import { z } from 'zod'
import { InBatches } from '../../../platform/in-batches.js'
import { isDuplicateKey } from '../../../platform/mongo/duplicate-key.js'
import { newId, stored } from '../../../platform/mongo/ids.js'
import type { WorkshopModels } from './models.js'

export const SeatRecord = z.object({
  _id: stored(ParticipantId),
  workshopId: stored(WorkshopId),
  keyHash: z.string(),
  name: HallName,
  admitted: z.enum(['in', 'waiting', 'turnedAway']),
  joinedAt: z.date(),
  ticketHash: z.string().optional(),
  userId: stored(UserId).optional(),
})
export type SeatRecord = z.output<typeof SeatRecord>

type SeatKey = Pick<SeatRecord, 'workshopId' | 'keyHash'>

const nameOfKey = ({ workshopId, keyHash }: SeatKey) => `${workshopId} ${keyHash}`

/** Kept for whoever comes with the ticket that replaces a lost one. */
export const isVacant = ({ keyHash }: SeatRecord) => keyHash.startsWith('vacant ')

export class SeatStore {
  #seats: WorkshopModels['seats']
  /** Every ballot and every return asks, and a hall does so at the same moment. */
  #byKeys = new InBatches<SeatKey, SeatRecord | null>(keys => this.#withKeys(keys))

  constructor(models: WorkshopModels) {
    this.#seats = models.seats
  }

  /** Answers null when the device, the ticket or the account has a seat already. */
  async insert(seat: Omit<SeatRecord, '_id'>): Promise<SeatRecord | null> {
    try {
      const created = await this.#seats.create({ _id: newId(ParticipantId), ...seat })
      return SeatRecord.parse(created.toObject())
    } catch (error) {
      if (isDuplicateKey(error)) return null
      throw error
    }
  }

  byKey = (workshopId: WorkshopId, keyHash: string) => this.#byKeys.do({ workshopId, keyHash })
  byTicket = (workshopId: WorkshopId, ticketHash: string) => this.#one({ workshopId, ticketHash })
  byAccount = (workshopId: WorkshopId, userId: UserId) => this.#one({ workshopId, userId })

  async ofWorkshop(workshopId: WorkshopId): Promise<SeatRecord[]> {
    const rows = await this.#seats.find({ workshopId }).sort({ _id: 1 }).lean()
    return rows.map(row => SeatRecord.parse(row))
  }

  async countIn(workshopId: WorkshopId): Promise<number> {
    return this.#seats.countDocuments({ workshopId, admitted: 'in' })
  }

  /** Another device takes the seat over, e.g. after signing in on it. */
  async moveTo(seat: SeatRecord, keyHash: string): Promise<SeatRecord> {
    await this.#seats.updateOne({ _id: seat._id }, { $set: { keyHash } })
    return { ...seat, keyHash }
  }

  async setAdmitted(
    { _id, workshopId }: Pick<SeatRecord, '_id' | 'workshopId'>,
    admitted: SeatRecord['admitted'],
  ): Promise<boolean> {
    const { matchedCount } = await this.#seats.updateOne({ _id, workshopId }, { $set: { admitted } })
    return matchedCount === 1
  }

  /** The seat of a lost ticket is kept for whoever comes with the new one. */
  async replaceTicket(workshopId: WorkshopId, lost: string, fresh: string): Promise<void> {
    await this.#seats.updateOne(
      { workshopId, ticketHash: lost },
      { $set: { ticketHash: fresh, keyHash: `vacant ${fresh}` } },
    )
  }

  async byIds(ids: readonly ParticipantId[]): Promise<SeatRecord[]> {
    if (ids.length === 0) return []
    const rows = await this.#seats.find({ _id: { $in: ids } }).lean()
    return rows.map(row => SeatRecord.parse(row))
  }

  async #withKeys(keys: readonly SeatKey[]): Promise<(SeatRecord | null)[]> {
    const rows = await this.#seats
      .find({
        workshopId: { $in: [...new Set(keys.map(({ workshopId }) => workshopId))] },
        keyHash: { $in: [...new Set(keys.map(({ keyHash }) => keyHash))] },
      })
      .lean()
    const seats = new Map(rows.map(row => SeatRecord.parse(row)).map(seat => [nameOfKey(seat), seat]))
    return keys.map(key => seats.get(nameOfKey(key)) ?? null)
  }

  async #one(filter: object): Promise<SeatRecord | null> {
    const row = await this.#seats.findOne(filter).lean()
    return row ? SeatRecord.parse(row) : null
  }
}
