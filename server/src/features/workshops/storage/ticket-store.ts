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
  async issue(workshopId: WorkshopId, batch: CommandId, codes: readonly TicketCode[]): Promise<void> {
    await this.#tickets.deleteMany({ workshopId, batch })
    await this.#tickets.insertMany(codes.map(code => ({ workshopId, batch, codeHash: secretHash(code) })))
  }

  /** The hash under which a seat may be taken, or null for a ticket that is not of this workshop or was revoked. */
  async validHash(workshopId: WorkshopId, code: TicketCode): Promise<string | null> {
    const codeHash = secretHash(code)
    const known = await this.#tickets.exists({ workshopId, codeHash, revokedAt: { $exists: false } })
    return known === null ? null : codeHash
  }

  /** A lost ticket is worth nothing any more; whoever holds it must not come in twice. */
  async revoke(workshopId: WorkshopId, code: TicketCode, at: Date): Promise<boolean> {
    const { matchedCount } = await this.#tickets.updateOne(
      { workshopId, codeHash: secretHash(code) },
      { $set: { revokedAt: at } },
    )
    return matchedCount === 1
  }
}
