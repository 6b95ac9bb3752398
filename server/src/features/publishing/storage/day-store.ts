import { OutlineEntry } from '@randnotiz/contract/documents/document'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import { Day, Hash } from '@randnotiz/contract/publishing/version'
import { z } from 'zod'
import { isDuplicateKey } from '../../../platform/mongo/duplicate-key.js'
import type { VersionModels } from './version-models.js'

export const DayRecord = z.object({
  day: Day,
  changedAt: z.date(),
  state: Hash,
  words: z.number().int(),
  outline: z.array(OutlineEntry),
  token: z.string(),
})
export type DayRecord = z.output<typeof DayRecord>

/** The states of texts at the ends of days. */
export class DayStore {
  readonly #days: VersionModels['dayVersions']

  constructor({ dayVersions }: VersionModels) {
    this.#days = dayVersions
  }

  /**
   * Writes the row of a day over with a later state. Answers the token that nobody needs any more: that of the row
   * before, or that of the given one where a later state is there already; null where there was no row.
   */
  async put(documentId: DocumentId, record: DayRecord): Promise<string | null> {
    const { day, changedAt } = record
    const before = await this.#days
      .findOneAndUpdate({ documentId, day, changedAt: { $lte: changedAt } }, { $set: record })
      .lean()
    if (before) return DayRecord.parse(before).token
    try {
      await this.#days.create({ documentId, ...record })
      return null
    } catch (error) {
      if (isDuplicateKey(error)) return record.token
      throw error
    }
  }

  /** Newest first. */
  async ofDocument(documentId: DocumentId): Promise<DayRecord[]> {
    const rows = await this.#days.find({ documentId }).sort({ changedAt: -1, day: -1 }).lean()
    return rows.map(row => DayRecord.parse(row))
  }

  async last(documentId: DocumentId): Promise<DayRecord | null> {
    const row = await this.#days.findOne({ documentId }).sort({ changedAt: -1, day: -1 }).lean()
    return row ? DayRecord.parse(row) : null
  }

  async byDay(documentId: DocumentId, day: Day): Promise<DayRecord | null> {
    const row = await this.#days.findOne({ documentId, day }).lean()
    return row ? DayRecord.parse(row) : null
  }

  async tokens(): Promise<string[]> {
    return this.#days.distinct('token')
  }
}
