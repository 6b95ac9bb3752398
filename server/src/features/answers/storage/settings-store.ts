import { AnswerSettings } from '@randnotiz/contract/answers/settings'
import type { ProcessId } from '@randnotiz/contract/kit/ids'
import { isDuplicateKey } from '../../../platform/mongo/duplicate-key.js'
import { usualSettings } from '../usual-settings.js'
import type { AnswerModels } from './models.js'

/** Units and text blocks of processes. */
export class SettingsStore {
  #settings: AnswerModels['settings']

  constructor({ settings }: AnswerModels) {
    this.#settings = settings
  }

  /** What a process starts with when nobody has changed it. */
  async of(processId: ProcessId): Promise<AnswerSettings> {
    const row = await this.#settings.findById(processId).lean()
    return row ? AnswerSettings.parse(row.settings) : usualSettings
  }

  /** Answers what holds now; null when somebody else was faster. */
  async change(processId: ProcessId, changed: AnswerSettings): Promise<AnswerSettings | null> {
    const { revision } = changed
    const settings = { ...changed, revision: revision + 1 }
    const fresh = { revision: settings.revision, settings }
    try {
      if (revision === 0) await this.#settings.create({ _id: processId, ...fresh })
      else {
        const { modifiedCount } = await this.#settings.updateOne(
          { _id: processId, revision },
          { $set: fresh },
        )
        if (modifiedCount === 0) return null
      }
      return settings
    } catch (error) {
      if (isDuplicateKey(error)) return null
      throw error
    }
  }
}
