import type { Piece } from '@randnotiz/contract/answers/piece'
import type { RefusalCode } from '@randnotiz/contract/kit/refusals'
import { type ContributionWords, excerptOf, inReadingOrder } from './excerpt.js'

/**
 * Null when a contribution can consist of these points: one that is the whole of it, or several with words of their own
 * that do not overlap within a point. The same words may belong to two points: a sentence can ask for two things.
 */
export function judgePieces(
  words: ContributionWords,
  points: readonly { pieces: readonly Piece[] }[],
): RefusalCode | null {
  if (points.length === 1 && points[0]?.pieces.length === 0) return null
  return points.every(({ pieces }) => isReadable(words, pieces)) ? null : 'answers/split-unfit'
}

function isReadable(words: ContributionWords, pieces: readonly Piece[]): boolean {
  const read = excerptOf(words, pieces)
  if (read === null || read.length === 0 || read.some(text => text === '')) return false
  const inOrder = inReadingOrder(pieces)
  return inOrder.every((piece, at) => {
    const before = inOrder[at - 1]
    return before === undefined || before.part !== piece.part || before.end <= piece.start
  })
}
