import { CommandId } from '@randnotiz/contract/kit/ids'
import { type AnnotationWords, type Contribution, noWords } from '../writing/contribution.js'
import type { DeviceStorage } from '../writing/contribution-store.js'
import { aDocumentId } from './an-annotation.js'

export function someWords(body: string): AnnotationWords {
  return { type: 'annotation', passage: null, kind: 'idea', ...noWords, body }
}

export function aContribution(words = someWords('Mehr Bänke bitte')): Contribution {
  return {
    commandId: CommandId.parse(crypto.randomUUID()),
    documentId: aDocumentId,
    author: null,
    intake: null,
    startedAt: new Date().toISOString(),
    words,
    state: { type: 'draft' },
  }
}

/** The browser's storage as a map; `full` makes it refuse to keep anything. */
export function memoryStorage(kept = new Map<string, string>()): DeviceStorage & { full: boolean } {
  return {
    full: false,
    get length() {
      return kept.size
    },
    key: number => [...kept.keys()][number] ?? null,
    getItem: key => kept.get(key) ?? null,
    setItem(key, value) {
      if (this.full) throw new DOMException('quota', 'QuotaExceededError')
      kept.set(key, value)
    },
    removeItem: key => void kept.delete(key),
  }
}
