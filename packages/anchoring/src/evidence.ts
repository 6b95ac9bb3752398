import { thresholds } from './thresholds.js'
import type { VersionMap } from './version-map.js'
import type { Chain, WordSpan } from './word-chain.js'

/**
 *   enclosed   the neighbours on both sides moved along
 *   along      enough of the neighbours or of the block did, or the passage stands in a long unbroken run
 *   lone-run   a run of some length that went without its surroundings
 */
export type Evidence = 'enclosed' | 'along' | 'lone-run' | 'none'

/** Words of the passage's own unbroken run say nothing about its surroundings: asked are those beside the run. */
export function evidenceOf(map: VersionMap, span: WordSpan, chain: Chain): Evidence {
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
