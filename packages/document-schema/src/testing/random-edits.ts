import type { EditorReplica } from './editor-replica.js'
import { RandomDocument } from './random-document.js'
import type { SeededRandom } from './seeded-random.js'

/** One random thing that staff do in an editor; returns its name. Some do nothing where they do not apply. */
export function randomEdit({ editor, undo, redo }: Bound, random: SeededRandom): string {
  const size = editor.state.doc.content.size
  const from = besidePair(editor, random.below(size + 1))
  const to = besidePair(editor, Math.min(size, from + random.below(random.chance(80) ? 12 : 200)))
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

/** No editor puts its cursor between the halves of a surrogate pair, and Yjs would replace both. */
function besidePair({ state: { doc } }: EditorReplica['editor'], position: number): number {
  const around = doc.textBetween(Math.max(0, position - 1), Math.min(doc.content.size, position + 1))
  return (around.codePointAt(0) ?? 0) > 0xffff && around.length === 2 ? position + 1 : position
}

/** Random commands ask for splits that ProseMirror cannot fit; keys and buttons would have tried others first. */
function attempt(edit: () => unknown): boolean {
  try {
    edit()
    return true
  } catch (problem) {
    if (problem instanceof Error && problem.name === 'TransformError') return false
    throw problem
  }
}

interface Bound {
  readonly editor: EditorReplica['editor']
  readonly undo: () => void
  readonly redo: () => void
}
