import * as Y from 'yjs'

export interface TextRun {
  readonly text: string
  /** Marks by name, as stored. */
  readonly attributes: Readonly<Record<string, unknown>>
}

/**
 * Stands for anything in a text that is not a character. The editor never stores such a thing; one placeholder keeps
 * an index into the Yjs text and an index into its characters the same number.
 */
const placeholder = '\ufffc'

/** The stretches of a text that have the same marks. */
export function textRuns(text: Y.XmlText): TextRun[] {
  const delta: { insert: unknown; attributes?: Record<string, unknown> }[] = text.toDelta()
  return delta.map(({ insert, attributes }) => ({
    text: typeof insert === 'string' ? insert : placeholder,
    attributes: attributes ?? {},
  }))
}

/** The characters of a text: one UTF-16 unit for each of its Yjs positions. */
export function charactersOf(text: Y.XmlText): string {
  let characters = ''
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue
    characters += item.content instanceof Y.ContentString ? item.content.str : placeholder.repeat(item.length)
  }
  return characters
}
