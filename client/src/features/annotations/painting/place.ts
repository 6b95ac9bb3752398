/**
 * Where an annotation stands in the text on this screen. The server's resolution says how sure it is; the CRDT range
 * says where the words are now, also while staff type. Nothing is painted that neither of them vouches for:
 *
 *   attached   painted. `changed` tells that other words stand there than were quoted.
 *   suggested  the server found a likely place; a person has to confirm it.
 *   searching  the words were cut apart a moment ago, or the server is still computing.
 *   orphaned   the words are gone; quote and version remain.
 *   document   about the whole text.
 */
import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { CrdtRange, TextRange } from '@randnotiz/contract/annotations/target'
import { resolveCrdtRanges } from '@randnotiz/document-schema/crdt-range'
import type { FlatIndex } from '@randnotiz/document-schema/flat-text'

export type Place =
  | { type: 'attached'; range: TextRange; changed: boolean }
  | { type: 'suggested' | 'searching' | 'orphaned' | 'document' }

/** Places in the order of the annotations, in the live text. */
export function placeAnnotations(annotations: readonly Annotation[], index: FlatIndex): Place[] {
  const ranges = annotations.map(crdtRangeOf)
  const known = ranges.filter(range => range !== null)
  const resolved = resolveCrdtRanges(index, known).values()
  return annotations.map((annotation, number) => {
    const found = ranges[number] === null ? undefined : resolved.next().value
    if (found?.kind !== 'alive') return unattached(annotation)
    return attached(annotation, { range: { start: found.start, end: found.end }, words: found.text })
  })
}

function crdtRangeOf({ target, resolution }: Annotation): CrdtRange | null {
  if (target.kind === 'document') return null
  switch (resolution.status) {
    case 'exact':
    case 'changed':
      return resolution.crdt
    case 'pending':
      return target.crdt
    case 'suggested':
    case 'orphaned':
    case 'whole':
      return null
  }
}

function attached(annotation: Annotation, { range, words }: { range: TextRange; words: string }): Place {
  const { target, resolution } = annotation
  const changed = target.kind === 'passage' && words !== target.quote.exact
  // Nobody has vouched for other words yet.
  if (changed && resolution.status === 'pending') return { type: 'searching' }
  return { type: 'attached', range, changed }
}

function unattached({ target, resolution }: Annotation): Place {
  if (target.kind === 'document') return { type: 'document' }
  const { status } = resolution
  return { type: status === 'suggested' || status === 'orphaned' ? status : 'searching' }
}
