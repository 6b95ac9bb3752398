import { foldText } from './fold.js'

const wordPattern = /[\p{L}\p{M}\p{N}\u00ad]+|[§%€$]/gu
const wordAtStart = /^[\p{L}\p{M}\p{N}\u00ad]/u
const wordAtEnd = /[\p{L}\p{M}\p{N}\u00ad]$/u
const anyWord = /[\p{L}\p{N}§%€$]/u
const ascii = /^[\x20-\x7e]*$/

/**
 * The words of a text in order, folded and in small letters, with their places (UTF-16 units). Punctuation and white
 * space count for nothing; the signs that carry meaning in a concept (§ % € $) are words.
 */
export type Words = {
  text: string
  words: string[]
  starts: Uint32Array
  ends: Uint32Array
}

export function wordsOf(text: string): Words {
  const matches = [...text.matchAll(wordPattern)]
  return {
    text,
    words: matches.map(match => foldWord(match[0])),
    starts: Uint32Array.from(matches, match => match.index),
    ends: Uint32Array.from(matches, match => match.index + match[0].length),
  }
}

/** The words of a context or a quote, without places. */
export function wordList(text: string): string[] {
  return (text.match(wordPattern) ?? []).map(foldWord)
}

export function hasWord(text: string): boolean {
  return anyWord.test(text)
}

export function startsInWord(text: string): boolean {
  return wordAtStart.test(text)
}

export function endsInWord(text: string): boolean {
  return wordAtEnd.test(text)
}

/** Index of the first word that ends behind an offset; the number of words when there is none. */
export function firstWordBehind(words: Words, offset: number): number {
  let low = 0
  let high = words.words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words.ends[middle] ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low
}

function foldWord(word: string): string {
  return ascii.test(word) ? word.toLowerCase() : foldText(word).toLowerCase()
}
