import type { Quote } from '@randnotiz/contract/annotations/target'
import { contextFit } from './context.js'
import { findSimilar } from './find-similar.js'
import { type Folded, fold, foldText, unfold } from './fold.js'
import type { TextRange } from './text-range.js'
import { thresholds } from './thresholds.js'

/** A place where a quote may be; `confidence` from 0 to 1. */
export type FoundQuote = { range: TextRange; confidence: number }

type Candidate = FoundQuote & { before: number; after: number }

/** A text, folded once for many searches. */
export class QuoteSearch {
  readonly #text: string
  readonly #folded: Folded

  constructor(text: string) {
    this.#text = text
    this.#folded = fold(text)
  }

  /**
   * The one place whose words and surroundings are the quote's. Strict: an occurrence counts when its context fits on
   * both sides, or entirely on one; and of several it must be better than the next by a clear margin. Without an
   * exact occurrence, quotes of some length are looked for with small differences.
   */
  find(quote: Quote): FoundQuote | null {
    const exact = foldText(quote.exact).trim()
    if (exact === '') return null
    const occurrences = this.#occurrences(exact)
    if (occurrences.length > 0) return this.#best(quote, occurrences, 1)
    const { leastLength, mostLength, errorShare } = thresholds.fuzzy
    if (exact.length < leastLength || exact.length > mostLength) return null
    const most = Math.floor(exact.length * errorShare)
    const similar = findSimilar(this.#folded.text, exact, most)
    return similar && this.#best(quote, [similar.range], 1 - similar.errors / exact.length)
  }

  /** The one occurrence of a long quote, whatever its surroundings. */
  findUnique(quote: Quote): FoundQuote | null {
    const { leastLength, leastWords, confidence } = thresholds.uniqueQuote
    const exact = foldText(quote.exact).trim()
    if (exact.length < leastLength || exact.split(' ').length < leastWords) return null
    const [only, another] = this.#occurrences(exact)
    if (only === undefined || another !== undefined) return null
    return { range: unfold(this.#folded, only), confidence }
  }

  #occurrences(exact: string): TextRange[] {
    const { text } = this.#folded
    const found: TextRange[] = []
    for (let start = text.indexOf(exact); start >= 0; start = text.indexOf(exact, start + 1)) {
      const range = { start, end: start + exact.length }
      if (standsAlone(text, range)) found.push(range)
      if (found.length === thresholds.mostOccurrences) break
    }
    return found
  }

  #best(quote: Quote, places: TextRange[], likeness: number): FoundQuote | null {
    const candidates = places
      .map(place => this.#judge(quote, unfold(this.#folded, place), likeness))
      .toSorted((one, other) => other.confidence - one.confidence)
    const [best, next] = candidates
    const { bothSides, oneSide, margin } = thresholds.quoteContext
    if (best === undefined || (next !== undefined && best.confidence - next.confidence < margin)) return null
    const fits =
      Math.min(best.before, best.after) >= bothSides || Math.max(best.before, best.after) >= oneSide
    return fits ? { range: best.range, confidence: best.confidence } : null
  }

  #judge(quote: Quote, range: TextRange, likeness: number): Candidate {
    const fit = contextFit(quote, this.#text, range)
    const before = (fit.before ?? fit.after)?.share ?? 0
    const after = (fit.after ?? fit.before)?.share ?? 0
    return { range, before, after, confidence: likeness * ((before + after) / 2) }
  }
}

const inWord = /[\p{L}\p{N}]/u

/** Not the inside of a longer word. */
function standsAlone(text: string, { start, end }: TextRange): boolean {
  return !joins(text, start) && !joins(text, end)
}

function joins(text: string, offset: number): boolean {
  return inWord.test(text[offset - 1] ?? '') && inWord.test(text[offset] ?? '')
}
