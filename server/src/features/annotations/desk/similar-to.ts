import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { DocumentSummary } from '@randnotiz/contract/documents/document'
import type { AnnotationId } from '@randnotiz/contract/kit/ids'
import type { DeedParts } from '../deeds/parts.js'
import { termsOf } from '../finding/terms.js'
import { tellingWords } from './telling-words.js'

/** A contribution that may say the same, and why we think so. */
export type Similar = {
  annotation: Annotation
  document: DocumentSummary
  /** How much of what the words say is said there too, from 0 to 1. */
  score: number
  /** Shared words as they stand there, the rarest first. */
  words: string[]
  samePassage: boolean
}

const mostShown = 12
const mostWords = 6
/** What shares less is no suggestion. */
const leastScore = 0.25
/** Whoever speaks about the same sentence more often says the same. */
const passageBonus = 0.2

type Question = { id: AnnotationId; words: string; documents: readonly DocumentSummary[] }

/**
 * Compares by the words that say something, by their stems, each weighted by how seldom it is in the contributions of
 * its document: what nearly everybody writes makes nobody similar.
 */
export async function similarTo(parts: DeedParts, question: Question): Promise<Similar[]> {
  const asked = tellingWords(question.words)
  const [own] = await parts.view(await parts.annotations.byIds([question.id]), { kind: 'public' })
  const found: Similar[] = []
  for (const document of question.documents) {
    const index = await parts.indexes.of(document.id)
    const weights = new Map(asked.map(word => [word, index.rarityOf(word)]))
    const whole = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
    if (whole === 0) continue
    const sharedBy = new Map<AnnotationId, string[]>()
    for (const word of asked)
      for (const id of index.idsUsing(word)) sharedBy.set(id, [...(sharedBy.get(id) ?? []), word])
    for (const [id, shared] of sharedBy) {
      const annotation = id === question.id ? undefined : index.entry(id)?.annotation
      if (!annotation) continue
      const weightOf = (word: string) => weights.get(word) ?? 0
      const sum = shared.reduce((total, word) => total + weightOf(word), 0)
      const samePassage = own !== undefined && overlap(own, annotation)
      const score = Math.min(1, sum / whole + (samePassage ? passageBonus : 0))
      const rarest = shared.toSorted((a, b) => weightOf(b) - weightOf(a))
      const words = wordsThere(annotation, rarest)
      if (score >= leastScore && words.length >= (samePassage ? 1 : 2))
        found.push({ annotation, document, score, words, samePassage })
    }
  }
  return found.toSorted((a, b) => b.score - a.score).slice(0, mostShown)
}

/** The shared words as the other contribution writes them. */
function wordsThere({ body, reason, instead, replacement }: Annotation, shared: readonly string[]): string[] {
  const there = tellingWords([body, reason, instead, replacement].filter(words => words !== null).join('\n'))
  const stems = new Map(there.map(word => [word, new Set(termsOf(word))]))
  const matching = shared.flatMap(word => {
    const terms = termsOf(word)
    return there.find(other => terms.some(term => stems.get(other)?.has(term))) ?? []
  })
  return [...new Set(matching)].slice(0, mostWords)
}

function overlap(one: Annotation, other: Annotation): boolean {
  if (one.target.documentId !== other.target.documentId) return false
  const [a, b] = [one.resolution, other.resolution]
  return 'range' in a && 'range' in b && a.range.start < b.range.end && b.range.start < a.range.end
}
