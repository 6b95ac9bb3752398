import { stemmer as stemEnglish } from '@orama/stemmers/english'
import { stemmer as stemGerman } from '@orama/stemmers/german'

/**
 * What a word is found by. A contribution may be German or English, and nobody says which, so a word stands under its
 * stem in both; typing without umlauts finds words with them.
 */
export function termsOf(word: string): readonly string[] {
  const known = knownTerms.get(word)
  if (known) return known
  const terms = stemmed(word)
  if (knownTerms.size >= mostKnown) knownTerms.clear()
  knownTerms.set(word, terms)
  return terms
}

/** People write the same few thousand words again and again, and stemming one takes longer than all else about it. */
const knownTerms = new Map<string, readonly string[]>()
const mostKnown = 20_000

function stemmed(word: string): readonly string[] {
  const folded = word.normalize('NFKC').toLowerCase()
  const plain = withoutUmlauts(folded)
  return [
    ...new Set([folded, stemGerman(folded), stemEnglish(folded), plain, withoutUmlauts(stemGerman(folded))]),
  ]
}

function withoutUmlauts(word: string): string {
  return word
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
}
