/** The order of a list beside a text: by passage, then what is about the whole text, then what lost its passage. */
import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { Place } from '../painting/place.js'

export type PlacedAnnotation = { annotation: Annotation; place: Place }

export type MarginOrder = {
  /** With a passage, also one that is being searched; in the order of the text. */
  passages: PlacedAnnotation[]
  wholeText: PlacedAnnotation[]
  orphaned: PlacedAnnotation[]
}

export function orderForMargin(placed: readonly PlacedAnnotation[]): MarginOrder {
  const order: MarginOrder = { passages: [], wholeText: [], orphaned: [] }
  for (const each of [...placed].sort(byPassageThenAge)) order[groupOf(each.place)].push(each)
  return order
}

function groupOf(place: Place): keyof MarginOrder {
  switch (place.type) {
    case 'attached':
    case 'suggested':
    case 'searching':
      return 'passages'
    case 'document':
      return 'wholeText'
    case 'orphaned':
      return 'orphaned'
  }
}

function byPassageThenAge(a: PlacedAnnotation, b: PlacedAnnotation): number {
  const [here, there] = [startOf(a), startOf(b)]
  if (here !== there) return here - there
  return a.annotation.createdAt < b.annotation.createdAt ? -1 : 1
}

/** Where it stands, or where it stood when somebody last knew. */
export function startOf({ annotation, place }: PlacedAnnotation): number {
  if (place.type === 'attached') return place.range.start
  const { resolution, target } = annotation
  if ('range' in resolution) return resolution.range.start
  return target.kind === 'passage' ? target.range.start : 0
}
