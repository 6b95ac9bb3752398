import type { TextRange } from '@randnotiz/contract/annotations/target'

/** A text in which a passage is marked: `… ⟦am Markt fehlen Bäume⟧, …`. */
export type MarkedText = string

/** The text without its marks, and the place that they enclosed. */
export function readMarks(marked: MarkedText): { text: string; range: TextRange } {
  const start = marked.indexOf('⟦')
  const end = marked.indexOf('⟧') - 1
  if (start < 0 || end <= start) throw new Error(`no marks in: ${marked}`)
  return { text: withoutMarks(marked), range: { start, end } }
}

export function withoutMarks(marked: MarkedText): string {
  return marked.replace(/[⟦⟧]/g, '')
}

/** Where the marked words of an excerpt stand in a whole text, which must hold the excerpt just once. */
export function locate(excerpt: MarkedText, text: string): TextRange {
  const { text: words, range } = readMarks(excerpt)
  const at = text.indexOf(words)
  if (at < 0 || text.indexOf(words, at + 1) >= 0) throw new Error(`not just once: ${words}\nin: ${text}`)
  return { start: at + range.start, end: at + range.end }
}

/** The words of a range with a little of what stands around it, as an excerpt. */
export function excerptAt(text: string, { start, end }: TextRange): MarkedText {
  return `${text.slice(Math.max(0, start - 20), start)}⟦${text.slice(start, end)}⟧${text.slice(end, end + 20)}`
}
