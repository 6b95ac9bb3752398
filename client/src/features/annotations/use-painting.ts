import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { TextRange } from '@randnotiz/contract/annotations/target'
import type { AnnotationId } from '@randnotiz/contract/kit/ids'
import { useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react'
import type { Feed } from './feed/feed.js'
import type { PlacedAnnotation } from './margin/margin-order.js'
import type { AnnotatedText } from './painting/annotated-text.js'
import { type Highlighter, startHighlighter } from './painting/highlighter.js'
import { planPainting, type Stroke } from './painting/painting-plan.js'
import { strokesAt } from './painting/strokes-at.js'
import type { Passages } from './passages.js'
import type { Placement } from './use-placed.js'

type Painted = {
  text: AnnotatedText | null
  feed: Feed
  passages: Passages | null
  placement: Placement
  activeId: AnnotationId | null
  chosen: TextRange | null
  /** Somebody has clicked into these passages, the shortest first. */
  onClick(ids: AnnotationId[]): void
}

/** Keeps the passages painted over the text, and hears of clicks into them. */
export function usePainting({ text, feed, passages, placement, activeId, chosen, onClick }: Painted): void {
  const { placed, index } = placement
  const strokes = useMemo(() => strokesOf(placed), [placed])
  const placeAnew = useCallback(
    (some: readonly Stroke[]) => (passages ? strokesAnew(some, { feed, passages }) : []),
    [feed, passages],
  )
  const highlighter = useHighlighter(text)
  useEffect(
    () => highlighter?.paint({ strokes, index, activeId, chosen, placeAnew }),
    [activeId, chosen, highlighter, index, placeAnew, strokes],
  )

  const click = useEffectEvent((event: MouseEvent) => {
    if (text === null || event.target instanceof Element === false) return
    if (event.target.closest('a, button') || document.getSelection()?.isCollapsed === false) return
    // Somebody may be writing: where passages stood a moment ago is not what was clicked into.
    const present =
      index === text.flatIndex() || !passages ? strokes : strokesAnew(strokes, { feed, passages })
    const hit = strokesAt(text, { x: event.clientX, y: event.clientY }, present)
    if (hit.length > 0) onClick(hit.map(({ id }) => id))
  })
  useEffect(() => {
    if (text === null) return
    const { root } = text
    const listener = (event: MouseEvent) => click(event)
    root.addEventListener('click', listener)
    return () => root.removeEventListener('click', listener)
  }, [text])
}

function strokesOf(placed: readonly PlacedAnnotation[]): Stroke<AnnotationId>[] {
  return planPainting(
    placed.flatMap(({ annotation, place }) =>
      place.type === 'attached' && annotation.body !== null
        ? [{ id: annotation.id, range: place.range }]
        : [],
    ),
  )
}

type Anew = { feed: Feed; passages: Passages }

/** Strokes where their passages stand by now; what stands nowhere is left out. */
function strokesAnew<Id extends string>(
  strokes: readonly Stroke<Id>[],
  { feed, passages }: Anew,
): Stroke<Id>[] {
  const known: ReadonlyMap<string, Annotation> = feed.annotations
  const found = strokes.flatMap(stroke => {
    const annotation = known.get(stroke.id)
    return annotation ? [{ stroke, annotation }] : []
  })
  const places = passages.place(found.map(({ annotation }) => annotation))
  return found.flatMap(({ stroke }, number) => {
    const place = places[number]
    return place?.type === 'attached' ? [{ ...stroke, range: place.range }] : []
  })
}

function useHighlighter(text: AnnotatedText | null): Highlighter | null {
  const [highlighter, setHighlighter] = useState<Highlighter | null>(null)
  useEffect(() => {
    if (text === null) return
    const started = startHighlighter(text)
    setHighlighter(started)
    return () => {
      started.stop()
      setHighlighter(null)
    }
  }, [text])
  return highlighter
}
