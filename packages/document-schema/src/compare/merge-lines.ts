/** Two lines in one, word by word. A word with other marks, or with a link to elsewhere, is another word. */
import { type ContentMark, type ContentPiece, isText, sameJson } from '../content/content-node.js'
import { sequenceDifference } from '../content/sequence-difference.js'
import { tokensOf } from '../content/words.js'
import type { Change, MergedPiece } from './merged-block.js'

interface Token {
  readonly key: string
  readonly text: string | null
  readonly marks: readonly ContentMark[]
}

/** Where less than this share of the words stayed, the line is shown as another one, not as shreds. */
const leastCommon = 0.25

export function mergeLines(before: readonly ContentPiece[], after: readonly ContentPiece[]): MergedPiece[] {
  const old = tokensIn(before)
  const fresh = tokensIn(after)
  const steps = sequenceDifference(
    old.map(token => token.key),
    fresh.map(token => token.key),
  )
  const pieces = steps.flatMap(step => [
    ...old.slice(...step.before).map(pieceOf(step.same ? 'same' : 'removed')),
    ...(step.same ? [] : fresh.slice(...step.after).map(pieceOf('added'))),
  ])
  return isShredded(pieces)
    ? joined([...old.map(pieceOf('removed')), ...fresh.map(pieceOf('added'))])
    : joined(withoutLonelySigns(withSpaceBehind(pieces)))
}

/** Of `a [b ]c` and `a[ b] c`, which say the same, people expect the first. */
function withSpaceBehind(pieces: readonly MergedPiece[]): MergedPiece[] {
  const result = [...pieces]
  for (let start = 0; start < result.length; start++) {
    const first = result[start]
    if (first === undefined || first.change === 'same' || first.text?.trim() !== '') continue
    if ((result[start - 1]?.change ?? 'same') !== 'same') continue
    let end = start
    while (result[end]?.change === first.change) end++
    const next = result[end]
    if (next?.change !== 'same' || next.text !== first.text || !sameJson(next.marks, first.marks)) continue
    result.splice(end, 1, first)
    result.splice(start, 1, next)
  }
  return result
}

/** The whole line as it came or went. */
export function wholeLine(pieces: readonly ContentPiece[], change: Change): MergedPiece[] {
  return joined(tokensIn(pieces).map(pieceOf(change)))
}

function tokensIn(pieces: readonly ContentPiece[]): Token[] {
  return pieces.flatMap((piece): Token[] => {
    if (!isText(piece)) return [{ key: '\n', text: null, marks: [] }]
    const marks = piece.marks ?? []
    const suffix = marks.length > 0 ? `\n${JSON.stringify(marks)}` : ''
    return tokensOf(piece.text).map(text => ({ key: ` ${text}${suffix}`, text, marks }))
  })
}

const pieceOf =
  (change: Change) =>
  ({ text, marks }: Token): MergedPiece => ({ change, text, marks })

const hasWord = ({ text }: MergedPiece): boolean => text !== null && /[\p{L}\p{N}]/u.test(text)

function isShredded(pieces: readonly MergedPiece[]): boolean {
  const words = pieces.filter(hasWord)
  const same = words.filter(({ change }) => change === 'same').length
  const longest = Math.max(count(words, 'removed'), count(words, 'added')) + same
  return same < longest * leastCommon
}

const count = (pieces: readonly MergedPiece[], change: Change): number =>
  pieces.filter(piece => piece.change === change).length

/** White space and signs that stayed between two changes belong to both of them: nobody reads them on their own. */
function withoutLonelySigns(pieces: readonly MergedPiece[]): MergedPiece[] {
  const result: MergedPiece[] = []
  for (let start = 0; start < pieces.length; ) {
    let end = start
    while (end < pieces.length && (pieces[end]?.change === 'same') === (pieces[start]?.change === 'same'))
      end++
    const run = pieces.slice(start, end)
    const lonely = run[0]?.change === 'same' && start > 0 && end < pieces.length && !run.some(isKept)
    const parts = lonely ? run.flatMap(inBoth) : run
    result.push(...parts)
    start = end
  }
  return result
}

const isKept = (piece: MergedPiece): boolean => piece.text === null || hasWord(piece)
const inBoth = (piece: MergedPiece): MergedPiece[] => [
  { ...piece, change: 'removed' },
  { ...piece, change: 'added' },
]

/** Between two stretches that stayed first all that went, then all that came; neighbours with the same marks are one. */
function joined(pieces: readonly MergedPiece[]): MergedPiece[] {
  const result: MergedPiece[] = []
  let waiting: MergedPiece[] = []
  const flush = () => {
    for (const change of ['removed', 'added'] as const)
      for (const piece of waiting) if (piece.change === change) append(result, piece)
    waiting = []
  }
  for (const piece of pieces) {
    if (piece.change !== 'same') {
      waiting.push(piece)
      continue
    }
    flush()
    append(result, piece)
  }
  flush()
  return result
}

function append(result: MergedPiece[], piece: MergedPiece): void {
  const last = result.at(-1)
  const joins =
    last !== undefined &&
    last.text !== null &&
    piece.text !== null &&
    last.change === piece.change &&
    sameJson(last.marks, piece.marks)
  if (joins) result[result.length - 1] = { ...last, text: `${last.text}${piece.text}` }
  else result.push(piece)
}
