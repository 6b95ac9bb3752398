import { shareInOrder } from './context.js'
import { thresholds } from './thresholds.js'
import type { VersionMap } from './version-map.js'
import type { Chain, WordSpan } from './word-chain.js'

/**
 * Whether the block in which a passage was found may just as well be the one before or behind its own, reworded: in
 * lists and tables, where neighbours are built alike, one is removed and another takes on some of its words. The other
 * one is a rival when it has no place of its own and nearly as many words in common with that block.
 */
export function hasRivalBlock(map: VersionMap, { first }: WordSpan, chain: Chain): boolean {
  const target = blockAround(map.currentBlocks, chain.current.first)
  const own = blockAround(map.originBlocks, first)
  const likeness = likenessOf(map, own, target)
  if (likeness === 1) return false
  const { share, margin } = thresholds.rivalBlock
  const neighbours = [
    blockAround(map.originBlocks, own.first - 1),
    blockAround(map.originBlocks, own.last + 1),
  ]
  return neighbours.some(
    rival =>
      rival.first <= rival.last &&
      !hasItsPlace(map, rival) &&
      likenessOf(map, rival, target) >= Math.max(share, likeness - margin),
  )
}

/** The words of the block that holds a word; none outside the text. */
function blockAround(blocks: Uint32Array, word: number): WordSpan {
  if (word < 0 || word >= blocks.length) return { first: 0, last: -1 }
  let [first, last] = [word, word]
  while (first > 0 && blocks[first - 1] === blocks[word]) first--
  while (last < blocks.length - 1 && blocks[last + 1] === blocks[word]) last++
  return { first, last }
}

function likenessOf({ origin, current }: VersionMap, block: WordSpan, target: WordSpan): number {
  const { mostWords } = thresholds.rivalBlock
  const one = origin.words.slice(block.first, Math.min(block.last + 1, block.first + mostWords))
  const other = current.words.slice(target.first, Math.min(target.last + 1, target.first + mostWords))
  const [longer, shorter] = one.length > other.length ? [one, other] : [other, one]
  return shareInOrder(longer, shorter) ?? 0
}

/** Moved, or merged with the passage's own block: then most of its words are known to be somewhere. */
function hasItsPlace({ links }: VersionMap, { first, last }: WordSpan): boolean {
  let placed = 0
  for (let word = first; word <= last; word++) if (links.counterpart(word) >= 0) placed++
  return placed / (last - first + 1) >= thresholds.rivalBlock.placed
}
