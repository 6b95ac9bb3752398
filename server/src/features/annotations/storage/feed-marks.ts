import { type AnnotationId, DocumentId } from '@randnotiz/contract/kit/ids'
import { type QueryFilter, Types } from 'mongoose'
import { stored } from '../../../platform/mongo/ids.js'
import type { AnnotationModels } from './models.js'
import { AnnotationRevision } from './record.js'

/** The mark that every change of an annotation sets in the same write, until the change stands in the feed. */
export class FeedMarks {
  readonly #annotations: AnnotationModels['annotations']

  constructor({ annotations }: AnnotationModels) {
    this.#annotations = annotations
  }

  /** Marks annotations for the feed that have not changed themselves; answers their documents. */
  async setAnew(ids: readonly AnnotationId[]): Promise<DocumentId[]> {
    await this.#annotations.updateMany(
      { _id: { $in: ids } },
      { $set: { unannounced: true }, $inc: { revision: 1 } },
    )
    return this.#documentsOf({ _id: { $in: ids } })
  }

  /** The oldest ones, each with the revision that is to be announced. */
  async oldest(documentId: DocumentId, limit: number): Promise<AnnotationRevision[]> {
    const rows = await this.#annotations
      .find({ documentId, unannounced: true }, { revision: 1 })
      .sort({ _id: 1 })
      .limit(limit)
      .lean()
    return rows.map(row => AnnotationRevision.parse(row))
  }

  async documents(): Promise<DocumentId[]> {
    return this.#documentsOf({ unannounced: true })
  }

  /** Leaves the mark on records that changed again in the meantime. */
  async takeAway(records: AnnotationRevision[]): Promise<void> {
    if (records.length === 0) return
    await this.#annotations.collection.bulkWrite(
      records.map(({ _id, revision }) => ({
        updateOne: {
          filter: { _id: new Types.ObjectId(_id), revision },
          update: { $unset: { unannounced: true } },
        },
      })),
      { ordered: false },
    )
  }

  async #documentsOf(filter: QueryFilter<unknown>): Promise<DocumentId[]> {
    const ids = await this.#annotations.distinct('documentId', filter)
    return ids.map(id => stored(DocumentId).parse(id))
  }
}
