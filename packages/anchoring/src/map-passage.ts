import type { TextRange } from './text-range.js'
import { thresholds } from './thresholds.js'
import type { VersionMap } from './version-map.js'
import { firstWordBehind } from './words.js'

/** Where a passage went. `sure` is false when it should only be suggested; `share` of its words was found (0–1). */
export type MappedPassage = { range: TextRange; share: number; sure: boolean }

/** Words `first` to `last`, both included. */
type WordSpan = { first: number; last: number }

/** The longest sequence of counterparts that stand together: so many words, from where to where on both sides. */
type Chain = { words: number; origin: WordSpan; current: WordSpan }

/**
 * Follows a passage of the origin through the map. Enough of its words must have counterparts that stand together, and
 * there must be evidence that it is the same place and not the same words elsewhere. It is sure when both sides
 * enclose it, or when some surroundings moved along and most of its words did; otherwise it is only suggested.
 */
export function mapPassage(map: VersionMap, range: TextRange): MappedPassage | null {
  const span = spanOf(map, range)
  if (span === null) return null
  const chain = longestChain(map, span)
  if (chain === null) return null
  const length = span.last - span.first + 1
  const share = chain.words / length
  if (share < leastShare(length)) return null
  const evidence = evidenceOf(map, span, chain)
  if (evidence === 'none') return null
  const sure = evidence === 'enclosed' || (evidence === 'along' && share >= thresholds.sureShare)
  const current = withReplacedEdges(map, span, chain)
  return {
    range: rangeOf(map, { range, span, current }),
    share,
    sure,
  }
}

function leastShare(words: number): number {
  const { mappedShare, passageWords } = thresholds
  if (words <= passageWords.one) return mappedShare.one
  return words <= passageWords.few ? mappedShare.few : mappedShare.many
}

function spanOf({ origin }: VersionMap, range: TextRange): WordSpan | null {
  const first = firstWordBehind(origin, range.start)
  const behind = firstWordBehind(origin, range.end - 1)
  const last = (origin.starts[behind] ?? Infinity) < range.end ? behind : behind - 1
  return first <= last ? { first, last } : null
}

function longestChain({ links }: VersionMap, { first, last }: WordSpan): Chain | null {
  let best: Chain | null = null
  for (let start = first; start <= last; start++) {
    if (best !== null && last - start + 1 <= best.words) break
    const chain = chainFrom(links.to, { first: start, last })
    if (chain !== null && chain.words > (best?.words ?? 0)) best = chain
  }
  return best
}

/** Takes every further counterpart that stands behind the one before, not too far from it and from the first. */
function chainFrom(to: Int32Array, { first, last }: WordSpan): Chain | null {
  const { stretch, stepWords } = thresholds
  const start = to[first] ?? -1
  if (start < 0) return null
  const farthest = start + Math.ceil((last - first + 1) * stretch.factor) + stretch.words
  const chain = { words: 1, origin: { first, last: first }, current: { first: start, last: start } }
  for (let word = first + 1; word <= last; word++) {
    const counterpart = to[word] ?? -1
    const step = counterpart - chain.current.last
    if (step <= 0 || counterpart >= farthest || step > stepWords + 2 * (word - chain.origin.last)) continue
    chain.words++
    chain.origin.last = word
    chain.current.last = counterpart
  }
  return chain
}

/**
 *   enclosed   the neighbours on both sides moved along
 *   along      enough of the neighbours or of the block did, or the passage stands in a long unbroken run
 *   lone-run   a run of some length that went without its surroundings
 */
type Evidence = 'enclosed' | 'along' | 'lone-run' | 'none'

/** Words of the passage's own unbroken run say nothing about its surroundings: asked are those beside the run. */
function evidenceOf(map: VersionMap, span: WordSpan, chain: Chain): Evidence {
  const { eachSide, together } = thresholds.neighboursAlong
  const run = runThrough(map, chain)
  const length = run.last - run.first + 1
  const long = length >= thresholds.longRun
  const before = neighboursAlong(map, chain, { edge: Math.min(span.first, run.first), step: -1 })
  const after = neighboursAlong(map, chain, { edge: Math.max(span.last, run.last), step: 1 })
  const closedBefore = before >= eachSide || run.first === 0 || (long && span.first - run.first >= eachSide)
  const closedAfter =
    after >= eachSide || run.last === map.links.to.length - 1 || (long && run.last - span.last >= eachSide)
  if (closedBefore && closedAfter) return 'enclosed'
  if (long || before + after >= together || blockAlong(map, span, chain, length)) return 'along'
  return length >= thresholds.loneRun ? 'lone-run' : 'none'
}

function neighboursAlong(
  { links }: VersionMap,
  { current }: Chain,
  { edge, step }: { edge: number; step: 1 | -1 },
): number {
  const { window, near } = thresholds.neighbours
  let along = 0
  for (let distance = 1; distance <= window; distance++) {
    const counterpart = links.counterpart(edge + step * distance)
    if (counterpart >= 0 && counterpart >= current.first - near && counterpart <= current.last + near) along++
  }
  return along
}

function blockAlong(map: VersionMap, { first, last }: WordSpan, chain: Chain, runLength: number): boolean {
  const { share, run } = thresholds.blockAlong
  const { near } = thresholds.neighbours
  const { originBlocks, links } = map
  let words = 0
  let along = 0
  let from = first
  while (from > 0 && originBlocks[from - 1] === originBlocks[first]) from--
  for (let word = from; word < originBlocks.length; word++) {
    if ((originBlocks[word] ?? 0) > (originBlocks[last] ?? 0)) break
    words++
    const counterpart = links.counterpart(word)
    if (counterpart >= 0 && Math.abs(counterpart - chain.current.first) <= near + words) along++
  }
  return along / words >= share && runLength >= run
}

/** The unbroken run of linked words in which a chain stands; farther than a long run nobody looks. */
function runThrough({ links }: VersionMap, { origin }: Chain): WordSpan {
  let { first, last } = origin
  while (origin.first - first < thresholds.longRun && isUnbroken(links.to, first - 1)) first--
  while (last - origin.last < thresholds.longRun && isUnbroken(links.to, last)) last++
  return { first, last }
}

function isUnbroken(to: Int32Array, word: number): boolean {
  const counterpart = to[word] ?? -1
  return counterpart >= 0 && to[word + 1] === counterpart + 1
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
