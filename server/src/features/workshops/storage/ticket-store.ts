import type { CommandId, WorkshopId } from '@randnotiz/contract/kit/ids'
import type { TicketCode } from '@randnotiz/contract/workshops/hall'
import { secretHash } from '../secret-hash.js'
import type { WorkshopModels } from './models.js'

/** Entry tickets: known by their hash, so that nobody who reads the database can use one. */
export class TicketStore {
  #tickets: WorkshopModels['tickets']

  constructor(models: WorkshopModels) {
    this.#tickets = models.tickets
  }

  /** Those of the same batch, whose codes nobody has seen because the answer was lost, are replaced. */
  async issue(
    { workshopId, batch, people }: { workshopId: WorkshopId; batch: CommandId; people: number },
    codes: readonly TicketCode[],
  ): Promise<void> {
    await this.#tickets.deleteMany({ workshopId, batch })
    await this.#tickets.insertMany(
      codes.map(code => ({ workshopId, batch, codeHash: secretHash(code), people })),
    )
  }

  /** Under which hash a seat may be taken and for how many; null for a ticket that is not of this workshop or was revoked. */
  async valid(
    workshopId: WorkshopId,
    code: TicketCode,
  ): Promise<{ ticketHash: string; people: number } | null> {
    const ticketHash = secretHash(code)
    const filter = { workshopId, codeHash: ticketHash, revokedAt: { $exists: false } }
    const known = await this.#tickets.findOne(filter, { people: 1 }).lean()
    return known && { ticketHash, people: known.people ?? 1 }
  }

  /**
   * A lost ticket is worth nothing any more; whoever holds it must not come in twice. Answers for how many it was, null
   * when there was none.
   */
  async revoke(workshopId: WorkshopId, code: TicketCode, at: Date): Promise<number | null> {
    const row = await this.#tickets
      .findOneAndUpdate({ workshopId, codeHash: secretHash(code) }, { $set: { revokedAt: at } })
      .lean()
    return row && (row.people ?? 1)
  }
}
