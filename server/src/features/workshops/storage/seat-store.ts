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
  members: z.array(stored(ParticipantId)).default([]),
  isPaper: z.boolean().default(false),
})
export type SeatRecord = z.output<typeof SeatRecord>

type NewSeat = Omit<SeatRecord, '_id' | 'members' | 'isPaper'> &
  Partial<Pick<SeatRecord, 'members' | 'isPaper'>>

type SeatKey = Pick<SeatRecord, 'workshopId' | 'keyHash'>

const nobody = HallName.parse('– –')

const nameOfKey = ({ workshopId, keyHash }: SeatKey) => `${workshopId} ${keyHash}`

/** How many people share the device of a seat. */
export const peopleAt = ({ members }: SeatRecord) => Math.max(1, members.length)

/** Those of so many people at a table. */
export const newMembers = (people: number) =>
  people < 2 ? [] : Array.from({ length: people }, () => newId(ParticipantId))

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
  async insert(seat: NewSeat): Promise<SeatRecord | null> {
    try {
      const created = await this.#seats.create({ _id: newId(ParticipantId), ...seat })
      return SeatRecord.parse(created.toObject())
    } catch (error) {
      if (isDuplicateKey(error)) return null
      throw error
    }
  }

  /** Whose account is forgotten keeps a place without a name: what was counted stays counted. */
  async forgetAccount(userId: UserId): Promise<void> {
    await this.#seats.updateMany({ userId }, { $set: { name: nobody }, $unset: { userId: 1 } })
  }

  byKey = (workshopId: WorkshopId, keyHash: string) => this.#byKeys.do({ workshopId, keyHash })
  byTicket = (workshopId: WorkshopId, ticketHash: string) => this.#one({ workshopId, ticketHash })
  byAccount = (workshopId: WorkshopId, userId: UserId) => this.#one({ workshopId, userId })

  async ofWorkshop(workshopId: WorkshopId): Promise<SeatRecord[]> {
    const rows = await this.#seats
      .find({ workshopId, isPaper: { $ne: true } })
      .sort({ _id: 1 })
      .lean()
    return rows.map(row => SeatRecord.parse(row))
  }

  async countIn(workshopId: WorkshopId): Promise<number> {
    const seated = { workshopId, admitted: 'in', isPaper: { $ne: true } }
    const seats = await this.#seats.countDocuments(seated)
    const { devices, people } = await this.tables(workshopId)
    return seats - devices + people
  }

  /** Devices that tables share, and how many people sit at them. */
  async tables(workshopId: WorkshopId): Promise<{ devices: number; people: number }> {
    const filter = { workshopId, admitted: 'in', 'members.0': { $exists: true } }
    const rows = await this.#seats.find(filter).lean()
    const tables = rows.map(row => SeatRecord.parse(row))
    return { devices: tables.length, people: tables.reduce((sum, table) => sum + peopleAt(table), 0) }
  }

  /** Under which cards are typed in; it is made when it is first needed. */
  async paper(workshopId: WorkshopId, now: Date): Promise<SeatRecord> {
    const keyHash = 'paper'
    const name = 'Karte aus der Werkstatt'
    const fresh = await this.insert({
      ...{ workshopId, keyHash, name, admitted: 'in', joinedAt: now, isPaper: true },
    })
    const paper = fresh ?? (await this.#one({ workshopId, keyHash }))
    if (paper === null) throw new Error('a seat is there and is not')
    return paper
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
