import { DocumentSummary, ShownText } from '@randnotiz/contract/documents/document'
import { DocumentId, ProcessId } from '@randnotiz/contract/kit/ids'
import { Types } from 'mongoose'
import { z } from 'zod'
import { stored } from '../../../platform/mongo/ids.js'
import type { DocumentModels } from './models.js'

/** A document as it comes out of the database. */
export const DocumentRecord = DocumentSummary.omit({ id: true, processId: true }).extend({
  _id: stored(DocumentId),
  processId: stored(ProcessId),
  editedAt: z.date(),
  shown: ShownText.default('live'),
})
export type DocumentRecord = z.output<typeof DocumentRecord>

export type NewDocument = DocumentSummary & { editedAt: Date }

/** No process has so many texts of one kind. */
const outOfTheWay = 10_000

/** Its place in the order that was wanted, whether it has got there already or not. */
const placeIn = ({ number }: DocumentRecord) => (number > outOfTheWay ? number - outOfTheWay : number)

export class DocumentStore {
  #documents: DocumentModels['documents']

  constructor({ documents }: DocumentModels) {
    this.#documents = documents
  }

  async byId(id: DocumentId): Promise<DocumentRecord | null> {
    const row = await this.#documents.findById(id).lean()
    return row ? DocumentRecord.parse(row) : null
  }

  async bySlug(slug: string): Promise<DocumentRecord | null> {
    const row = await this.#documents.findOne({ slug }).lean()
    return row ? DocumentRecord.parse(row) : null
  }

  /** Building blocks first, then measures, each in the order of their numbers. */
  async ofProcess(processId: ProcessId): Promise<DocumentRecord[]> {
    const rows = await this.#documents.find({ processId }).sort({ kind: 1, number: 1 }).lean()
    return rows.map(row => DocumentRecord.parse(row))
  }

  async insert({ id, ...document }: NewDocument): Promise<void> {
    await this.#documents.create({ _id: new Types.ObjectId(id), ...document })
  }

  async setShown(id: DocumentId, shown: ShownText): Promise<void> {
    await this.#documents.updateOne({ _id: id }, { $set: { shown } })
  }

  async setFrame(id: DocumentId, frame: Pick<DocumentSummary, 'leeway' | 'leewayText'>): Promise<void> {
    await this.#documents.updateOne({ _id: id }, { $set: frame })
  }

  /**
   * Numbers texts of one kind anew. No two may have one number at the same time, so all go out of the way first; what a
   * crash leaves there is put in order by `settleOrder`.
   */
  async number(ids: readonly DocumentId[]): Promise<void> {
    for (const [place, id] of ids.entries())
      await this.#documents.updateOne({ _id: id }, { $set: { number: outOfTheWay + place + 1 } })
    for (const [place, id] of ids.entries())
      await this.#documents.updateOne({ _id: id }, { $set: { number: place + 1 } })
  }

  /** Finishes a numbering that was interrupted. */
  async settleOrder(): Promise<void> {
    for (const row of await this.#documents.find({ number: { $gt: outOfTheWay } }).lean()) {
      const { processId, kind } = DocumentRecord.parse(row)
      const rows = await this.#documents.find({ processId, kind }).lean()
      const records = rows.map(each => DocumentRecord.parse(each))
      // Those that have their place already stand before those that still wait for it.
      await this.number(records.toSorted((a, b) => placeIn(a) - placeIn(b)).map(({ _id }) => _id))
    }
  }

  async lastEdits(): Promise<{ id: DocumentId; editedAt: Date }[]> {
    const rows = await this.#documents.find({}, { editedAt: 1 }).lean()
    return rows.map(row => ({ id: stored(DocumentId).parse(row._id), editedAt: row.editedAt }))
  }

  async markEdited(id: DocumentId, at: Date): Promise<void> {
    await this.#documents.updateOne({ _id: id }, { $max: { editedAt: at } })
  }
}

/** How a document leaves the server. */
export function summaryOf({ _id: id, editedAt: _, shown: __, ...rest }: DocumentRecord): DocumentSummary {
  return { id, ...rest }
}
