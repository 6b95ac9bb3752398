import type { ContributionPart, Piece } from '@randnotiz/contract/answers/piece'

/** The parts of a contribution that can be answered; null where there is none. */
export type ContributionWords = Record<ContributionPart, string | null>

const partOrder: readonly ContributionPart[] = ['body', 'reason', 'instead', 'replacement']

/** The words of some pieces in reading order; null where one lies outside of what is there. */
export function excerptOf(words: ContributionWords, pieces: readonly Piece[]): string[] | null {
  const read: string[] = []
  for (const { part, start, end } of inReadingOrder(pieces)) {
    const text = words[part]
    if (text === null || end > text.length) return null
    read.push(text.slice(start, end).trim())
  }
  return read
}

/** What a point of a contribution says, for lists; the whole of it where it has no pieces. */
export function wordsOfPoint(words: ContributionWords, pieces: readonly Piece[]): string {
  const read = excerptOf(words, pieces)?.join(' … ') ?? ''
  return read === '' ? (words.body ?? '') : read
}

export function inReadingOrder(pieces: readonly Piece[]): Piece[] {
  const place = ({ part }: Piece) => partOrder.indexOf(part)
  return pieces.toSorted((a, b) => place(a) - place(b) || a.start - b.start)
}
