import { evidenceOf } from './evidence.js'
import { leastShare } from './rewording.js'
import { hasRivalBlock } from './rival-block.js'
import type { TextRange } from './text-range.js'
import { thresholds } from './thresholds.js'
import type { VersionMap } from './version-map.js'
import { type Chain, longestChain, type WordSpan } from './word-chain.js'
import { firstWordBehind } from './words.js'

/** Where a passage went. `sure` is false when it should only be suggested; `share` of its words was found (0–1). */
export type MappedPassage = { range: TextRange; share: number; sure: boolean }

/**
 * Follows a passage of the origin through the map. Enough of its words must have counterparts that stand together, and
 * there must be evidence that it is the same place and not the same words elsewhere. It is sure when both sides
 * enclose it, or when some surroundings moved along and most of its words did, and no other block has as good a claim
 * to the place; otherwise it is only suggested, as is what little is left of it between its own neighbours.
 */
export function mapPassage(map: VersionMap, range: TextRange): MappedPassage | null {
  const span = spanOf(map, range)
  if (span === null) return null
  const chain = longestChain(map.links, span)
  if (chain === null) return null
  const length = span.last - span.first + 1
  const share = chain.words / length
  if (share < thresholds.restShare) return null
  const evidence = evidenceOf(map, span, chain)
  if (evidence === 'none') return null
  const isRest = share < leastShare(length)
  if (isRest && evidence !== 'enclosed') return null
  const placed = evidence === 'enclosed' || (evidence === 'along' && share >= thresholds.sureShare)
  const current = withReplacedEdges(map, span, chain)
  return {
    range: rangeOf(map, { range, span, current }),
    share,
    sure: placed && !isRest && !hasRivalBlock(map, span, chain),
  }
}

function spanOf({ origin }: VersionMap, range: TextRange): WordSpan | null {
  const first = firstWordBehind(origin, range.start)
  const behind = firstWordBehind(origin, range.end - 1)
  const last = (origin.starts[behind] ?? Infinity) < range.end ? behind : behind - 1
  return first <= last ? { first, last } : null
}

/** Lost words at an edge were replaced when just a few others stand between the chain and the next linked word. */
function withReplacedEdges({ links }: VersionMap, span: WordSpan, { origin, current }: Chain): WordSpan {
  const edges = { ...current }
  const lostBefore = origin.first - span.first
  const before = links.counterpart(span.first - 1)
  const roomBefore = current.first - before - 1
  if (lostBefore > 0 && before >= 0 && roomBefore >= 0 && roomBefore <= 2 * lostBefore + 1)
    edges.first = before + 1
  const lostAfter = span.last - origin.last
  const after = links.counterpart(span.last + 1)
  const roomAfter = after - current.last - 1
  if (lostAfter > 0 && roomAfter >= 0 && roomAfter <= 2 * lostAfter + 1) edges.last = after - 1
  return edges
}

type Placed = { range: TextRange; span: WordSpan; current: WordSpan }

/** Offsets of the found words, with the signs beside them, or without the part of a word, that the passage had. */
function rangeOf(map: VersionMap, { range, span, current }: Placed): TextRange {
  const { origin, current: now } = map
  const start = now.starts[current.first] ?? 0
  const end = now.ends[current.last] ?? 0
  const startBesideWord = range.start - (origin.starts[span.first] ?? 0)
  const endBesideWord = range.end - (origin.ends[span.last] ?? 0)
  const head = origin.text.slice(range.start, range.start - startBesideWord)
  const tail = origin.text.slice(range.end - endBesideWord, range.end)
  const headStays = startBesideWord < 0 && now.text.endsWith(head, start)
  const tailStays = endBesideWord > 0 && now.text.startsWith(tail, end)
  const startsInside = startBesideWord > 0 && sameWord(map, span.first, current.first)
  const endsInside = endBesideWord < 0 && sameWord(map, span.last, current.last)
  return {
    start: headStays || startsInside ? start + startBesideWord : start,
    end: tailStays || endsInside ? end + endBesideWord : end,
  }
}

/** Letter by letter, so that offsets inside the one are offsets inside the other. */
function sameWord({ origin, current }: VersionMap, originWord: number, currentWord: number): boolean {
  const word = origin.text.slice(origin.starts[originWord], origin.ends[originWord])
  return current.text.slice(current.starts[currentWord], current.ends[currentWord]) === word
}
