/**
 * Choosing a passage without selecting text: the sentences of one block, a first and a last one. Choosing a first
 * sentence behind the last one moves the last one along, so that a choice is always a passage.
 */
import type { TextRange } from '@randnotiz/contract/annotations/target'
import { type Sentence, sentencesOf } from '@randnotiz/document-schema/sentences'

/** A block of text and where it starts in the flat text. */
export type Line = { text: string; start: number }

export type SentenceChoice = { type: 'block' } | { type: 'sentences'; first: number; last: number }

export const wholeBlock: SentenceChoice = { type: 'block' }

/** The sentences to choose from; none for a block of a single sentence, which is chosen as a whole. */
export function choosableSentences(line: Line): Sentence[] {
  const sentences = sentencesOf(line.text)
  return sentences.length > 1 ? sentences : []
}

export function chooseFirst(choice: SentenceChoice, first: number): SentenceChoice {
  const last = choice.type === 'sentences' ? Math.max(choice.last, first) : first
  return { type: 'sentences', first, last }
}

export function chooseLast(choice: SentenceChoice, last: number): SentenceChoice {
  const first = choice.type === 'sentences' ? Math.min(choice.first, last) : last
  return { type: 'sentences', first, last }
}

/** The chosen passage in the flat text; null for a block without words. */
export function chosenRange(line: Line, choice: SentenceChoice): TextRange | null {
  const sentences = sentencesOf(line.text)
  const first = choice.type === 'block' ? sentences.at(0) : sentences[choice.first]
  const last = choice.type === 'block' ? sentences.at(-1) : sentences[choice.last]
  if (first === undefined || last === undefined) return null
  return { start: line.start + first.start, end: line.start + last.end }
}
