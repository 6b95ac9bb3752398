import { foldText } from '@randnotiz/anchoring'
import type { Resolution } from '@randnotiz/contract/annotations/resolution'
import type { PassageTarget } from './passage-target.js'

type Attached = { target: PassageTarget; decisions: number }

/**
 * `exact` speaks of the words that an annotation quotes, also where staff have put it at other ones: the search compares
 * with the words it was put at, people compare with the quote they read. `text` is the one the resolution stands in.
 */
export function attachedAs({ target, decisions }: Attached, found: Resolution, text: string): Resolution {
  if (decisions === 0 || (found.status !== 'exact' && found.status !== 'changed')) return found
  const words = text.slice(found.range.start, found.range.end)
  return { ...found, status: foldText(words) === foldText(target.quote.exact) ? 'exact' : 'changed' }
}
