import type { TextRange } from '@randnotiz/contract/annotations/target'
import type { AnnotationId } from '@randnotiz/contract/kit/ids'
import { type AnnotatedText, lineAt, linesOf } from '../painting/annotated-text.js'

/** The HTML `id` of an annotation, for links to it. */
export const noteElementId = (id: AnnotationId): string => `anmerkung-${id}`

/** Brings a note onto the screen once the page has drawn it. */
export function showNote(id: AnnotationId, { focus }: { focus: boolean }): void {
  requestAnimationFrame(() => {
    const note = document.getElementById(noteElementId(id))
    if (focus) note?.focus({ preventScroll: true })
    note?.scrollIntoView({ block: 'nearest', behavior: scrolling() })
  })
}

/** Brings a passage onto the screen and gives the focus to the button of the block it ends in. */
export function showPassageOf(text: AnnotatedText, range: TextRange): void {
  const number = lineAt(text.flatIndex().blocks, range.end - 1)
  const element = linesOf(text)[number]?.element
  const start = text.domRangesOf(range)?.[0]?.getBoundingClientRect()
  const top = start?.top ?? element?.getBoundingClientRect().top ?? 0
  window.scrollBy({ top: top - window.innerHeight / 3, behavior: scrolling() })
  const tool = text.root.querySelector<HTMLElement>(`[data-line="${number}"] [data-tool="open"]`)
  tool?.focus({ preventScroll: true })
}

function scrolling(): ScrollBehavior {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth'
}
