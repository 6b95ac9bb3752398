import { WorkshopId } from '@randnotiz/contract/kit/ids'
import { Language } from '@randnotiz/contract/kit/wire-values'
import { z } from 'zod'
import { isDuplicateKey } from '../../../platform/mongo/duplicate-key.js'
import { stored } from '../../../platform/mongo/ids.js'
import type { WorkshopModels } from './models.js'

/** `nonce` names the mail that is due, so that it goes out once and nothing of the address remains in its name. */
export const ResultsAddress = z.object({
  workshopId: stored(WorkshopId),
  email: z.email(),
  language: Language,
  nonce: z.string(),
  keptAt: z.date(),
})
export type ResultsAddress = z.output<typeof ResultsAddress>

/** Addresses that were left for the results of one workshop; each is erased when its mail is on its way. */
export class ResultsAddressStore {
  #addresses: WorkshopModels['resultsAddresses']

  constructor(models: WorkshopModels) {
    this.#addresses = models.resultsAddresses
  }

  /** One address is kept once for each workshop. */
  async keep(address: ResultsAddress): Promise<void> {
    await this.#addresses.create(address).catch(error => {
      if (!isDuplicateKey(error)) throw error
    })
  }

  async ofWorkshop(workshopId: WorkshopId): Promise<ResultsAddress[]> {
    const rows = await this.#addresses.find({ workshopId }).sort({ _id: 1 }).limit(500).lean()
    return rows.map(row => ResultsAddress.parse(row))
  }

  async erase(workshopId: WorkshopId, email: string): Promise<void> {
    await this.#addresses.deleteOne({ workshopId, email })
  }

  /** Workshops for which addresses are kept. */
  async workshops(): Promise<WorkshopId[]> {
    const ids = await this.#addresses.distinct('workshopId')
    return ids.map(id => WorkshopId.parse(String(id)))
  }

  /** Where nothing was ever published an address is not kept for good. */
  async eraseOlder(than: Date): Promise<void> {
    await this.#addresses.deleteMany({ keptAt: { $lt: than } })
  }
}
