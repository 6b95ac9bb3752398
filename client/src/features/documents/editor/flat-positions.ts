/**
 * From offsets in the flat text to positions in the editor's document. The flat text has one line for each paragraph
 * and heading, in the order of the document, joined by "\n"; a hard break inside is "\n" as well (see
 * `document-schema/flat-text`). In the editor's document the characters of a line stand next to each other and a hard
 * break takes one position, so within a line the way from offset to position is one addition.
 *
 * It is read from the editor's own document and not from Yjs positions: while a local edit is applied the two differ
 * for a moment, and only the editor's document fits what is on the screen.
 */
import type { TextRange } from '@randnotiz/contract/annotations/target'
import type { Node } from '@tiptap/pm/model'

/** One line: offsets in the flat text, and the position before its first character. */
export type FlatLine = { start: number; end: number; position: number }

export function flatLines(doc: Node): FlatLine[] {
  const lines: FlatLine[] = []
  let start = 0
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true
    const end = start + node.content.size
    lines.push({ start, end, position: position + 1 })
    start = end + 1
    return false
  })
  return lines
}

/** The flat text between two positions, clipped to lines; null when nothing of it is in a line. */
export function offsetsBetween(
  lines: readonly FlatLine[],
  between: { from: number; to: number },
): TextRange | null {
  const { from, to } = between
  const touched = lines.filter(line => line.position < to && endOf(line) > from)
  const [first] = touched
  const last = touched.at(-1)
  if (first === undefined || last === undefined) return null
  return {
    start: first.start + Math.max(0, from - first.position),
    end: last.start + Math.min(endOf(last), to) - last.position,
  }
}

/** The stretches of a passage, one for each line that holds characters of it. */
export function positionsOf(lines: readonly FlatLine[], range: TextRange): { from: number; to: number }[] {
  const stretches: { from: number; to: number }[] = []
  for (let number = lineNumberAt(lines, range.start); number < lines.length; number++) {
    const line = lines[number]
    if (line === undefined || line.start >= range.end) break
    if (Math.max(line.start, range.start) >= Math.min(line.end, range.end)) continue
    stretches.push({
      from: line.position + Math.max(0, range.start - line.start),
      to: line.position + Math.min(line.end, range.end) - line.start,
    })
  }
  return stretches
}

/** Number of the last line that starts at or before an offset: thousands of passages are asked for at once. */
function lineNumberAt(lines: readonly FlatLine[], offset: number): number {
  let low = 0
  let high = lines.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((lines[middle]?.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}

const endOf = (line: FlatLine) => line.position + line.end - line.start
