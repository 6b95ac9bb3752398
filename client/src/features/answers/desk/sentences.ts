import type { ContributionPart, Piece } from '@randnotiz/contract/answers/piece'

export const parts: readonly ContributionPart[] = ['body', 'reason', 'instead', 'replacement']

/** Where the sentences of one part of a contribution begin and end. */
export function sentencesOf(part: ContributionPart, text: string | null): Piece[] {
  if (text === null) return []
  return [...text.matchAll(/[^.!?\n]+[.!?]*/g)].flatMap(({ 0: words, index }) => {
    const start = index + (words.length - words.trimStart().length)
    const end = start + words.trim().length
    return start < end ? [{ part, start, end }] : []
  })
}

export const isSame = (a: Piece, b: Piece) => a.part === b.part && a.start === b.start && a.end === b.end

export const overlaps = (a: Piece, b: Piece) => a.part === b.part && a.start < b.end && b.start < a.end

/** Neighbouring sentences become one piece, with what stands between them. */
export function joined(pieces: readonly Piece[], textOf: (part: ContributionPart) => string | null): Piece[] {
  const whole: Piece[] = []
  for (const piece of pieces.toSorted(inOrder)) {
    const last = whole.at(-1)
    const between = last && (textOf(piece.part) ?? '').slice(last.end, piece.start)
    if (last && last.part === piece.part && between?.trim() === '')
      whole.splice(-1, 1, { ...last, end: piece.end })
    else whole.push(piece)
  }
  return whole
}

const inOrder = (a: Piece, b: Piece) => parts.indexOf(a.part) - parts.indexOf(b.part) || a.start - b.start
