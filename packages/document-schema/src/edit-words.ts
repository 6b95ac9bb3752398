/**
 * Other words in place of some, as an update for a document: only what differs is deleted and inserted, so marks, blocks
 * and everybody's positions around it stay. A new word has the marks of the word it stands for, a word between two those
 * of the one before it.
 */
import * as Y from 'yjs'
import { toBase64 } from './base64.js'
import { blockNumberAt, characterAt, type FlatIndex, indexFlatText, type TextPosition } from './flat-text.js'
import { documentFragment } from './fragment.js'
import { textRuns } from './text-runs.js'

/** Half-open in the flat text, in UTF-16 units; `text` stands there afterwards. */
export type WordEdit = { readonly start: number; readonly end: number; readonly text: string }

export type EditedWords = {
  /** For whoever has the document as it was, or newer. */
  update: Uint8Array
  /** The document afterwards. */
  index: FlatIndex
  stateVector: string
  /** Of the blocks that were changed. */
  blockIds: string[]
}

/** `edits` in the order of the text. Null when one of them would join or part lines. The document stays as it is. */
export function editWords(source: Y.Doc, edits: readonly WordEdit[]): EditedWords | null {
  const doc = copyOf(source)
  const before = indexFlatText(documentFragment(doc))
  if (!edits.every(edit => staysInLine(before, edit))) return null
  const updates: Uint8Array[] = []
  doc.on('update', update => updates.push(update))
  // From the end, so that offsets before an edit keep their meaning.
  doc.transact(() => {
    for (const edit of edits.toReversed()) apply(before, edit)
  })
  return {
    update: Y.mergeUpdates(updates.length > 0 ? updates : [Y.encodeStateAsUpdate(new Y.Doc())]),
    index: indexFlatText(documentFragment(doc)),
    stateVector: toBase64(Y.encodeStateVector(doc)),
    blockIds: [...new Set(edits.flatMap(({ start }) => blockIdAt(before, start)))],
  }
}

function copyOf(source: Y.Doc): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(source))
  return doc
}

function staysInLine({ text, ...index }: FlatIndex, { start, end, text: fresh }: WordEdit): boolean {
  if (start < 0 || end < start || end > text.length) return false
  if (fresh.includes('\n') || text.slice(start, end).includes('\n')) return false
  return fresh === '' || insertionAt({ text, ...index }, { start, end }) !== null
}

function apply(index: FlatIndex, edit: WordEdit): void {
  const at = edit.text === '' ? null : insertionAt(index, edit)
  const attributes = at && attributesAt(at.neighbour)
  for (const { type, start, end } of index.segments.toReversed()) {
    const [from, to] = [Math.max(start, edit.start), Math.min(end, edit.end)]
    if (from < to) type.delete(from - start, to - from)
  }
  if (at && attributes) at.type.insert(at.index, edit.text, attributes)
}

type Insertion = TextPosition & { neighbour: TextPosition }

/** Where new words go, and the character whose marks they get. */
function insertionAt(index: FlatIndex, { start, end }: Pick<WordEdit, 'start' | 'end'>): Insertion | null {
  const replaced = start < end ? characterAt(index, start) : null
  if (replaced) return { ...replaced, neighbour: replaced }
  const before = start > 0 ? characterAt(index, start - 1) : null
  if (before) return { type: before.type, index: before.index + 1, neighbour: before }
  const behind = characterAt(index, start)
  return behind && { ...behind, neighbour: behind }
}

/** Explicit, also where there are none: otherwise Yjs would go on with those of the left. */
function attributesAt({ type, index }: TextPosition): Record<string, unknown> {
  let start = 0
  for (const { text, attributes } of textRuns(type)) {
    if (index < start + text.length) return { ...attributes }
    start += text.length
  }
  return {}
}

function blockIdAt(index: FlatIndex, offset: number): string[] {
  const number = blockNumberAt(index, offset)
  const id = number === null ? null : index.blocks[number]?.id
  return id ? [id] : []
}
