/**
 * Which notes of very many are drawn. A few hundred are all drawn; of thousands only those near the screen, since every
 * note is a small page of its own and the browser would be busy with them for half a minute. Where they stand is known
 * of all of them; what was never drawn is taken to be as high as the others are on average.
 */
import type { MarginItem } from './margin-items.js'

/** Up to so many are drawn at once; where notes stand below the text, so many more at a press. */
export const mostDrawn = 200

/** Of a note when none has been measured yet, in pixels. */
const usualHeight = 180

/** Heights of notes as they were measured last, by their keys. */
export class NoteHeights {
  readonly #known = new Map<string, number>()
  #sum = 0

  of(key: string): number | undefined {
    return this.#known.get(key)
  }

  /** What a note is taken for until it is measured. */
  supposed(): number {
    return this.#known.size === 0 ? usualHeight : Math.round(this.#sum / this.#known.size)
  }

  set(key: string, height: number): void {
    this.forget(key)
    this.#known.set(key, height)
    this.#sum += height
  }

  forget(key: string | null): void {
    const known = key === null ? undefined : this.#known.get(key)
    if (key === null || known === undefined) return
    this.#known.delete(key)
    this.#sum -= known
  }
}

type Placed = { id: string; height: number }
type Stretch = { from: number; to: number }

/** The notes that reach into a stretch of the column, in pixels from its top. */
export function notesWithin(
  notes: readonly Placed[],
  tops: ReadonlyMap<string, number>,
  { from, to }: Stretch,
): Set<string> {
  const within = notes.filter(({ id, height }) => {
    const top = tops.get(id) ?? 0
    return top + height >= from && top <= to
  })
  return new Set(within.map(({ id }) => id))
}

type Wish = {
  /** Keys of those near the screen; null where notes stand one below the other. */
  near: ReadonlySet<string> | null
  /** How many are drawn where they stand one below the other. */
  first: number
  /** Drawn wherever they stand: what somebody does, and what an address leads to. */
  always: readonly (string | null)[]
}

/** The items that are drawn, in their order; the very same list when that is all of them. */
export function itemsToDraw(
  items: readonly MarginItem[],
  { near, first, always }: Wish,
): readonly MarginItem[] {
  if (items.length <= mostDrawn) return items
  let left = first
  return items.filter(({ type, key }) => {
    if (type !== 'note' || always.includes(key)) return true
    return near === null ? left-- > 0 : near.has(key)
  })
}
