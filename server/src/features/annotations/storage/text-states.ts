import { createHash } from 'node:crypto'
import { DocumentId, TextStateId } from '@randnotiz/contract/kit/ids'
import { z } from 'zod'
import { isDuplicateKey } from '../../../platform/mongo/duplicate-key.js'
import { stored } from '../../../platform/mongo/ids.js'
import type { AnnotationModels } from './models.js'

const TextState = z.object({
  _id: stored(TextStateId),
  documentId: stored(DocumentId),
  hash: z.string(),
  text: z.string(),
  createdAt: z.date().transform(date => date.toISOString()),
  /** Only the words around one quote are known of that text. */
  excerpt: z.boolean().default(false),
  /** Citizens saw a release when it was kept, and this was not one. */
  withheld: z.boolean().default(false),
})
export type TextState = z.output<typeof TextState>

export const textHash = (text: string) => createHash('sha256').update(text).digest('hex')

/** Whether everybody may read this text of a document now. */
export type IsPublicText = (documentId: DocumentId, text: string) => Promise<boolean>

/** The plain texts that annotations quote. Each text of a document is kept once, and for good. */
export class TextStates {
  #states: AnnotationModels['textStates']
  #isPublic: IsPublicText

  constructor(models: AnnotationModels, isPublic: IsPublicText) {
    this.#states = models.textStates
    this.#isPublic = isPublic
  }

  /** Stores a text unless it is stored already; answers its id either way. */
  keep(documentId: DocumentId, text: string, createdAt: Date): Promise<TextStateId> {
    return this.#keep({ documentId, text, hash: textHash(text), createdAt })
  }

  /** The same for the words around a quote, of a text that is not known. */
  keepExcerpt(documentId: DocumentId, text: string, createdAt: Date): Promise<TextStateId> {
    return this.#keep({ documentId, text, hash: textHash(`excerpt ${text}`), createdAt, excerpt: true })
  }

  /** Whole texts; of an excerpt nothing can be concluded about a place. */
  async texts(ids: TextStateId[]): Promise<Map<TextStateId, string>> {
    const states = await this.#states.find({ _id: { $in: ids }, excerpt: { $ne: true } }).lean()
    return new Map(states.map(state => [stored(TextStateId).parse(state._id), state.text]))
  }

  async find(id: TextStateId): Promise<TextState | null> {
    const state = await this.#states.findById(id).lean()
    return state && TextState.parse(state)
  }

  /** One after the other, since together they may be large. */
  async *read(ids: readonly TextStateId[]): AsyncGenerator<TextState> {
    for (const id of ids) {
      const state = await this.find(id)
      if (state) yield state
    }
  }

  /** Null when this document has no such state. */
  async byId(documentId: DocumentId, id: TextStateId): Promise<TextState | null> {
    const state = await this.#states.findOne({ _id: id, documentId }).lean()
    return state && TextState.parse(state)
  }

  /** Whether citizens may read it: they could when it was kept, or it has been released since. */
  async isPublic({ documentId, text, withheld }: TextState): Promise<boolean> {
    return !withheld || this.#isPublic(documentId, text)
  }

  async byHash(documentId: DocumentId, hash: string): Promise<string | null> {
    const state = await this.#states.findOne({ documentId, hash, excerpt: { $ne: true } }).lean()
    return state?.text ?? null
  }

  async #keep(state: NewTextState): Promise<TextStateId> {
    const { documentId, hash } = state
    const known = await this.#states.findOne({ documentId, hash }, { _id: 1 }).lean()
    if (known) return stored(TextStateId).parse(known._id)
    try {
      const withheld = !state.excerpt && !(await this.#isPublic(documentId, state.text))
      const created = await this.#states.create({ ...state, ...(withheld ? { withheld } : {}) })
      return stored(TextStateId).parse(created._id)
    } catch (error) {
      if (isDuplicateKey(error)) return this.#keep(state)
      throw error
    }
  }
}

type NewTextState = { documentId: DocumentId; text: string; hash: string; createdAt: Date; excerpt?: true }
