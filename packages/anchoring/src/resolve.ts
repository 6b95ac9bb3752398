import type { Quote } from '@randnotiz/contract/annotations/target'
import { confirmCrdt } from './confirm-crdt.js'
import { QuoteSearch } from './find-quote.js'
import { foldText } from './fold.js'
import { mapPassage } from './map-passage.js'
import { fitOf, type TextRange } from './text-range.js'
import { thresholds } from './thresholds.js'
import { VersionMap } from './version-map.js'
import { type Words, wordsOf } from './words.js'

/** A passage of a version. `text` is the whole text it was made on, null when only the quote came along. */
export type Anchor = { quote: Quote; range: TextRange; text: string | null }

/** What is known about the present place beside the words. */
export type Hints = {
  /** Where the CRDT range points, when both its ends live. */
  crdt?: TextRange | undefined
  /** Where the passage was when it was last found, and in which text. */
  last?: { text: string; range: TextRange } | undefined
}

export type ResolvedPassage =
  | {
      /** `exact`: the folded text is the quote. `suggested` is not to be painted before a person has looked. */
      status: 'exact' | 'changed' | 'suggested'
      range: TextRange
      method: 'crdt' | 'version-map' | 'quote' | 'unique-quote'
      /** From 0 to 1. */
      confidence: number
    }
  | { status: 'orphaned' }

type Found = Exclude<ResolvedPassage, { status: 'orphaned' }>

/**
 * Finds passages of earlier versions in a text, on a ladder from proof to guess; the first rung that holds wins:
 *   1. the CRDT range, when the words and the words around them are the quote's
 *   2. the version map from the text the passage was made on
 *   3. the version map from the text it was last found in
 *   4. strict search for the quote with its context, when its own version is not at hand
 *   5. a long quote that occurs once: suggested
 * Whoever is found nowhere is an orphan, and is asked again after the next change. Offsets are UTF-16 units. One
 * resolver serves many passages: it splits its text once and keeps one map for each version it is asked about.
 */
export class PassageResolver {
  readonly #text: string
  readonly #maps = new Map<string, VersionMap>()
  #words: Words | null = null
  #search: QuoteSearch | null = null

  constructor(text: string) {
    this.#text = text
  }

  resolve(anchor: Anchor, { crdt, last }: Hints = {}): ResolvedPassage {
    return (
      this.#byCrdt(anchor, crdt) ??
      this.#byMap(anchor, anchor) ??
      (last && this.#byMap(anchor, last)) ??
      this.#byQuote(anchor) ??
      this.#byUniqueQuote(anchor) ?? { status: 'orphaned' }
    )
  }

  #byCrdt({ quote }: Anchor, crdt: TextRange | undefined): Found | null {
    if (crdt === undefined || !confirmCrdt(quote, this.#text, crdt)) return null
    return { status: 'exact', range: crdt, method: 'crdt', confidence: 1 }
  }

  #byMap({ quote }: Anchor, { text, range }: { text: string | null; range: TextRange }): Found | null {
    if (text === null || fitOf(text, range) !== 'fits') return null
    if (text === this.#text) return this.#found(quote, { range, method: 'version-map', confidence: 1 })
    const mapped = mapPassage(this.#mapFrom(text), range)
    if (mapped === null) return null
    const found = { range: mapped.range, method: 'version-map', confidence: mapped.share } as const
    return mapped.sure ? this.#found(quote, found) : { ...found, status: 'suggested' }
  }

  /** Where the own version is known and the map finds nothing, the words are gone: the same ones elsewhere are others. */
  #byQuote({ quote, text }: Anchor): Found | null {
    if (text !== null) return null
    const found = this.#quoteSearch().find(quote)
    if (found === null) return null
    const placed = { ...found, method: 'quote' } as const
    return found.confidence >= thresholds.quoteContext.sure
      ? this.#found(quote, placed)
      : { ...placed, status: 'suggested' }
  }

  #byUniqueQuote({ quote }: Anchor): Found | null {
    const found = this.#quoteSearch().findUnique(quote)
    return found && { ...found, status: 'suggested', method: 'unique-quote' }
  }

  #found(quote: Quote, found: Omit<Found, 'status'>): Found {
    const text = this.#text.slice(found.range.start, found.range.end)
    const same = text === quote.exact || foldText(text) === foldText(quote.exact)
    return { ...found, status: same ? 'exact' : 'changed' }
  }

  #mapFrom(origin: string): VersionMap {
    const known = this.#maps.get(origin)
    if (known) return known
    this.#words ??= wordsOf(this.#text)
    const map = new VersionMap(wordsOf(origin), this.#words)
    this.#maps.set(origin, map)
    return map
  }

  #quoteSearch(): QuoteSearch {
    this.#search ??= new QuoteSearch(this.#text)
    return this.#search
  }
}

/** One passage in one text; many passages are cheaper with one `PassageResolver`. */
export function resolvePassage(anchor: Anchor, current: string, hints?: Hints): ResolvedPassage {
  return new PassageResolver(current).resolve(anchor, hints)
}
