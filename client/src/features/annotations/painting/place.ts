import { boundRangeOf, type Place, placeOf } from '@randnotiz/anchoring'
import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { TextRange } from '@randnotiz/contract/annotations/target'
import { resolveCrdtRange, resolveCrdtRanges } from '@randnotiz/document-schema/crdt-range'
import type { FlatIndex } from '@randnotiz/document-schema/flat-text'

export type { Place }

/** Places in the order of the annotations, in the live text. */
export function placeAnnotations(annotations: readonly Annotation[], index: FlatIndex): Place[] {
  const ranges = annotations.map(boundRangeOf)
  const found = resolveCrdtRanges(
    index,
    ranges.filter(range => range !== null),
  ).values()
  return annotations.map((annotation, number) =>
    placeOf(annotation, ranges[number] === null ? null : (found.next().value ?? null), index.text),
  )
}

/**
 * The same in a release, which does not change: what was made in it stands where it was made; everything else where its
 * characters stand, as far as they were there already.
 */
export function placeInRelease(
  annotations: readonly Annotation[],
  index: FlatIndex,
  release: number,
): Place[] {
  const places = placeAnnotations(annotations, index)
  return annotations.map(({ target }, number): Place => {
    const madeHere = target.kind === 'passage' && target.release === release
    return madeHere
      ? { type: 'attached', range: target.range, changed: false }
      : (places[number] ?? { type: 'orphaned' })
  })
}

/** Where the server supposes an annotation; null unless it is only supposed, and when that place is gone. */
export function suggestedPlace({ resolution }: Annotation, index: FlatIndex): TextRange | null {
  if (resolution.status !== 'suggested') return null
  const found = resolveCrdtRange(index, resolution.crdt)
  return found.kind === 'alive' ? { start: found.start, end: found.end } : null
}
