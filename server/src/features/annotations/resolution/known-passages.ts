import type { AnnotationId, DocumentId } from '@randnotiz/contract/kit/ids'
import type { AnnotationStore } from '../storage/annotation-store.js'
import type { ChangeRows } from '../storage/change-rows.js'
import type { PassageRecord } from '../storage/record.js'

type Known = { head: number; passages: Map<AnnotationId, PassageRecord> }

const documentLimit = 32
const rowsAtOnce = 1_000

/**
 * The passages of the documents that are being written in, so that they are not read anew whenever somebody pauses. The
 * change feed says what to read again: nothing about an annotation changes without a row in it.
 */
export class KnownPassages {
  readonly #annotations: AnnotationStore
  readonly #changes: ChangeRows
  readonly #known = new Map<DocumentId, Known>()

  constructor(annotations: AnnotationStore, changes: ChangeRows) {
    this.#annotations = annotations
    this.#changes = changes
  }

  /** What was announced before the call is among them. One call at a time for each document. */
  async of(documentId: DocumentId): Promise<PassageRecord[]> {
    const known = this.#known.get(documentId)
    const current = known ? await this.#caughtUp(documentId, known) : await this.#read(documentId)
    this.#known.delete(documentId)
    this.#known.set(documentId, current)
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= documentLimit) break
      this.#known.delete(oldest)
    }
    return [...current.passages.values()]
  }

  async #read(documentId: DocumentId): Promise<Known> {
    // The head first: what changes while the passages are read is then read once more.
    const head = await this.#changes.head(documentId)
    const passages = await this.#annotations.passagesOf(documentId)
    return { head, passages: new Map(passages.map(passage => [passage._id, passage])) }
  }

  async #caughtUp(documentId: DocumentId, { head, passages }: Known): Promise<Known> {
    const rows = await this.#changes.since(documentId, head, rowsAtOnce)
    if (rows.length === rowsAtOnce) return this.#read(documentId)
    const changed = [...new Set(rows.map(row => row.annotationId))]
    for (const id of changed) passages.delete(id)
    for (const passage of await this.#annotations.passagesOf(documentId, changed))
      passages.set(passage._id, passage)
    return { head: rows.at(-1)?.seq ?? head, passages }
  }
}
