/**
 * The editor's text as annotations see it: flat text, and the way from its offsets to what is on the screen. The same
 * shape as the public reader's text, so highlights and the list beside the text are painted over both by one code.
 *
 * Everything is computed when somebody asks, at most once for each state of the text, and listeners hear once a frame,
 * however many keys were pressed. Never inside a transaction: while the editor applies a local edit, Yjs does not know
 * it yet.
 */
import type { TextRange } from '@randnotiz/contract/annotations/target'
import { toBase64 } from '@randnotiz/document-schema/base64'
import { type FlatIndex, indexFlatText } from '@randnotiz/document-schema/flat-text'
import { documentFragment } from '@randnotiz/document-schema/fragment'
import type { Editor } from '@tiptap/core'
import * as Y from 'yjs'
import type { LiveText } from '../reader/live-text.js'
import { type FlatLine, flatLines, offsetsBetween, positionsOf } from './flat-positions.js'

export type EditorSurface = Pick<
  LiveText,
  'root' | 'flatIndex' | 'stateVector' | 'domRangesOf' | 'offsetsOf'
> & {
  /** Its elements are the editor's alone: nothing may be put between them. */
  readonly drawnByEditor: true
  onPatched(listener: () => void): () => void
  release(): void
}

export function openEditorSurface(editor: Editor, doc: Y.Doc): EditorSurface {
  const surface = new Surface(editor, doc)
  return {
    root: editor.view.dom,
    drawnByEditor: true,
    flatIndex: () => surface.flatIndex(),
    domRangesOf: range => surface.domRangesOf(range),
    offsetsOf: range => surface.offsetsOf(range),
    onPatched: listener => surface.onPatched(listener),
    stateVector: () => toBase64(Y.encodeStateVector(doc)),
    release: () => surface.release(),
  }
}

class Surface {
  private readonly listeners = new Set<() => void>()
  private index: FlatIndex | null = null
  private lines: FlatLine[] | null = null
  private frame = 0

  constructor(
    private readonly editor: Editor,
    private readonly doc: Y.Doc,
  ) {
    editor.on('transaction', this.onTransaction)
  }

  flatIndex(): FlatIndex {
    this.index ??= indexFlatText(documentFragment(this.doc))
    return this.index
  }

  domRangesOf(range: TextRange): Range[] | null {
    this.lines ??= flatLines(this.editor.state.doc)
    const ranges = positionsOf(this.lines, range).map(stretch => this.domRangeBetween(stretch))
    return ranges.length === 0 ? null : ranges
  }

  offsetsOf(range: Range): TextRange | null {
    const { view, state } = this.editor
    if (!range.intersectsNode(view.dom)) return null
    const holds = (node: globalThis.Node) => view.dom.contains(node)
    const from = holds(range.startContainer) ? view.posAtDOM(range.startContainer, range.startOffset) : 0
    const to = holds(range.endContainer)
      ? view.posAtDOM(range.endContainer, range.endOffset)
      : state.doc.content.size
    this.lines ??= flatLines(state.doc)
    return offsetsBetween(this.lines, { from, to })
  }

  onPatched(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  release(): void {
    cancelAnimationFrame(this.frame)
    this.editor.off('transaction', this.onTransaction)
    this.listeners.clear()
  }

  private domRangeBetween({ from, to }: { from: number; to: number }): Range {
    const start = this.editor.view.domAtPos(from, 1)
    const end = this.editor.view.domAtPos(to, -1)
    const range = document.createRange()
    range.setStart(start.node, start.offset)
    range.setEnd(end.node, end.offset)
    return range
  }

  private readonly onTransaction = ({ transaction }: { transaction: { docChanged: boolean } }) => {
    if (!transaction.docChanged) return
    this.index = null
    this.lines = null
    if (this.frame === 0) this.frame = requestAnimationFrame(this.announce)
  }

  private readonly announce = () => {
    this.frame = 0
    if (this.editor.isDestroyed) return
    for (const listener of this.listeners) listener()
  }
}
