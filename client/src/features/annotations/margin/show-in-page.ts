import type { TextRange } from '@randnotiz/contract/annotations/target'
import type { AnnotationId } from '@randnotiz/contract/kit/ids'
import { type AnnotatedText, lineAt, linesOf } from '../painting/annotated-text.js'
import type { BlockTool } from '../painting/block-tools.js'

/** The HTML `id` of an annotation, for links to it. */
export const noteElementId = (id: AnnotationId): string => `anmerkung-${id}`

/** Brings a note onto the screen once the page has drawn it. */
export function showNote(id: AnnotationId, { focus }: { focus: boolean }): void {
  whenDrawn(id, note => {
    if (focus) note.focus({ preventScroll: true })
    note.scrollIntoView({ block: 'nearest', behavior: scrolling() })
  })
}

/** So many frames a note far from the screen may take to be drawn. */
const mostFrames = 60

function whenDrawn(id: AnnotationId, show: (note: HTMLElement) => void, left = mostFrames): void {
  requestAnimationFrame(() => {
    const note = document.getElementById(noteElementId(id))
    if (note) show(note)
    else if (left > 0) whenDrawn(id, show, left - 1)
  })
}

/** Brings a passage onto the screen and gives the focus to the button of the block it ends in. */
export function showPassageOf(text: AnnotatedText, range: TextRange): void {
  const number = lineAt(text.flatIndex().blocks, range.end - 1)
  const element = linesOf(text)[number]?.element
  const start = text.domRangesOf(range)?.[0]?.getBoundingClientRect()
  const top = start?.top ?? element?.getBoundingClientRect().top ?? 0
  window.scrollBy({ top: top - window.innerHeight / 3, behavior: scrolling() })
  blockTool(text, { line: number, action: 'open' })?.focus({ preventScroll: true })
}

/** A button at a block; null where there are none. */
export function blockTool(
  text: AnnotatedText,
  { line, action }: { line: number; action: BlockTool['action'] },
): HTMLElement | null {
  return text.root.querySelector<HTMLElement>(`[data-line="${line}"] [data-tool="${action}"]`)
}

function scrolling(): ScrollBehavior {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth'
}
