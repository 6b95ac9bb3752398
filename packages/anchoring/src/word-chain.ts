import { thresholds } from './thresholds.js'
import type { WordLinks } from './word-links.js'

/** Words `first` to `last`, both included. */
export type WordSpan = { first: number; last: number }

/** The longest sequence of counterparts that stand together: so many words, from where to where on both sides. */
export type Chain = { words: number; origin: WordSpan; current: WordSpan }

export function longestChain({ to }: WordLinks, { first, last }: WordSpan): Chain | null {
  let best: Chain | null = null
  for (let start = first; start <= last; start++) {
    if (best !== null && last - start + 1 <= best.words) break
    const chain = chainFrom(to, { first: start, last })
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
