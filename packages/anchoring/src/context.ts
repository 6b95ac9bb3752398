import { contextLength, type Quote } from '@randnotiz/contract/annotations/target'
import type { TextRange } from './text-range.js'
import { thresholds } from './thresholds.js'
import { endsInWord, hasWord, startsInWord, wordList } from './words.js'

/**
 * How well the surroundings of a place agree with the surroundings of a quote, for each side: the share of the quote's
 * context words that stand there again, in the same order (0–1), and whether the word right beside the passage is the
 * same; null where the quote has no context words.
 */
export type ContextFit = { before: SideFit | null; after: SideFit | null }
export type SideFit = { share: number; nearest: boolean }

/** Room for words that were inserted beside the passage. */
const reach = contextLength * 2

export function contextFit(quote: Quote, text: string, range: TextRange): ContextFit {
  return { before: fitBefore(quote, text, range), after: fitAfter(quote, text, range) }
}

/**
 * Whether the words stand among their own surroundings: beside them on both sides are the same words, and on one side
 * at least half of the rest fits. Half of one side alone is no proof, since most of it may be the paragraph before.
 */
export function standsAmongItsOwn(quote: Quote, text: string, range: TextRange): boolean {
  const sides = sidesOf(quote, text, range)
  return sides.every(({ nearest }) => nearest) && (sides.length === 0 || sides.some(fitsWell))
}

/** Whether the surroundings stayed on one side at least, so that somebody may write on the other. */
export function standsBesideItsOwn(quote: Quote, text: string, range: TextRange): boolean {
  const sides = sidesOf(quote, text, range)
  return sides.length === 0 || sides.some(side => side.nearest && fitsWell(side))
}

const fitsWell = ({ share }: SideFit) => share >= thresholds.contextShare

function sidesOf(quote: Quote, text: string, range: TextRange): SideFit[] {
  const { before, after } = contextFit(quote, text, range)
  return [before, after].filter(side => side !== null)
}

function fitBefore({ prefix }: Quote, text: string, { start }: TextRange): SideFit | null {
  if (!hasWord(prefix)) return null
  if (text.endsWith(prefix, start)) return { share: 1, nearest: true }
  return sideFit(wordsBefore(prefix), wordList(text.slice(Math.max(0, start - reach), start)).reverse())
}

function fitAfter({ suffix }: Quote, text: string, { end }: TextRange): SideFit | null {
  if (!hasWord(suffix)) return null
  if (text.startsWith(suffix, end)) return { share: 1, nearest: true }
  return sideFit(wordsAfter(suffix), wordList(text.slice(end, end + reach)))
}

/** Both nearest first. */
function sideFit(wanted: string[], found: string[]): SideFit | null {
  const share = shareInOrder(wanted, found)
  return share === null ? null : { share, nearest: wanted[0] === found[0] }
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
export function shareInOrder(wanted: string[], found: string[]): number | null {
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
