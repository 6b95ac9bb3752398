import type { TextRange } from '@randnotiz/contract/annotations/target'
import type { AnnotationId } from '@randnotiz/contract/kit/ids'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import type { PlacedAnnotation } from './margin/margin-order.js'
import type { AnnotatedText } from './painting/annotated-text.js'
import { type Highlighter, startHighlighter } from './painting/highlighter.js'
import { planPainting, type Stroke } from './painting/painting-plan.js'
import { strokesAt } from './painting/strokes-at.js'

type Painted = {
  text: AnnotatedText | null
  placed: readonly PlacedAnnotation[]
  activeId: AnnotationId | null
  chosen: TextRange | null
  /** Somebody has clicked into these passages, the shortest first. */
  onClick(ids: AnnotationId[]): void
}

/** Keeps the passages painted over the text, and hears of clicks into them. */
export function usePainting({ text, placed, activeId, chosen, onClick }: Painted): void {
  const strokes = useMemo(() => strokesOf(placed), [placed])
  const highlighter = useHighlighter(text)
  useEffect(() => highlighter?.paint({ strokes, activeId, chosen }), [activeId, chosen, highlighter, strokes])

  const click = useEffectEvent((event: MouseEvent) => {
    if (text === null || event.target instanceof Element === false) return
    if (event.target.closest('a, button') || document.getSelection()?.isCollapsed === false) return
    const hit = strokesAt(text, { x: event.clientX, y: event.clientY }, strokes)
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
