import type { EditorReplica } from './editor-replica.js'
import { RandomDocument } from './random-document.js'
import type { SeededRandom } from './seeded-random.js'

/** One random thing that staff do in an editor; returns its name. Some do nothing where they do not apply. */
export function randomEdit({ editor, undo, redo }: Bound, random: SeededRandom): string {
  const size = editor.state.doc.content.size
  const from = random.below(size + 1)
  const to = Math.min(size, from + random.below(random.chance(80) ? 12 : 200))
  const text = () => new RandomDocument(random).text()
  const block = () => new RandomDocument(random).block(1)
  editor.commands.setTextSelection({ from, to })
  const { commands } = editor
  const edits: [string, () => unknown][] = [
    ['type', () => commands.insertContentAt(from, text())],
    ['type', () => commands.insertContentAt(from, text())],
    ['replace', () => commands.insertContentAt({ from, to }, text())],
    ['delete', () => commands.deleteRange({ from, to })],
    ['split', () => commands.splitBlock()],
    ['join', () => commands.joinTextblockBackward()],
    ['break', () => commands.setHardBreak()],
    ['bold', () => commands.toggleBold()],
    ['italic', () => commands.toggleItalic()],
    ['link', () => commands.setLink({ href: random.pick(['/a', 'https://example.org', '#b']) })],
    ['heading', () => commands.toggleHeading({ level: random.pick([1, 2, 3, 4]) })],
    ['bullets', () => commands.toggleBulletList()],
    ['numbers', () => commands.toggleOrderedList()],
    ['sink', () => commands.sinkListItem('listItem')],
    ['lift', () => commands.liftListItem('listItem')],
    ['quote', () => commands.toggleBlockquote()],
    ['block', () => commands.insertContentAt(from, block())],
    ['table', () => commands.insertTable({ rows: 2, cols: 2, withHeaderRow: true })],
    ['row', () => commands.addRowAfter()],
    ['column', () => commands.deleteColumn()],
    ['rule', () => commands.setHorizontalRule()],
    ['again', () => commands.setContent(editor.getJSON())],
    ['undo', undo],
    ['undo', undo],
    ['redo', redo],
  ]
  const [name, edit] = random.pick(edits as [[string, () => unknown], ...[string, () => unknown][]])
  return attempt(edit) ? name : `${name}(failed)`
}

/**
 * Random commands make editors throw: ProseMirror at a split it cannot fit, y-tiptap 3.0.9 when it puts back a
 * selection that lay beyond the end of a text that has become shorter. What counts here is that readers follow
 * whatever reached the document.
 */
function attempt(edit: () => unknown): boolean {
  try {
    edit()
    return true
  } catch {
    return false
  }
}

interface Bound {
  readonly editor: EditorReplica['editor']
  readonly undo: () => void
  readonly redo: () => void
}
