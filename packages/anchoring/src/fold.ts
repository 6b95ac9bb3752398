import type { TextRange } from './text-range.js'

/**
 * Folding takes from a text what a typist, an editor's autocorrection or an import may change without changing what
 * is said: Unicode composition, the shape of quotation marks and dashes, soft hyphens and other invisible marks, the
 * kind and amount of white space, and sharp s where the spelling reform moved it. Capitals stay.
 *
 * Every folded unit remembers the stretch of original text it stands for, so that a range found in the folded text
 * leads back to whole characters of the original.
 *
 * Sharp s: `ß` becomes `ss` unless a vowel follows. At the end of a word and before consonants the two spellings mean
 * the same word ("daß", "muß", "wußte"); between vowels they tell words apart ("Maße" and "Masse"), so there it stays.
 */
export type Folded = {
  text: string
  /** Offset in the original where the stretch behind each folded unit starts, in UTF-16 units. */
  starts: Uint32Array
  /** Offset in the original where that stretch ends. */
  ends: Uint32Array
}

const foldedCharacters = new Map<string, string>([
  ...pairs('„“”‟«»″', '"'),
  ...pairs('‚‘’‛‹›′', "'"),
  ...pairs('‐‑‒–—―−', '-'),
  ['…', '...'],
])

const whiteSpace = /^\s$/
const invisible = /^[\u00ad\u200b\u200c\u2060\ufeff]$/
const vowel = /^[aeiouyäöüáàâéèêíìîóòôúùû]$/i

/** One character with its combining marks, or a run of conjoining Hangul: what composition may join. */
const cluster = /[\u1100-\u11ff]+|[\s\S][\p{M}]*/gu
const plain = /^[\x21-\x7e]$/

export function fold(text: string): Folded {
  const out = new FoldedWriter(text.length)
  for (const match of text.matchAll(cluster)) {
    const written = match[0]
    const end = match.index + written.length
    if (plain.test(written)) out.write(written, match.index, end)
    else if (invisible.test(written)) continue
    else if (whiteSpace.test(written)) out.writeSpace(match.index, end)
    else out.write(foldCluster(written, text.slice(end, end + 1)), match.index, end)
  }
  return out.done()
}

/** The folded text alone, for comparing. */
export function foldText(text: string): string {
  return fold(text).text
}

/** Where a range of the folded text lies in the original. An empty range has no place. */
export function unfold(folded: Folded, range: TextRange): TextRange {
  const start = folded.starts[range.start]
  const end = folded.ends[range.end - 1]
  if (start === undefined || end === undefined || start >= end)
    throw new RangeError(`no original for folded range ${range.start}..${range.end}`)
  return { start, end }
}

function foldCluster(written: string, following: string): string {
  const composed = written.normalize('NFC')
  if (composed === 'ß' || composed === 'ẞ') return vowel.test(following) ? 'ß' : 'ss'
  return foldedCharacters.get(composed) ?? composed
}

function pairs(characters: string, folded: string): [string, string][] {
  return [...characters].map(character => [character, folded])
}

class FoldedWriter {
  #parts: string[] = []
  #length = 0
  #starts: Uint32Array
  #ends: Uint32Array
  #afterSpace = false

  constructor(expectedLength: number) {
    this.#starts = new Uint32Array(expectedLength + 16)
    this.#ends = new Uint32Array(expectedLength + 16)
  }

  write(folded: string, start: number, end: number): void {
    this.#reserve(folded.length)
    this.#starts.fill(start, this.#length, this.#length + folded.length)
    this.#ends.fill(end, this.#length, this.#length + folded.length)
    this.#length += folded.length
    this.#parts.push(folded)
    this.#afterSpace = false
  }

  /** White space directly after white space widens the one before. */
  writeSpace(start: number, end: number): void {
    if (this.#afterSpace) this.#ends[this.#length - 1] = end
    else this.write(' ', start, end)
    this.#afterSpace = true
  }

  done(): Folded {
    return {
      text: this.#parts.join(''),
      starts: this.#starts.slice(0, this.#length),
      ends: this.#ends.slice(0, this.#length),
    }
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#starts.length) return
    this.#starts = grown(this.#starts, more)
    this.#ends = grown(this.#ends, more)
  }
}

function grown(values: Uint32Array, more: number): Uint32Array {
  const larger = new Uint32Array(values.length * 2 + more)
  larger.set(values)
  return larger
}
