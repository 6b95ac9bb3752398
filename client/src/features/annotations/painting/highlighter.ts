/**
 * Paints passages over the text with the CSS Custom Highlight API: nothing is put into the document. What scales is
 * the window: all passages are known, only those near the screen are painted. One highlight for each level, one for
 * what is active, one for the passage somebody is writing about; `highlights.css` says how they look.
 *
 * Browsers without the API show the text unpainted; the buttons at the blocks and the list remain.
 */
import type { TextRange } from '@randnotiz/contract/annotations/target'
import { type AnnotatedText, linesOf, type TextLine } from './annotated-text.js'
import { watchLines } from './line-window.js'
import { denseStretches, type PaintLevel, paintLevels, type Stroke, strokesWithin } from './painting-plan.js'

export type Painting = {
  strokes: readonly Stroke[]
  activeId: string | null
  /** The passage that is being written about. */
  chosen: TextRange | null
}

export type Highlighter = {
  paint(painting: Painting): void
  stop(): void
}

const levelName = (level: PaintLevel): string => `note-${level}`
const denseName = 'note-dense'
const activeName = 'note-active'
const chosenName = 'note-chosen'
const names = [...paintLevels.map(levelName), denseName, activeName, chosenName]

/** Numbers of lines, both included; `from` is -1 where none is near. */
type PaintedLines = { from: number; to: number }

const covers = (painted: PaintedLines, near: PaintedLines) =>
  near.from === -1 || (painted.from <= near.from && near.to <= painted.to)

/** As many lines again on each side, so that it is enough for a while of scrolling. */
function widened({ from, to }: PaintedLines, count: number): PaintedLines {
  if (from === -1) return { from: 0, to: -1 }
  const more = to - from + 1
  return { from: Math.max(0, from - more), to: Math.min(count - 1, to + more) }
}

export function startHighlighter(text: AnnotatedText): Highlighter {
  if (!('highlights' in CSS)) return { paint() {}, stop() {} }
  let painting: Painting = { strokes: [], activeId: null, chosen: null }
  let lines: TextLine[] = []
  let frame = 0
  let painted: PaintedLines | null = null

  const window = watchLines(() => {
    // Registering highlights anew paints all of them anew: with every line that comes along, no frame would be in time.
    if (painted === null || !covers(painted, nearLines())) soon()
  })
  const unsubscribe = text.onPatched(refresh)
  refresh()
  soon()

  /**
   * What is painted moves along with the page by itself, until somebody paints the passages of the new text: those
   * that are known here are a little late, and would be painted at their old offsets.
   */
  function refresh() {
    lines = linesOf(text)
    window.watch(lines)
  }

  function nearLines(): PaintedLines {
    const isNear = ({ element }: TextLine) => window.isNear(element)
    return { from: lines.findIndex(isNear), to: lines.findLastIndex(isNear) }
  }

  function soon() {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(apply)
  }

  function apply() {
    painted = widened(nearLines(), lines.length)
    const near = lines.slice(painted.from, painted.to + 1).map(({ block }) => block)
    const visible = strokesWithin(painting.strokes, near)
    for (const level of paintLevels) {
      const ranges = visible.filter(stroke => stroke.level === level).map(({ range }) => range)
      show(levelName(level), ranges)
    }
    show(denseName, denseStretches(visible))
    show(
      activeName,
      visible.filter(({ id }) => id === painting.activeId).map(({ range }) => range),
    )
    show(chosenName, painting.chosen ? [painting.chosen] : [])
  }

  function show(name: string, ranges: readonly TextRange[]) {
    if (ranges.length === 0) return void CSS.highlights.delete(name)
    const highlight = new Highlight(...ranges.flatMap(range => text.domRangesOf(range) ?? []))
    highlight.priority = names.indexOf(name)
    CSS.highlights.set(name, highlight)
  }

  return {
    paint(next) {
      painting = next
      soon()
    },
    stop() {
      cancelAnimationFrame(frame)
      unsubscribe()
      window.stop()
      for (const name of names) CSS.highlights.delete(name)
    },
  }
}
