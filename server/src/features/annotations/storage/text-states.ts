import { createHash } from 'node:crypto'
import { type DocumentId, TextStateId } from '@randnotiz/contract/kit/ids'
import type { Moment } from '@randnotiz/contract/kit/wire-values'
import { isDuplicateKey } from '../../../platform/mongo/duplicate-key.js'
import { stored } from '../../../platform/mongo/ids.js'
import type { AnnotationModels } from './models.js'

export type TextState = { text: string; keptAt: Moment }

/** The plain texts that annotations quote. Each text of a document is kept once, and for good. */
export class TextStates {
  #states: AnnotationModels['textStates']

  constructor(models: AnnotationModels) {
    this.#states = models.textStates
  }

  /** Stores a text unless it is stored already; answers its id either way. */
  async keep(documentId: DocumentId, text: string, createdAt: Date): Promise<TextStateId> {
    const hash = createHash('sha256').update(text).digest('hex')
    const known = await this.#states.findOne({ documentId, hash }, { _id: 1 }).lean()
    if (known) return stored(TextStateId).parse(known._id)
    try {
      const created = await this.#states.create({ documentId, hash, text, createdAt })
      return stored(TextStateId).parse(created._id)
    } catch (error) {
      if (isDuplicateKey(error)) return this.keep(documentId, text, createdAt)
      throw error
    }
  }

  /** Null when this document has no such state. */
  async byId(documentId: DocumentId, id: TextStateId): Promise<TextState | null> {
    const state = await this.#states.findOne({ _id: id, documentId }).lean()
    return state && { text: state.text, keptAt: state.createdAt.toISOString() }
  }

  async texts(ids: TextStateId[]): Promise<Map<TextStateId, string>> {
    const states = await this.#states.find({ _id: { $in: ids } }).lean()
    return new Map(states.map(state => [stored(TextStateId).parse(state._id), state.text]))
  }
}
