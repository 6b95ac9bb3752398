import type { DocumentId } from '@randnotiz/contract/kit/ids'
import type { Base64 } from '@randnotiz/contract/kit/wire-values'

/** How many states of one document, and of how many documents, are remembered. */
const statesPerDocument = 48
const documentLimit = 200

type State = { stateVector: Base64; text: string }

/**
 * The last states that texts were seen in: who selects a passage while others go on typing quotes a text that is no
 * longer there. A state vector alone does not name a text, since deletions leave it as it is; so one vector may lead
 * to several texts. The oldest state goes first.
 */
export class RecentTexts {
  #byDocument = new Map<DocumentId, State[]>()

  remember(documentId: DocumentId, state: State): void {
    const { stateVector, text } = state
    const others = (this.#byDocument.get(documentId) ?? []).filter(
      other => other.stateVector !== stateVector || other.text !== text,
    )
    this.#byDocument.delete(documentId)
    this.#byDocument.set(documentId, [...others, { stateVector, text }].slice(-statesPerDocument))
    for (const oldest of this.#byDocument.keys()) {
      if (this.#byDocument.size <= documentLimit) break
      this.#byDocument.delete(oldest)
    }
  }

  /** The remembered texts with this state vector, newest first. */
  find(documentId: DocumentId, stateVector: Base64): string[] {
    const states = this.#byDocument.get(documentId) ?? []
    return states
      .filter(state => state.stateVector === stateVector)
      .map(state => state.text)
      .reverse()
  }
}
