import type { ImportProblem } from '@randnotiz/contract/annotations/exchange/import'
import type { Quote } from '@randnotiz/contract/annotations/target'
import { quoteFrom } from './incoming.js'
import { isObject, type LooseObject, listOf, textIn, wordsIn } from './loose-json.js'

/** What an annotation says of its target. Positions count code points, as the model says. */
export type WebTargetFacts = {
  /** IRI of the text. */
  source: string | null
  quote: Quote | null
  position: { start: number; end: number } | null
  /** Names of the text as it was: an IRI, and a fingerprint. */
  cached: string | null
  sha256: string | null
}

export type TargetProblem = Extract<ImportProblem, 'no-place' | 'quote-too-long'>

/** Selectors may refine each other, and others call theirs what they like; so deep is looked, and no deeper. */
const mostDepth = 4

/** Of several targets the first with a quote counts. */
export function readWebTarget(target: unknown): WebTargetFacts | TargetProblem {
  const targets = listOf(target).slice(0, 20)
  const [alone] = targets
  if (alone === undefined) return 'no-place'
  const read = targets.map(readOne)
  return read.find(facts => typeof facts !== 'string' && facts.quote !== null) ?? read[0] ?? 'no-place'
}

function readOne(target: unknown): WebTargetFacts | TargetProblem {
  const nothing = { quote: null, position: null, cached: null, sha256: null }
  if (typeof target === 'string') return { ...nothing, source: target }
  if (!isObject(target)) return 'no-place'
  const source = textIn(target, 'source') ?? idOf(target.source) ?? textIn(target, 'id')
  const selectors = listOf(target.selector).flatMap(selector => flatten(selector, mostDepth))
  const quoting = selectors.find(selector => wordsIn(selector, 'type').includes('TextQuoteSelector'))
  // Something was selected, but in a way that says nothing about words.
  if (quoting === undefined && selectors.length > 0) return 'no-place'
  const state = listOf(target.state).find(isObject) ?? {}
  const stated = { source, cached: textIn(state, 'cached'), sha256: textIn(state, 'rn:sha256') }
  if (quoting === undefined) return { ...nothing, ...stated }
  const quote = quoteFrom(
    textIn(quoting, 'exact') ?? '',
    textIn(quoting, 'prefix') ?? '',
    textIn(quoting, 'suffix') ?? '',
  )
  if (quote === 'empty') return 'no-place'
  if (quote === 'too-long') return 'quote-too-long'
  return { ...stated, quote, position: positionIn(selectors) }
}

const idOf = (value: unknown) => (isObject(value) ? textIn(value, 'id') : null)

function flatten(selector: unknown, depth: number): LooseObject[] {
  if (!isObject(selector) || depth === 0) return []
  const deeper = [...listOf(selector.refinedBy), ...listOf(selector.items)].slice(0, 20)
  return [selector, ...deeper.flatMap(next => flatten(next, depth - 1))]
}

function positionIn(selectors: LooseObject[]): WebTargetFacts['position'] {
  for (const selector of selectors) {
    const { start, end } = selector
    if (!wordsIn(selector, 'type').includes('TextPositionSelector')) continue
    if (typeof start === 'number' && typeof end === 'number') return { start, end }
  }
  return null
}
