import type { AnnotatedText } from './annotated-text.js'
import type { Stroke } from './painting-plan.js'

type Point = { x: number; y: number }

/** How far beside a character a finger or pointer may be, in pixels. */
const tolerance = 3

/** The passages under a point of the screen, the shortest first; none beside the words. */
export function strokesAt<Id extends string>(
  text: AnnotatedText,
  point: Point,
  strokes: readonly Stroke<Id>[],
): Stroke<Id>[] {
  const character = characterAt(point)
  const offsets = character && touches(character, point) ? text.offsetsOf(character) : null
  if (offsets === null) return []
  return strokes
    .filter(({ range }) => range.start <= offsets.start && offsets.start < range.end)
    .sort((a, b) => a.range.end - a.range.start - (b.range.end - b.range.start))
}

function characterAt({ x, y }: Point): Range | null {
  const caret = caretAt(x, y)
  if (caret === null || caret.node.nodeType !== Node.TEXT_NODE) return null
  const length = caret.node.textContent?.length ?? 0
  if (length === 0) return null
  const range = document.createRange()
  for (const start of [caret.offset, caret.offset - 1]) {
    if (start < 0 || start >= length) continue
    range.setStart(caret.node, start)
    range.setEnd(caret.node, start + 1)
    if (touches(range, { x, y })) return range
  }
  return null
}

function caretAt(x: number, y: number): { node: Node; offset: number } | null {
  if (typeof document.caretPositionFromPoint === 'function') {
    const position = document.caretPositionFromPoint(x, y)
    return position && { node: position.offsetNode, offset: position.offset }
  }
  // Safari before 18.4.
  const range = document.caretRangeFromPoint(x, y)
  return range && { node: range.startContainer, offset: range.startOffset }
}

function touches(range: Range, { x, y }: Point): boolean {
  return [...range.getClientRects()].some(
    ({ left, right, top, bottom }) =>
      x >= left - tolerance && x <= right + tolerance && y >= top - tolerance && y <= bottom + tolerance,
  )
}
