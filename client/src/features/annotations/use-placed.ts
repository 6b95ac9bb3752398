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

function placed(feed: Feed, passages: Passages | null, _version: number): readonly PlacedAnnotation[] {
  const annotations = [...feed.annotations.values()]
  const places = passages?.place(annotations) ?? annotations.map(placeByServer)
  return annotations.flatMap((annotation, number) => {
    const place = places[number]
    return place ? [{ annotation, place }] : []
  })
}
