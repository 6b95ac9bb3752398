/** A run of letters and digits, with what joins parts of one word: hyphens, apostrophes, points in numbers. */
const word = /[\p{L}\p{N}]+(?:[-'’*.,:][\p{L}\p{N}]+)*/gu

/** How many words a text has, as a person counts them. */
export function countWords(text: string): number {
  return text.match(word)?.length ?? 0
}
