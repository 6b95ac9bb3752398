import type { OutlineEntry } from '@randnotiz/contract/documents/document'

/** A line of a flat text; only headings have a level. */
type Line = { id: string | null; start: number; end: number; level?: number }

const deepest = 4

/** The headings of a text that can be jumped to: those with an id and with words. */
export function outlineOf(text: string, lines: readonly Line[]): OutlineEntry[] {
  return lines.flatMap(({ id, start, end, level }) => {
    const heading = text.slice(start, end).trim()
    return id === null || level === undefined || heading === ''
      ? []
      : [{ blockId: id, level: Math.min(level, deepest), text: heading }]
  })
}
