import { contextLength, type Quote } from '@randnotiz/contract/annotations/target'
import type { TextRange } from './text-range.js'
import { endsInWord, startsInWord, wordList } from './words.js'

/**
 * How well the surroundings of a place agree with the surroundings of a quote: for each side the share of the
 * quote's context words that stand there again, in the same order (0–1); null where the quote has no context words.
 */
export type ContextFit = { before: number | null; after: number | null }

/** Room for words that were inserted beside the passage. */
const reach = contextLength * 2

export function contextFit(quote: Quote, text: string, range: TextRange): ContextFit {
  const before = text.slice(Math.max(0, range.start - reach), range.start)
  const after = text.slice(range.end, range.end + reach)
  return {
    before: text.startsWith(quote.prefix, range.start - quote.prefix.length)
      ? sameContext(quote.prefix)
      : shareInOrder(wordsBefore(quote.prefix), wordList(before).reverse()),
    after: text.startsWith(quote.suffix, range.end)
      ? sameContext(quote.suffix)
      : shareInOrder(wordsAfter(quote.suffix), wordList(after)),
  }
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

function sameContext(context: string): number | null {
  return wordList(context).length > 0 ? 1 : null
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
