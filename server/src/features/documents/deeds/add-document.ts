import type { DocumentSummary } from '@randnotiz/contract/documents/document'
import { addressesFor } from '@randnotiz/domain/documents/addresses-for'
import type { Clock } from '../../../platform/clock.js'
import { isDuplicateKey } from '../../../platform/mongo/duplicate-key.js'
import { type DocumentStore, summaryOf } from '../storage/document-store.js'

/** A document that has neither number nor address yet. */
export type NewText = Omit<DocumentSummary, 'number' | 'slug'>

export type AddParts = {
  documents: DocumentStore
  collab: { applyServerUpdate(documentId: string, update: Uint8Array): Promise<boolean> }
  clock: Clock
}

/** So many others may begin a text at the same moment. */
const mostAttempts = 20

/**
 * Begins a document under the id that its author has given it. The text is stored first, so that a document that is known
 * has its text; done again with the same id it answers what is there.
 */
export async function addDocument(
  { documents, collab, clock }: AddParts,
  document: NewText,
  initialUpdate: Uint8Array,
): Promise<DocumentSummary> {
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const known = await documents.byId(document.id)
    if (known !== null) return summaryOf(known)
    if (attempt === 0 && !(await collab.applyServerUpdate(document.id, initialUpdate)))
      throw new Error(`the text of ${document.id} was not taken`)
    const others = await documents.ofProcess(document.processId)
    const numbers = others.filter(({ kind }) => kind === document.kind).map(({ number }) => number)
    const slug = await freeAddress(documents, document.title.de)
    const whole = { ...document, slug, number: Math.max(0, ...numbers) + 1 }
    try {
      await documents.insert({ ...whole, editedAt: clock.now() })
      return whole
    } catch (error) {
      if (!isDuplicateKey(error)) throw error
    }
  }
  throw new Error(`no number was free for ${document.id}`)
}

async function freeAddress(documents: DocumentStore, title: string) {
  for (const slug of addressesFor(title)) if ((await documents.bySlug(slug)) === null) return slug
  throw new Error('there is always one more address')
}
