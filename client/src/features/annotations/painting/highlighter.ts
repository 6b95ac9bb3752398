/**
 * Paints passages over the text with the CSS Custom Highlight API: nothing is put into the document. What scales is
 * the window: all passages are known, only those near the screen are painted. One highlight for each level, one for
 * what is active, one for the passage somebody is writing about; `highlights.css` says how they look.
 *
 * What is painted moves along with its letters by itself. A moment after a change the few passages near the screen are
 * looked up and painted anew; all others come when the text has come to rest and `paint` brings them.
 *
 * Browsers without the API show the text unpainted; the buttons at the blocks and the list remain.
 */
import type { TextRange } from '@randnotiz/contract/annotations/target'
import type { FlatIndex } from '@randnotiz/document-schema/flat-text'
import { startSettling } from '../../../platform/settling.js'
import { type AnnotatedText, linesOf, type TextLine } from './annotated-text.js'
import { type NearLines, nearLines, onMoved } from './line-window.js'
import { denseStretches, type PaintLevel, paintLevels, type Stroke, strokesWithin } from './painting-plan.js'

export type Painting = {
  strokes: readonly Stroke[]
  /** The text in which the strokes and `chosen` have their offsets; null while there is none. */
  index: FlatIndex | null
  activeId: string | null
  /** The passage that is being written about. */
  chosen: TextRange | null
  /** Strokes of an earlier text where their passages stand by now. */
  placeAnew(strokes: readonly Stroke[]): Stroke[]
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

const moment = { quietMs: 60, mostMs: 200 }

const covers = (painted: NearLines, near: NearLines) =>
  near.from === -1 || (painted.from <= near.from && near.to <= painted.to)

/** As many lines again on each side, so that it is enough for a while of scrolling. */
function widened({ from, to }: NearLines, count: number): NearLines {
  if (from === -1) return { from: 0, to: -1 }
  const more = to - from + 1
  return { from: Math.max(0, from - more), to: Math.min(count - 1, to + more) }
}

/** A passage may have moved by so many characters since its stroke was planned, and still be found near the screen. */
const drift = 4_000

export function startHighlighter(text: AnnotatedText): Highlighter {
  if (!('highlights' in CSS)) return { paint() {}, stop() {} }
  let painting: Painting | null = null
  let painted: NearLines | null = null
  let lines: readonly TextLine[] = []
  const shown = new Map<string, readonly Range[]>()
  let frame = 0

  const settling = startSettling(moment, soon)
  const unsubscribe = text.onPatched(settling.changed)
  const stopWatching = onMoved(text.root, () => {
    // Registering highlights anew paints all of them anew: with every line that comes along, no frame would be in time.
    if (painted !== null && !covers(painted, nearLines(lines))) soon()
  })

  function soon() {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(apply)
  }

  function apply() {
    if (painting === null) return
    lines = linesOf(text)
    painted = widened(nearLines(lines), lines.length)
    const near = lines.slice(painted.from, painted.to + 1).map(({ block }) => block)
    const isCurrent = painting.index === text.flatIndex()
    const visible = isCurrent ? strokesWithin(painting.strokes, near) : placedAnew(painting, near)
    for (const level of paintLevels) {
      const ranges = visible.filter(stroke => stroke.level === level).map(({ range }) => range)
      show(levelName(level), ranges)
    }
    show(denseName, denseStretches(visible))
    const { activeId, chosen } = painting
    show(
      activeName,
      visible.filter(({ id }) => id === activeId).map(({ range }) => range),
    )
    // Where it stands by now is not known yet; its letters carry it that long.
    if (isCurrent) show(chosenName, chosen ? [chosen] : [])
  }

  function show(name: string, passages: readonly TextRange[]) {
    const ranges = passages.flatMap(range => text.domRangesOf(range) ?? [])
    // Ranges move along with what is typed: mostly they are where they should be, and nothing is painted anew.
    if (isSame(shown.get(name) ?? [], ranges)) return
    shown.set(name, ranges)
    if (ranges.length === 0) return void CSS.highlights.delete(name)
    const highlight = new Highlight(...ranges)
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
      settling.stop()
      unsubscribe()
      stopWatching()
      for (const name of names) CSS.highlights.delete(name)
    },
  }
}

function isSame(some: readonly Range[], others: readonly Range[]): boolean {
  return (
    some.length === others.length &&
    some.every((range, number) => {
      const other = others[number]
      return (
        range.startContainer === other?.startContainer &&
        range.startOffset === other.startOffset &&
        range.endContainer === other.endContainer &&
        range.endOffset === other.endOffset
      )
    })
  )
}

function placedAnew({ strokes, placeAnew }: Painting, near: readonly TextRange[]): Stroke[] {
  const [first] = near
  const last = near.at(-1)
  if (first === undefined || last === undefined) return []
  const around = { start: first.start - drift, end: last.end + drift }
  return strokesWithin(placeAnew(strokesWithin(strokes, [around])), near)
}
