import { stemmer as stemEnglish } from '@orama/stemmers/english'
import { stemmer as stemGerman } from '@orama/stemmers/german'

/**
 * What a word is found by. A contribution may be German or English, and nobody says which, so a word stands under its
 * stem in both; typing without umlauts finds words with them.
 */
export function termsOf(word: string): string[] {
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
