import { contextLength, type Quote } from '@randnotiz/contract/annotations/target'
import { fitOf, splitsCharacter, type TextRange } from './text-range.js'

/**
 * Quotes a passage with what stands around it: up to `contextLength` UTF-16 units on each side, one less where the
 * cut would fall inside a character. Throws a RangeError for a range that does not fit the text (see `fitOf`).
 */
export function describePassage(text: string, range: TextRange): Quote {
  const fit = fitOf(text, range)
  if (fit !== 'fits') throw new RangeError(`range ${range.start}..${range.end}: ${fit}`)
  const from = Math.max(0, range.start - contextLength)
  const to = Math.min(text.length, range.end + contextLength)
  return {
    exact: text.slice(range.start, range.end),
    prefix: text.slice(splitsCharacter(text, from) ? from + 1 : from, range.start),
    suffix: text.slice(range.end, splitsCharacter(text, to) ? to - 1 : to),
  }
}
