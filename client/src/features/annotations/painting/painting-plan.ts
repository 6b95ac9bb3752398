/**
 * Which passages are painted, and how. Passages overlap, so each gets a level: passages that share a character stand
 * on different levels, and every level draws its line a little lower. The longer passage of two that start together
 * takes the upper level, so a note inside another is underlined below it.
 *
 * Levels are given for the whole text and not for the stretch on the screen, or lines would jump while scrolling.
 * Beyond the last level passages share it: four lines are what a line of text has room for. Where even more overlap,
 * the stretch is dense, which its ground tells.
 */
import type { TextRange } from '@randnotiz/contract/annotations/target'

/** A passage in the flat text on the screen. */
export type Passage<Id extends string = string> = { id: Id; range: TextRange }

export const paintLevels = [0, 1, 2, 3] as const
export type PaintLevel = (typeof paintLevels)[number]

export type Stroke<Id extends string = string> = Passage<Id> & { level: PaintLevel }

/** Strokes for all passages, in the order of the text. */
export function planPainting<Id extends string>(passages: readonly Passage<Id>[]): Stroke<Id>[] {
  const takenUpTo: number[] = paintLevels.map(() => 0)
  return inTextOrder(passages).map(passage => {
    const level = freeLevel(takenUpTo, passage.range.start)
    takenUpTo[level] = Math.max(takenUpTo[level] ?? 0, passage.range.end)
    return { ...passage, level }
  })
}

/** The strokes that touch one of the given stretches of text. */
export function strokesWithin<Id extends string>(
  strokes: readonly Stroke<Id>[],
  stretches: readonly TextRange[],
): Stroke<Id>[] {
  const around = {
    start: Math.min(...stretches.map(({ start }) => start)),
    end: Math.max(...stretches.map(({ end }) => end)),
  }
  // Few of thousands are anywhere near; the others are asked once.
  return strokes.filter(
    ({ range }) => overlaps(range, around) && stretches.some(stretch => overlaps(range, stretch)),
  )
}

/** Where more passages overlap than there are levels, in the order of the text. */
export function denseStretches(strokes: readonly Stroke[]): TextRange[] {
  const edges = strokes
    .flatMap(({ range }) => [
      { at: range.start, step: 1 },
      { at: range.end, step: -1 },
    ])
    .sort((a, b) => a.at - b.at || a.step - b.step)
  const dense: TextRange[] = []
  let depth = 0
  let since = 0
  for (const { at, step } of edges) {
    if (step === 1 && depth === paintLevels.length) since = at
    if (step === -1 && depth === paintLevels.length + 1 && since < at) dense.push({ start: since, end: at })
    depth += step
  }
  return dense
}

export function overlaps(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end
}

function inTextOrder<Id extends string>(passages: readonly Passage<Id>[]): Passage<Id>[] {
  return [...passages].sort(
    (a, b) =>
      a.range.start - b.range.start || b.range.end - a.range.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  )
}

function freeLevel(takenUpTo: readonly number[], start: number): PaintLevel {
  return paintLevels.find(level => (takenUpTo[level] ?? 0) <= start) ?? lastLevel
}

const lastLevel = 3 satisfies PaintLevel
