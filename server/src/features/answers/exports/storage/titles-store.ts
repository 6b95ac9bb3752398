import { SynopsisTitles, usualTitles } from '@randnotiz/contract/answers/exports/order'
import type { ProcessId } from '@randnotiz/contract/kit/ids'
import type { ExportModels } from './models.js'

/** The titles that staff gave a synopsis last. */
export class TitlesStore {
  readonly #titles: ExportModels['titles']

  constructor({ titles }: ExportModels) {
    this.#titles = titles
  }

  async of(processId: ProcessId): Promise<SynopsisTitles> {
    const row = await this.#titles.findById(processId).lean()
    return SynopsisTitles.catch(usualTitles).parse(row?.titles)
  }

  async put(processId: ProcessId, titles: SynopsisTitles): Promise<void> {
    await this.#titles.updateOne({ _id: processId }, { $set: { titles } }, { upsert: true })
  }
}
