import { fillGaps } from './fill-gaps.js'
import { thresholds } from './thresholds.js'
import { blocksOf, linkUniqueBlocks, linkUniqueRuns } from './unique-runs.js'
import { WordLinks } from './word-links.js'
import type { Words } from './words.js'

/**
 * Which word of the current text is which word of an earlier version. It knows edits, splits, merges and moves, and
 * says nothing about words that have no counterpart.
 *   1. Blocks that occur once in both texts are linked as wholes, without their numbers.
 *   2. Runs of eight words that are unique among what is left, extended to both sides; then the gaps between
 *      linked neighbours by longest common subsequence.
 *   3. The same with runs of four and three words.
 * Unique runs carry over moves; the gaps carry over the small change inside a sentence. Compare the anchors of
 * patience diff (Bram Cohen) and of Heckel, "A technique for isolating differences between files" (1978).
 */
export class VersionMap {
  readonly origin: Words
  readonly current: Words
  readonly links: WordLinks
  /** Number of the block of each word. */
  readonly originBlocks: Uint32Array
  readonly currentBlocks: Uint32Array

  constructor(origin: Words, current: Words) {
    this.origin = origin
    this.current = current
    this.originBlocks = blockNumbers(origin)
    this.currentBlocks = blockNumbers(current)
    this.links = new WordLinks(origin, current)
    linkUniqueBlocks(this.links, origin, current, thresholds.blockWords)
    const [longest, ...shorter] = thresholds.runWords
    linkUniqueRuns(this.links, longest)
    fillGaps(this.links)
    for (const length of shorter) linkUniqueRuns(this.links, length)
    fillGaps(this.links)
  }
}

function blockNumbers(words: Words): Uint32Array {
  const numbers = new Uint32Array(words.words.length)
  let number = 0
  for (const { start, length } of blocksOf(words)) numbers.fill(number++, start, start + length)
  return numbers
}
