import { createHash } from 'node:crypto'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import type { LiveText } from '../live-text.js'
import type { AnnotationModels } from './models.js'

/** For each document the state of its text in which every annotation was looked for last. */
export class ResolvedStates {
  #states: AnnotationModels['resolvedStates']

  constructor(models: AnnotationModels) {
    this.#states = models.resolvedStates
  }

  async isCurrent(documentId: DocumentId, live: LiveText): Promise<boolean> {
    const known = await this.#states.findById(documentId).lean()
    return known?.state === stateOf(live)
  }

  async store(documentId: DocumentId, live: LiveText): Promise<void> {
    await this.#states.updateOne({ _id: documentId }, { $set: { state: stateOf(live) } }, { upsert: true })
  }
}

/** Deletions leave the vector as it is, and equal texts may be made of other characters: it takes both. */
function stateOf({ stateVector, index }: LiveText): string {
  return createHash('sha256').update(stateVector).update('\n').update(index.text).digest('base64')
}
