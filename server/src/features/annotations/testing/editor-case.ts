import type { Hands } from './hands.js'
import type { MarkedText } from './marked-text.js'

/** Who and what an operation may use. */
export type Desk = {
  /** Whose undo and clipboard it is. */
  one: Hands
  other: Hands
  /** An edit of the server's own that puts another text into the document; everybody keeps it open. */
  importText(markdown: string): Promise<void>
  /** Everything the editors have written has arrived at the server and at both. */
  settle(): Promise<void>
  /** The server has looked for the passage in what stands there now. */
  resolve(): Promise<void>
  /** Another text takes the place of the document; everybody opens it anew. */
  replaceText(markdown: string): Promise<void>
}

/**
 * What must come of a passage: it stands where an excerpt of the text marks it, it is only suggested there, or it says
 * that it is lost. Anything else is silently wrong.
 */
export type Expectation = { stays: MarkedText } | { suggested: MarkedText } | 'orphaned'

export type EditorCase = {
  name: string
  /** Markdown with the annotated words marked; the usual text when left out. */
  text?: MarkedText
  operation(desk: Desk): void | Promise<void>
  expect: Expectation
}

export const usualText: MarkedText = `## Plätze und Wege

Die Stadt prüft bis zum Sommer, wo Fahrräder sicher abgestellt werden können.

Am Bahnhof fehlen Bänke, ⟦am Markt fehlen Bäume⟧, und auf dem Weg dazwischen fehlt beides.

Der Rat entscheidet im Herbst über die erste Fassung des Konzepts.

- Linden spenden Schatten.
- Bänke laden zum Verweilen ein.
- Brunnen kühlen die Luft.
`
