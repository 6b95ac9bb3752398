import type { Blackening } from '@randnotiz/contract/answers/exports/blackening'
import type { ContributionPart, Piece } from '@randnotiz/contract/answers/piece'
import type { ContributionWords } from '../excerpt.js'

/** Stands for words that go into no file; it does not tell how many they were. */
export const blackBar = '█████'

/**
 * The words of a contribution as files may have them. What was blackened is gone, not covered. When the author has
 * changed the words since somebody looked, all of them are: nobody knows where in the new ones the old ones are.
 */
export type ReadableWords = {
  words: ContributionWords
  /** The words of one point in reading order; everything for the whole contribution. */
  excerpt(pieces: readonly Piece[]): ContributionWords
  blackened: 'nothing' | 'passages' | 'everything'
  /** A text beside the contribution, without the same words where they stand in it too. */
  beside(text: string): string
}

const parts: readonly ContributionPart[] = ['body', 'reason', 'instead', 'replacement']

export function blackenedWords(
  { edition, ...words }: ContributionWords & { edition: number },
  blackening: Blackening | null,
): ReadableWords {
  const pieces = blackening?.pieces ?? []
  const everything = blackening !== null && pieces.length > 0 && blackening.edition !== edition
  const bars = everything ? parts.map(part => ({ part, start: 0, end: Number.MAX_SAFE_INTEGER })) : pieces
  const read = (part: ContributionPart, from = 0, to = Number.MAX_SAFE_INTEGER) => {
    const text = words[part]
    return text === null
      ? null
      : withBars(
          text,
          { from, to },
          bars.filter(bar => bar.part === part),
        )
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
    blackened: everything ? 'everything' : pieces.length > 0 ? 'passages' : 'nothing',
    beside: text => withoutWords(text, everything ? [] : pieces.map(piece => slice(words, piece))),
  }
}

/** Shorter ones are words like any other. */
const shortestWords = 3

const slice = (words: ContributionWords, { part, start, end }: Piece) =>
  words[part]?.slice(start, end).trim() ?? ''

function withoutWords(text: string, slices: readonly string[]): string {
  return slices
    .filter(({ length }) => length >= shortestWords)
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, words) => rest.replaceAll(words, blackBar), text)
}

function excerpt(
  pieces: readonly Piece[],
  read: (part: ContributionPart, from: number, to: number) => string | null,
): ContributionWords {
  const of = (part: ContributionPart) => {
    const own = pieces.filter(piece => piece.part === part).toSorted((a, b) => a.start - b.start)
    const texts = own.flatMap(({ start, end }) => read(part, start, end)?.trim() ?? [])
    return texts.length === 0 ? null : texts.join(' … ')
  }
  return { body: of('body'), reason: of('reason'), instead: of('instead'), replacement: of('replacement') }
}

type Range = { from: number; to: number }

function withBars(text: string, { from, to }: Range, bars: readonly Piece[]): string {
  let result = ''
  let at = from
  for (const { start, end } of bars.toSorted((a, b) => a.start - b.start)) {
    if (end <= at || start >= Math.min(to, text.length)) continue
    result += text.slice(at, Math.max(at, start))
    // Two bars that touch are one.
    if (!result.endsWith(blackBar) || start > at) result += blackBar
    at = end
  }
  return result + text.slice(at, Math.max(at, Math.min(to, text.length)))
}
