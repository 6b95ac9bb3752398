import { AnnotationId, type ProcessId } from '@randnotiz/contract/kit/ids'
import mongoose from 'mongoose'
import { isDuplicateKey } from '../../../platform/mongo/duplicate-key.js'
import { stored } from '../../../platform/mongo/ids.js'
import type { AnswerModels } from './models.js'

export type CaseChangeRow = { seq: number; annotationId: AnnotationId }

const StoredAnnotationId = stored(AnnotationId)

/** Rows read, and cases listed, at once. */
export const changePortion = 500

/**
 * Which cases of a process have changed, in numbers without gaps, so that every process of the server can keep what it
 * knows up to date without reading all of them. A case that is written says so of itself in the same write (`unlisted`);
 * whoever reads next gives it a row and takes the mark away. A crash in between leaves the mark, and at worst there are
 * two rows for one change.
 */
export class CaseChanges {
  #models: Pick<AnswerModels, 'cases' | 'changes'>

  constructor(models: Pick<AnswerModels, 'cases' | 'changes'>) {
    this.#models = models
  }

  /** Number of the newest row; 0 before the first. */
  async head(processId: ProcessId): Promise<number> {
    const newest = await this.#models.changes.findOne({ processId }).sort({ seq: -1 }).lean()
    return newest?.seq ?? 0
  }

  async since(processId: ProcessId, since: number): Promise<CaseChangeRow[]> {
    const rows = await this.#models.changes
      .find({ processId, seq: { $gt: since } })
      .sort({ seq: 1 })
      .limit(changePortion)
      .lean()
    return rows.map(({ seq, annotationId }) => ({
      seq,
      annotationId: StoredAnnotationId.parse(annotationId),
    }))
  }

  /** Gives a row to every change that was written before the call. */
  async list(processId: ProcessId): Promise<void> {
    const { cases } = this.#models
    for (;;) {
      const unlisted = await cases
        .find({ processId, unlisted: true }, { version: 1 })
        .limit(changePortion)
        .lean()
      if (unlisted.length === 0) return
      await this.#append(
        processId,
        unlisted.map(({ _id }) => _id),
      )
      // What was changed again meanwhile keeps its mark.
      await cases.bulkWrite(
        unlisted.map(({ _id, version }) => ({
          updateOne: { filter: { _id, version }, update: { $unset: { unlisted: 1 } } },
        })),
        { ordered: false },
      )
    }
  }

  /** The unique index decides between two that want the same number; the loser tries the next. */
  async #append(processId: ProcessId, ids: readonly mongoose.Types.ObjectId[]): Promise<void> {
    for (let listed = 0; listed < ids.length; ) {
      const head = await this.head(processId)
      const rows = ids.slice(listed).map((annotationId, at) => ({
        processId: new mongoose.Types.ObjectId(processId),
        seq: head + 1 + at,
        annotationId,
      }))
      listed += await this.#insert(rows)
    }
  }

  /** How many of the rows, from the first on, found their number free. */
  async #insert(rows: readonly mongoose.mongo.OptionalId<mongoose.mongo.Document>[]): Promise<number> {
    try {
      await this.#models.changes.collection.insertMany([...rows], { ordered: true })
      return rows.length
    } catch (error) {
      if (!isDuplicateKey(error)) throw error
      return error instanceof mongoose.mongo.MongoBulkWriteError ? error.insertedCount : 0
    }
  }
}
