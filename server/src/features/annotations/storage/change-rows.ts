import { AnnotationId, type DocumentId } from '@randnotiz/contract/kit/ids'
import mongoose from 'mongoose'
import { isDuplicateKey } from '../../../platform/mongo/duplicate-key.js'
import { stored } from '../../../platform/mongo/ids.js'
import type { AnnotationModels } from './models.js'

/** One shape for all rows: to make it anew for each of a thousand takes longer than to read them. */
const StoredAnnotationId = stored(AnnotationId)

export type ChangeRow = { seq: number; annotationId: AnnotationId }

/**
 * The rows of the change feed. A row's number is the successor of the highest one there is; the unique index decides
 * between two that want the same number, and the loser tries the next. So numbers have no gaps, at no moment, with
 * any number of processes.
 */
export class ChangeRows {
  #changes: AnnotationModels['changes']

  constructor(models: AnnotationModels) {
    this.#changes = models.changes
  }

  /** Number of the newest row; 0 before the first. */
  async head(documentId: DocumentId): Promise<number> {
    const newest = await this.#changes.findOne({ documentId }).sort({ seq: -1 }).lean()
    return newest?.seq ?? 0
  }

  /** Appends one row for each annotation, in order. */
  async append(documentId: DocumentId, annotationIds: AnnotationId[]): Promise<ChangeRow[]> {
    const appended: ChangeRow[] = []
    while (appended.length < annotationIds.length) {
      const head = await this.head(documentId)
      const wanted = annotationIds
        .slice(appended.length)
        .map((annotationId, position) => ({ seq: head + 1 + position, annotationId }))
      appended.push(...wanted.slice(0, await this.#insert(documentId, wanted)))
    }
    return appended
  }

  async since(documentId: DocumentId, since: number, limit: number): Promise<ChangeRow[]> {
    const rows = await this.#changes
      .find({ documentId, seq: { $gt: since } })
      .sort({ seq: 1 })
      .limit(limit)
      .lean()
    return rows.map(({ seq, annotationId }) => ({
      seq,
      annotationId: StoredAnnotationId.parse(annotationId),
    }))
  }

  /** How many of the rows, from the first on, found their number free. */
  async #insert(documentId: DocumentId, rows: ChangeRow[]): Promise<number> {
    try {
      // Past mongoose, which would check each of thousands of rows while others wait.
      await this.#changes.collection.insertMany(
        rows.map(({ seq, annotationId }) => ({
          documentId: new mongoose.Types.ObjectId(documentId),
          seq,
          annotationId: new mongoose.Types.ObjectId(annotationId),
        })),
        { ordered: true },
      )
      return rows.length
    } catch (error) {
      if (!isDuplicateKey(error)) throw error
      return error instanceof mongoose.mongo.MongoBulkWriteError ? error.insertedCount : 0
    }
  }
}
