import { shareInOrder } from './context.js'
import { thresholds } from './thresholds.js'
import { wordList } from './words.js'

/** Whether enough of a passage's words stand in other words, which are not much more: the measures of the map. */
export function isRewording(exact: string, words: string): boolean {
  const wanted = wordList(exact)
  const found = wordList(words)
  const { factor, words: more } = thresholds.stretch
  if (found.length > wanted.length * factor + more) return false
  return (shareInOrder(wanted, found) ?? 0) >= leastShare(wanted.length)
}

/** Least share of the words that must be there, by their number. */
export function leastShare(words: number): number {
  const { mappedShare, passageWords } = thresholds
  if (words <= passageWords.one) return mappedShare.one
  return words <= passageWords.few ? mappedShare.few : mappedShare.many
}
