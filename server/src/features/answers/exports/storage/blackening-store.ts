import { type Blacken, Blackening } from '@randnotiz/contract/answers/exports/blackening'
import { AnnotationId } from '@randnotiz/contract/kit/ids'
import type { Connection } from 'mongoose'
import { z } from 'zod'
import { stored } from '../../../../platform/mongo/ids.js'
import { type ExportModels, exportModels } from './models.js'

const BlackeningRecord = Blackening.omit({ annotationId: true, changedAt: true }).extend({
  _id: stored(AnnotationId),
  changedAt: z.date(),
})

/** Needs nothing but the database: whatever shows contributions asks it. */
export function readBlackenings(connection: Connection): BlackeningStore['of'] {
  const store = new BlackeningStore(exportModels(connection))
  return async ids => (ids.length === 0 ? new Map() : store.of(ids))
}

/** Which words of which contributions are black for others. */
export class BlackeningStore {
  readonly #blackenings: ExportModels['blackenings']

  constructor({ blackenings }: ExportModels) {
    this.#blackenings = blackenings
  }

  async put(annotationId: AnnotationId, { edition, pieces }: Blacken, changedAt: Date): Promise<Blackening> {
    await this.#blackenings.updateOne(
      { _id: annotationId },
      { $set: { edition, pieces, changedAt } },
      { upsert: true },
    )
    return { annotationId, edition, pieces, changedAt: changedAt.toISOString() }
  }

  async of(annotationIds: readonly AnnotationId[]): Promise<Map<AnnotationId, Blackening>> {
    const rows = await this.#blackenings.find({ _id: { $in: annotationIds } }).lean()
    return new Map(
      rows.map(row => {
        const { _id: annotationId, changedAt, ...rest } = BlackeningRecord.parse(row)
        return [annotationId, { annotationId, changedAt: changedAt.toISOString(), ...rest }]
      }),
    )
  }
}
