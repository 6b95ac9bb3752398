import type { Blackening } from '@randnotiz/contract/answers/exports/blackening'
import {
  type ContributionPart,
  ContributionPart as Parts,
  type Piece,
} from '@randnotiz/contract/answers/piece'
import type { ContributionWords } from '../excerpt.js'

/** Stands for words that go nowhere; it does not tell how many they were. */
export const blackBar = '█████'

/**
 * The words of a contribution as others may have them. What was blackened is gone, not covered, and wherever the same
 * words stand once more they are gone too. When the author has changed the words since somebody looked, all of them
 * are: nobody knows where in the new ones the old ones are.
 */
export type ReadableWords = {
  words: ContributionWords
  /** The words of one point in reading order; everything for the whole contribution. */
  excerpt(pieces: readonly Piece[]): ContributionWords
  /** Where a piece of the words is in the readable ones; what is hidden of it is a bar there. */
  moved(piece: Piece): Piece
  blackened: 'nothing' | 'passages' | 'everything'
  /** A text beside the contribution, without the same words where they stand in it too. */
  beside(text: string): string
}

export function blackenedWords(
  { edition, ...words }: ContributionWords & { edition: number },
  blackening: Pick<Blackening, 'edition' | 'pieces'> | null,
): ReadableWords {
  const pieces = blackening?.pieces ?? []
  const everything = pieces.length > 0 && blackening?.edition !== edition
  const hidden = everything ? null : patternOf(pieces.map(piece => slice(words, piece)))
  const bars: Record<ContributionPart, Range[]> = { body: [], reason: [], instead: [], replacement: [] }
  for (const part of Parts.options) {
    const text = words[part] ?? ''
    const marked = everything ? [{ start: 0, end: text.length }] : pieces.filter(piece => piece.part === part)
    bars[part] = merged([...marked, ...occurrences(text, hidden)].map(range => wholeSigns(text, range)))
  }
  const read = (part: ContributionPart, range: Range = everywhere) => {
    const text = words[part]
    return text === null ? null : withBars(text, range, bars[part])
  }
  const whole: ContributionWords = {
    body: read('body'),
    reason: read('reason'),
    instead: read('instead'),
    replacement: read('replacement'),
  }
  return {
    words: whole,
    excerpt: of => (of.length === 0 ? whole : excerpt(of, read)),
    moved: ({ part, start, end }) => ({
      part,
      start: movedBy(bars[part], start, 'start'),
      end: movedBy(bars[part], end, 'end'),
    }),
    blackened: everything ? 'everything' : pieces.length > 0 ? 'passages' : 'nothing',
    beside: text => (hidden === null ? text : text.replace(hidden, blackBar)),
  }
}

/** In UTF-16 units. */
type Range = { start: number; end: number }
const everywhere: Range = { start: 0, end: Number.MAX_SAFE_INTEGER }

/** Shorter ones are words like any other. */
const shortestWords = 3

const slice = (words: ContributionWords, { part, start, end }: Piece) =>
  words[part]?.slice(start, end).trim() ?? ''

/** Finds words again however they are capitalized, and wherever their lines break. */
function patternOf(slices: readonly string[]): RegExp | null {
  const long = slices.filter(({ length }) => length >= shortestWords)
  if (long.length === 0) return null
  const alternatives = long
    .toSorted((a, b) => b.length - a.length)
    .map(words => words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/g, '\\s+'))
  // By UTF-16 units, as pieces are: one may end within a sign.
  return new RegExp(alternatives.join('|'), 'gi')
}

const occurrences = (text: string, pattern: RegExp | null): Range[] =>
  pattern === null
    ? []
    : [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }))

const isWithinSign = (text: string, offset: number) =>
  offset > 0 && /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(offset - 1, offset + 1))

/** Half an emoji is none. */
const wholeSigns = (text: string, { start, end }: Range): Range => ({
  start: isWithinSign(text, start) ? start - 1 : start,
  end: isWithinSign(text, end) ? end + 1 : end,
})

/** In their order; those that touch are one. */
function merged(ranges: readonly Range[]): Range[] {
  const result: Range[] = []
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else if (end > start) result.push({ start, end })
  }
  return result
}

function excerpt(
  pieces: readonly Piece[],
  read: (part: ContributionPart, range: Range) => string | null,
): ContributionWords {
  const of = (part: ContributionPart) => {
    const own = pieces.filter(piece => piece.part === part).toSorted((a, b) => a.start - b.start)
    const texts = own.flatMap(range => read(part, range)?.trim() ?? [])
    return texts.length === 0 ? null : texts.join(' … ')
  }
  return { body: of('body'), reason: of('reason'), instead: of('instead'), replacement: of('replacement') }
}

function withBars(text: string, range: Range, bars: readonly Range[]): string {
  const to = Math.min(range.end, text.length)
  let result = ''
  let at = range.start
  for (const { start, end } of bars) {
    if (end <= at || start >= to) continue
    result += text.slice(at, Math.max(at, start)) + blackBar
    at = end
  }
  return result + text.slice(at, Math.max(at, to))
}

function movedBy(bars: readonly Range[], offset: number, side: keyof Range): number {
  let moved = offset
  for (const { start, end } of bars) {
    if (offset <= start) break
    // Whatever ends within a bar has all of it.
    if (offset < end) return moved - offset + start + (side === 'end' ? blackBar.length : 0)
    moved += blackBar.length - (end - start)
  }
  return moved
}
