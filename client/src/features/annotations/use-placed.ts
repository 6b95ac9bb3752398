import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { FlatIndex } from '@randnotiz/document-schema/flat-text'
import { useMemo } from 'react'
import type { Feed } from './feed/feed.js'
import type { PlacedAnnotation } from './margin/margin-order.js'
import { placeByServer } from './painting/place-by-server.js'
import type { Passages } from './passages.js'

export type Placement = {
  placed: readonly PlacedAnnotation[]
  /** The text in which places have their offsets; null for the one that the server knows. */
  index: FlatIndex | null
}

/** Every annotation with its place in the text of this `version`. */
export function usePlaced(feed: Feed, passages: Passages | null, version: number): Placement {
  return useMemo(() => placement(feed, passages, version), [feed, passages, version])
}

/** What was taken back leaves a gap only where somebody has replied. */
function isLeft({ publication, replies }: Annotation): boolean {
  return publication.state !== 'withdrawn' || replies.length > 0
}

function placement(feed: Feed, passages: Passages | null, _version: number): Placement {
  const annotations = [...feed.annotations.values()].filter(isLeft)
  const index = passages?.index() ?? null
  const places = passages?.place(annotations) ?? annotations.map(placeByServer)
  const placed = annotations.flatMap((annotation, number) => {
    const place = places[number]
    return place ? [{ annotation, place }] : []
  })
  return { placed, index }
}
