import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import { useMemo } from 'react'
import type { Feed } from './feed/feed.js'
import type { PlacedAnnotation } from './margin/margin-order.js'
import { placeByServer } from './painting/place-by-server.js'
import type { Passages } from './passages.js'

/** Every annotation with its place in the text of this `version`. */
export function usePlaced(
  feed: Feed,
  passages: Passages | null,
  version: number,
): readonly PlacedAnnotation[] {
  return useMemo(() => placed(feed, passages, version), [feed, passages, version])
}

/** What was taken back leaves a gap only where somebody has replied. */
function isLeft({ publication, replies }: Annotation): boolean {
  return publication.state !== 'withdrawn' || replies.length > 0
}

function placed(feed: Feed, passages: Passages | null, _version: number): readonly PlacedAnnotation[] {
  const annotations = [...feed.annotations.values()].filter(isLeft)
  const places = passages?.place(annotations) ?? annotations.map(placeByServer)
  return annotations.flatMap((annotation, number) => {
    const place = places[number]
    return place ? [{ annotation, place }] : []
  })
}
