import type { DocumentId } from '@randnotiz/contract/kit/ids'
import { DocumentIndex, type IndexParts } from './document-index.js'

/** One index for each document that somebody has looked through. */
export class Indexes {
  #parts: IndexParts
  #byDocument = new Map<DocumentId, DocumentIndex>()

  constructor(parts: IndexParts) {
    this.#parts = parts
  }

  /** The index of a document with all that stands in its feed. */
  async of(documentId: DocumentId): Promise<DocumentIndex> {
    const index = this.#byDocument.get(documentId) ?? new DocumentIndex(documentId, this.#parts)
    this.#byDocument.set(documentId, index)
    await index.catchUp()
    return index
  }
}
