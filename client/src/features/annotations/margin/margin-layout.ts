/**
 * Places notes in the margin beside their passages. Each note wants to stand level with its passage; notes never
 * overlap and keep the order of the text. Without an active note everybody is pushed down as far as needed. The
 * active note stands where it belongs, and its neighbours make room: those before it upwards, those after it
 * downwards. Nothing rises above the top of the column; when there is no room above, the active note gives way.
 */
export type MarginNote = {
  id: string
  /** Where the passage starts, in pixels from the top of the column. */
  wanted: number
  height: number
}

type Options = { gap: number; activeId: string | null }

/** Tops in pixels for notes in the order of the text. */
export function layOutMargin(notes: readonly MarginNote[], { gap, activeId }: Options): Map<string, number> {
  const tops = pushedDown(notes, { gap, from: 0 })
  const active = notes.findIndex(note => note.id === activeId)
  if (active === -1) return named(notes, tops)
  const before = notes.slice(0, active)
  const room = before.reduce((height, note) => height + note.height + gap, 0)
  const activeTop = Math.max(notes[active]?.wanted ?? 0, room)
  const above = pulledUp(before, { gap, tops, limit: activeTop })
  const below = pushedDown(notes.slice(active), { gap, from: activeTop, first: activeTop })
  return named(notes, [...above, ...below])
}

/** Height of the column that holds all notes. */
export function marginHeight(notes: readonly MarginNote[], tops: ReadonlyMap<string, number>): number {
  return notes.reduce((height, note) => Math.max(height, (tops.get(note.id) ?? 0) + note.height), 0)
}

function pushedDown(
  notes: readonly MarginNote[],
  { gap, from, first }: { gap: number; from: number; first?: number },
): number[] {
  let free = from
  return notes.map((note, position) => {
    const top = position === 0 && first !== undefined ? first : Math.max(note.wanted, free)
    free = top + note.height + gap
    return top
  })
}

function pulledUp(
  notes: readonly MarginNote[],
  { gap, tops, limit }: { gap: number; tops: readonly number[]; limit: number },
): number[] {
  let ceiling = limit
  const pulled = notes.map((note, position) => ({ note, top: tops[position] ?? 0 })).reverse()
  return pulled
    .map(({ note, top }) => {
      const placed = Math.min(top, ceiling - gap - note.height)
      ceiling = placed
      return placed
    })
    .reverse()
}

function named(notes: readonly MarginNote[], tops: readonly number[]): Map<string, number> {
  return new Map(notes.map((note, position) => [note.id, tops[position] ?? 0]))
}
