import type { Quote } from '@randnotiz/contract/annotations/target'
import { standsAmongItsOwn } from './context.js'
import { foldText } from './fold.js'
import { fitOf, type TextRange } from './text-range.js'

/**
 * Whether the place that a CRDT range points at is the quoted passage. A living range is no proof: after a split, a
 * cut, an undo or an import its characters may stand elsewhere. So the folded text must equal the quote and stand among
 * its own surroundings (see `standsAmongItsOwn`). A quote without any context words is its own proof. Who is turned
 * away here loses nothing: the map of the versions knows more.
 */
export function confirmCrdt(quote: Quote, text: string, range: TextRange): boolean {
  if (fitOf(text, range) !== 'fits') return false
  const found = text.slice(range.start, range.end)
  if (found !== quote.exact && foldText(found) !== foldText(quote.exact)) return false
  return standsAmongItsOwn(quote, text, range)
}
