import { contextLength, type Quote } from '@randnotiz/contract/annotations/target'
import type { TextRange } from './text-range.js'
import { endsInWord, hasWord, startsInWord, wordList } from './words.js'

/**
 * How well the surroundings of a place agree with the surroundings of a quote: for each side the share of the
 * quote's context words that stand there again, in the same order (0–1); null where the quote has no context words.
 */
export type ContextFit = { before: number | null; after: number | null }

/** Room for words that were inserted beside the passage. */
const reach = contextLength * 2

export function contextFit(quote: Quote, text: string, range: TextRange): ContextFit {
  return { before: fitBefore(quote, text, range), after: fitAfter(quote, text, range) }
}

/** Whether the surroundings on at least one side agree well enough; a quote without surroundings needs none. */
export function contextFits(quote: Quote, text: string, range: TextRange, leastShare: number): boolean {
  const before = fitBefore(quote, text, range)
  if (before !== null && before >= leastShare) return true
  const after = fitAfter(quote, text, range)
  return after === null ? before === null : after >= leastShare
}

function fitBefore({ prefix }: Quote, text: string, { start }: TextRange): number | null {
  if (!hasWord(prefix)) return null
  if (text.endsWith(prefix, start)) return 1
  return shareInOrder(wordsBefore(prefix), wordList(text.slice(Math.max(0, start - reach), start)).reverse())
}

function fitAfter({ suffix }: Quote, text: string, { end }: TextRange): number | null {
  if (!hasWord(suffix)) return null
  if (text.startsWith(suffix, end)) return 1
  return shareInOrder(wordsAfter(suffix), wordList(text.slice(end, end + reach)))
}

/** Context words nearest first. A word that the cut through the text may have shortened does not count. */
function wordsBefore(prefix: string): string[] {
  const words = wordList(prefix).reverse()
  return isCut(prefix) && startsInWord(prefix) ? words.slice(0, -1) : words
}

function wordsAfter(suffix: string): string[] {
  const words = wordList(suffix)
  return isCut(suffix) && endsInWord(suffix) ? words.slice(0, -1) : words
}

function isCut(context: string): boolean {
  return context.length >= contextLength - 1
}

/** Length of the longest common subsequence, as a share of the wanted words. */
function shareInOrder(wanted: string[], found: string[]): number | null {
  if (wanted.length === 0) return null
  let row = new Uint16Array(found.length + 1)
  for (const word of wanted) {
    const next = new Uint16Array(found.length + 1)
    for (let column = 1; column <= found.length; column++)
      next[column] =
        found[column - 1] === word
          ? (row[column - 1] ?? 0) + 1
          : Math.max(row[column] ?? 0, next[column - 1] ?? 0)
    row = next
  }
  return (row[found.length] ?? 0) / wanted.length
}
