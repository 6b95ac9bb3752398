import type { DocumentId } from '@randnotiz/contract/kit/ids'
import type { Documents, LiveState } from '../../documents/index.js'
import type { ComposedText } from '../texts/text-jobs.js'
import type { TextThread } from '../texts/text-thread.js'

export type LiveComposition = { live: LiveState; text: ComposedText }

const documentLimit = 16

/** What live texts are made of, so that those who ask for the same state ask the thread once. */
export class LiveCompositions {
  readonly #documents: Pick<Documents, 'liveState'>
  readonly #texts: TextThread
  readonly #known = new Map<DocumentId, { live: LiveState; text: Promise<ComposedText> }>()

  constructor(documents: Pick<Documents, 'liveState'>, texts: TextThread) {
    this.#documents = documents
    this.#texts = texts
  }

  /** Null when there is no such document. */
  async of(documentId: DocumentId): Promise<LiveComposition | null> {
    const live = await this.#documents.liveState(documentId)
    if (live === null) return null
    const known = this.#known.get(documentId)
    const isKnown = known?.live.seq === live.seq && known.live.stateVector === live.stateVector
    const text = isKnown ? known.text : this.#compose(live)
    return { live, text: await text }
  }

  #compose(live: LiveState): Promise<ComposedText> {
    const { documentId, update } = live
    const text = this.#texts.compose(update)
    const entry = { live, text }
    this.#known.delete(documentId)
    this.#known.set(documentId, entry)
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= documentLimit) break
      this.#known.delete(oldest)
    }
    text.catch(() => {
      if (this.#known.get(documentId) === entry) this.#known.delete(documentId)
    })
    return text
  }
}
