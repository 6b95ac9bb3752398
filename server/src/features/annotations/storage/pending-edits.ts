import type { AnnotationId } from '@randnotiz/contract/kit/ids'
import type { AnnotationModels } from './models.js'
import { PendingEdit } from './record.js'

/** What accepted proposals have still to change in their texts. */
export class PendingEdits {
  readonly #annotations: AnnotationModels['annotations']

  constructor({ annotations }: AnnotationModels) {
    this.#annotations = annotations
  }

  /** Edits of accepted proposals that have not reached the text yet. */
  async all(): Promise<PendingEdit[]> {
    const rows = await this.#annotations
      .find({ pendingEdit: { $exists: true } }, { documentId: 1, proposal: 1, pendingEdit: 1 })
      .lean()
    return rows.map(row => PendingEdit.parse(row))
  }

  async of(id: AnnotationId): Promise<PendingEdit | null> {
    const row = await this.#annotations
      .findOne({ _id: id, pendingEdit: { $exists: true } }, { documentId: 1, proposal: 1, pendingEdit: 1 })
      .lean()
    return row ? PendingEdit.parse(row) : null
  }

  async done(id: AnnotationId): Promise<void> {
    await this.#annotations.updateOne({ _id: id }, { $unset: { pendingEdit: true } })
  }
}
