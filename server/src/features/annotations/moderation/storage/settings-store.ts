import { ModerationSettings } from '@randnotiz/contract/annotations/moderation/settings'
import type { ProcessId } from '@randnotiz/contract/kit/ids'
import { usualSettings } from '@randnotiz/domain/annotations/moderation/hold-rules'
import { usualTextBlocks } from '../usual-text-blocks.js'
import type { ModerationModels } from './models.js'

export class SettingsStore {
  #settings: ModerationModels['settings']

  constructor({ settings }: ModerationModels) {
    this.#settings = settings
  }

  async of(processId: ProcessId): Promise<ModerationSettings> {
    const row = await this.#settings.findById(processId).lean()
    return row
      ? ModerationSettings.parse(row.settings)
      : { ...usualSettings, textBlocks: [...usualTextBlocks] }
  }

  async change(processId: ProcessId, settings: ModerationSettings): Promise<void> {
    await this.#settings.updateOne({ _id: processId }, { $set: { settings } }, { upsert: true })
  }
}
