/**
 * Where an annotation stands in the text on a screen. The server's resolution says how sure it is; the CRDT range
 * says where the words are now, also while staff type. Nothing is painted that neither of them vouches for:
 *
 *   attached   painted. `changed` tells that other words stand there than were quoted.
 *   suggested  the server found a likely place; a person has to confirm it.
 *   searching  the words were cut apart a moment ago, or the server is still computing.
 *   orphaned   the words are gone; quote and version remain.
 *   document   about the whole text.
 */
import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { CrdtRange, PassageAnchor, Quote, Target } from '@randnotiz/contract/annotations/target'
import { standsAmongItsOwn, standsBesideItsOwn } from './context.js'
import { isRewording } from './rewording.js'
import type { TextRange } from './text-range.js'

export type Place =
  | { type: 'attached'; range: TextRange; changed: boolean }
  | { type: 'suggested' | 'searching' | 'orphaned' | 'document' }

/** What a CRDT range leads to in the text on the screen; only a living one is a place. */
export type FoundRange =
  | { readonly kind: 'alive'; readonly start: number; readonly end: number; readonly text: string }
  | { readonly kind: 'damaged' | 'gone' }

type Placed = Pick<Annotation, 'target' | 'resolution' | 'attachment'>

/** The CRDT range to look up for an annotation; null when nothing may be painted whatever it leads to. */
export function boundRangeOf({ target, resolution, attachment }: Placed): CrdtRange | null {
  if (target.kind === 'document') return null
  switch (resolution.status) {
    case 'exact':
    case 'changed':
      return resolution.crdt
    case 'pending':
      return anchorOf(target, attachment).crdt
    case 'suggested':
    case 'orphaned':
    case 'whole':
      return null
  }
}

/** `found` is where `boundRangeOf` leads in `text`; null when there is none. */
export function placeOf(annotation: Placed, found: FoundRange | null, text: string): Place {
  const { target, resolution, attachment } = annotation
  if (target.kind === 'document') return { type: 'document' }
  const { quote } = anchorOf(target, attachment)
  if (found?.kind !== 'alive' || !isVouchedFor(annotation, quote, { found, text }))
    return unattached(resolution)
  const range = { start: found.start, end: found.end }
  return { type: 'attached', range, changed: found.text !== target.quote.exact }
}

/** The passage to hold a place against: the one an annotation was made on, or the one that staff have put it at since. */
function anchorOf(
  target: Extract<Target, { kind: 'passage' }>,
  attachment: Annotation['attachment'],
): PassageAnchor {
  return attachment === null || attachment.decision === 'detached' ? target : attachment.anchor
}

function unattached({ status }: Annotation['resolution']): Place {
  return { type: status === 'suggested' || status === 'orphaned' ? status : 'searching' }
}

type Standing = { found: Extract<FoundRange, { kind: 'alive' }>; text: string }

/**
 * A living range is no proof: after an import its letters may stand in another paragraph. Where the server believed
 * the range because words and surroundings were the quote's, they are asked here too, more kindly, since somebody may
 * be writing right there. Where the server found the passage on the long way, it has vouched for other words.
 */
function isVouchedFor({ resolution }: Placed, quote: Quote, { found, text }: Standing): boolean {
  const same = found.text === quote.exact
  if (resolution.status === 'pending') return same && standsBesideItsOwn(quote, text, found)
  if (!('method' in resolution) || resolution.method !== 'crdt') return true
  if (same) return standsBesideItsOwn(quote, text, found)
  return isRewording(quote.exact, found.text) && standsAmongItsOwn(quote, text, found)
}
