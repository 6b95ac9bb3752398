/**
 * Which block of one text is which block of another, wherever it stands by now.
 *   1. The same id and the same kind: an id is a block's name for life.
 *   2. The same words, kind and number of earlier equals: what was moved or imported anew.
 *   3. Enough words in common, the most similar first; between equals the one that stands nearer.
 *   4. The only one left between two matched neighbours, with some words in common.
 * Every block is matched at most once. Nothing here looks at what stands inside of a container but its words.
 */
import { wordsOf } from './words.js'

export interface MatchedBlock {
  readonly id: string | null
  /** Blocks of different kinds are matched by similarity only. */
  readonly type: string
  readonly words: string
}

/** From this share of common words on two blocks are one that was rewritten. */
const leastSimilarity = 0.5
/** From this share on for the only one that can be meant. */
const leastSimilarityBetweenNeighbours = 0.35
/** A word that stands in more blocks than this says nothing about which is which. */
const mostBlocksOfWord = 40
/** Fewer words than this are too few to recognise a block by. */
const leastWords = 3

/** For each block of `after` the number of its match in `before`; -1 where it is new. */
export function matchBlocks(before: readonly MatchedBlock[], after: readonly MatchedBlock[]): number[] {
  const matches = new Matches(before, after)
  matches.byKey(block => (block.id === null ? null : `${block.type} ${block.id}`))
  matches.byKey(block => (block.words.trim() === '' ? null : `${block.type} ${block.words}`))
  matches.bySimilarity()
  matches.byNeighbours()
  return matches.found
}

class Matches {
  readonly found: number[]
  private readonly taken = new Set<number>()

  constructor(
    private readonly before: readonly MatchedBlock[],
    private readonly after: readonly MatchedBlock[],
  ) {
    this.found = after.map(() => -1)
  }

  byKey(keyOf: (block: MatchedBlock) => string | null): void {
    const waiting = new Map<string, number[]>()
    for (const [place, block] of this.before.entries()) {
      const key = this.taken.has(place) ? null : keyOf(block)
      if (key !== null) waiting.set(key, [...(waiting.get(key) ?? []), place])
    }
    for (const [place, block] of this.after.entries()) {
      const key = this.found[place] === -1 ? keyOf(block) : null
      const match = key === null ? undefined : waiting.get(key)?.shift()
      if (match !== undefined) this.take(place, match)
    }
  }

  bySimilarity(): void {
    const candidates = this.candidates()
    candidates.sort((a, b) => b.score - a.score || a.distance - b.distance)
    for (const { place, match } of candidates)
      if (this.found[place] === -1 && !this.taken.has(match)) this.take(place, match)
  }

  byNeighbours(): void {
    for (const [place, block] of this.after.entries()) {
      if (this.found[place] !== -1) continue
      const match = this.found[place - 1] === undefined ? 0 : (this.found[place - 1] ?? -1) + 1
      const behind = this.found[place + 1] ?? this.before.length
      const other = this.before[match]
      if (match !== behind - 1 || this.taken.has(match) || other?.type !== block.type) continue
      if (place > 0 && this.found[place - 1] === -1) continue
      const score = similarity(bagOf(block.words), bagOf(other.words))
      if (score >= leastSimilarityBetweenNeighbours) this.take(place, match)
    }
  }

  private candidates(): Candidate[] {
    const open = [...this.before.keys()].filter(place => !this.taken.has(place))
    const bags = new Map(open.map(place => [place, bagOf(this.before[place]?.words ?? '')]))
    const postings = postingsOf(bags)
    return this.after.flatMap((block, place): Candidate[] => {
      if (this.found[place] !== -1) return []
      const bag = bagOf(block.words)
      if (bag.size < leastWords) return []
      return [...placesSharing(bag, postings)].flatMap(match => {
        const score = similarity(bag, bags.get(match))
        if (score < leastSimilarity) return []
        const sameType = this.before[match]?.type === block.type
        return [{ place, match, score: sameType ? score : score - 0.01, distance: Math.abs(place - match) }]
      })
    })
  }

  private take(place: number, match: number): void {
    this.found[place] = match
    this.taken.add(match)
  }
}

interface Candidate {
  readonly place: number
  readonly match: number
  readonly score: number
  readonly distance: number
}

type Bag = ReadonlyMap<string, number>

function bagOf(text: string): Bag {
  const bag = new Map<string, number>()
  for (const word of wordsOf(text)) bag.set(word, (bag.get(word) ?? 0) + 1)
  return bag
}

function postingsOf(bags: ReadonlyMap<number, Bag>): Map<string, number[]> {
  const postings = new Map<string, number[]>()
  for (const [place, bag] of bags)
    for (const word of bag.keys()) {
      const places = postings.get(word)
      if (places) places.push(place)
      else postings.set(word, [place])
    }
  return postings
}

function placesSharing(bag: Bag, postings: ReadonlyMap<string, number[]>): Set<number> {
  const places = new Set<number>()
  for (const word of bag.keys()) {
    const found = postings.get(word) ?? []
    if (found.length <= mostBlocksOfWord) for (const place of found) places.add(place)
  }
  return places
}

/** Dice's coefficient over words: 1 for the same words in any order, 0 for none in common. */
function similarity(one: Bag, other: Bag | undefined): number {
  if (other === undefined) return 0
  let common = 0
  for (const [word, count] of one) common += Math.min(count, other.get(word) ?? 0)
  return (2 * common) / (total(one) + total(other))
}

const total = (bag: Bag): number => [...bag.values()].reduce((sum, count) => sum + count, 0)
