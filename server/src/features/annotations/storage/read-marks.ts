import type { UserId } from '@randnotiz/contract/kit/ids'
import type { Moment } from '@randnotiz/contract/kit/wire-values'
import { z } from 'zod'
import { isDuplicateKey } from '../../../platform/mongo/duplicate-key.js'
import type { AnnotationModels } from './models.js'

const MarkRow = z.object({ readUpTo: z.date().transform(date => date.toISOString()) })

/** Up to when a person has read; one moment a person, and nothing about what they have looked at. */
export class ReadMarks {
  #marks: AnnotationModels['readMarks']

  constructor(models: AnnotationModels) {
    this.#marks = models.readMarks
  }

  async of(personId: UserId): Promise<Moment | null> {
    const row = await this.#marks.findById(personId).lean()
    return row === null ? null : MarkRow.parse(row).readUpTo
  }

  /** Never goes back: another window may have marked more. */
  async raise(personId: UserId, readUpTo: Moment): Promise<void> {
    try {
      await this.#marks.updateOne(
        { _id: personId },
        { $max: { readUpTo: new Date(readUpTo) } },
        { upsert: true },
      )
    } catch (error) {
      // Two windows made the first mark at once; now there is one to raise.
      if (!isDuplicateKey(error)) throw error
      await this.#marks.updateOne({ _id: personId }, { $max: { readUpTo: new Date(readUpTo) } })
    }
  }

  async remove(personId: UserId): Promise<void> {
    await this.#marks.deleteOne({ _id: personId })
  }
}
