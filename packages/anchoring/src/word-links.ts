import type { Words } from './words.js'

/**
 * Two texts as numbers, one for each different word, and which word of the one is which word of the other. A word has
 * at most one counterpart; -1 means none (yet).
 */
export class WordLinks {
  readonly origin: Int32Array
  readonly current: Int32Array
  readonly to: Int32Array
  readonly from: Int32Array

  constructor(origin: Words, current: Words) {
    const numbers = new Map<string, number>()
    const numberOf = (word: string): number => {
      const known = numbers.get(word)
      if (known !== undefined) return known
      numbers.set(word, numbers.size)
      return numbers.size - 1
    }
    this.origin = Int32Array.from(origin.words, numberOf)
    this.current = Int32Array.from(current.words, numberOf)
    this.to = new Int32Array(this.origin.length).fill(-1)
    this.from = new Int32Array(this.current.length).fill(-1)
  }

  link(originWord: number, currentWord: number): void {
    this.to[originWord] = currentWord
    this.from[currentWord] = originWord
  }

  /** Counterpart of a word of the origin; -1 for none and outside the text. */
  counterpart(originWord: number): number {
    return this.to[originWord] ?? -1
  }

  /** Whether two words are the same and both still without counterpart. */
  fits(originWord: number, currentWord: number): boolean {
    return (
      this.to[originWord] === -1 &&
      this.from[currentWord] === -1 &&
      this.origin[originWord] === this.current[currentWord]
    )
  }

  /** Links a run of `length` words and goes on to both sides as long as words fit. */
  linkRun(originStart: number, currentStart: number, length: number): void {
    for (let step = 0; step < length; step++) this.link(originStart + step, currentStart + step)
    this.extend(originStart, currentStart, length)
  }

  extend(originStart: number, currentStart: number, length: number): void {
    for (let back = 1; this.fits(originStart - back, currentStart - back); back++)
      this.link(originStart - back, currentStart - back)
    for (let on = length; this.fits(originStart + on, currentStart + on); on++)
      this.link(originStart + on, currentStart + on)
  }
}
