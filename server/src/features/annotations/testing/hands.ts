import type {} from '@randnotiz/document-schema/editor-commands'
import type { OpenEditor } from '@randnotiz/test-kit/open-editor'
import { until } from '@randnotiz/test-kit/until'
import { redo, undo, yUndoPluginKey } from '@tiptap/y-tiptap'

/** Positions in the editor's document. */
export type Span = { from: number; to: number }

/**
 * What somebody at the writing desk does with hands: every deed is a real transaction of a real editor, one step to
 * undo. Words name places; they must be in one block, and the first occurrence counts.
 */
export class Hands {
  /** `opened` answers the editor of the moment: a document that was replaced is opened anew. */
  constructor(private readonly opened: () => OpenEditor) {}

  get editor() {
    return this.opened().editor
  }

  type(place: { before: string } | { behind: string } | { at: number }, text: string): void {
    this.stepOfItsOwn()
    const at =
      'at' in place ? place.at : 'before' in place ? this.find(place.before).from : this.find(place.behind).to
    this.editor.view.dispatch(this.editor.state.tr.insertText(text, at))
  }

  /** Letter by letter, as keys are pressed. */
  typeSlowly(place: { before: string } | { behind: string }, text: string): void {
    this.stepOfItsOwn()
    let at = 'before' in place ? this.find(place.before).from : this.find(place.behind).to
    for (const letter of text) this.editor.view.dispatch(this.editor.state.tr.insertText(letter, at++))
  }

  delete(words: string): void {
    this.stepOfItsOwn()
    const { from, to } = this.find(words)
    this.editor.view.dispatch(this.editor.state.tr.delete(from, to))
  }

  /** The whole block that holds the words. */
  deleteBlock(words: string): void {
    this.stepOfItsOwn()
    const { from, to } = this.blockOf(words)
    this.editor.view.dispatch(this.editor.state.tr.delete(from, to))
  }

  replace(words: string, text: string): void {
    this.replaceAll([[words, text]])
  }

  /** Several places in one transaction. */
  replaceAll(replacements: readonly (readonly [words: string, text: string])[]): void {
    this.stepOfItsOwn()
    const { tr } = this.editor.state
    for (const [words, text] of replacements) {
      const { from, to } = this.find(words)
      tr.insertText(text, tr.mapping.map(from), tr.mapping.map(to))
    }
    this.editor.view.dispatch(tr)
  }

  split(place: { before: string } | { behind: string }): void {
    this.put(place)
    this.editor.commands.splitBlock()
  }

  hardBreak(place: { before: string } | { behind: string }): void {
    this.put(place)
    this.editor.commands.setHardBreak()
  }

  /** The block that holds the words goes behind the end of the one before it. */
  join(words: string): void {
    this.stepOfItsOwn()
    const { from } = this.blockOf(words)
    this.editor.view.dispatch(this.editor.state.tr.join(from))
  }

  /** Chooses the words, for a command of the toolbar. */
  choose(words: string): void {
    this.stepOfItsOwn()
    this.editor.commands.setTextSelection(this.find(words))
  }

  put(place: { before: string } | { behind: string }): void {
    this.stepOfItsOwn()
    this.editor.commands.setTextSelection(
      'before' in place ? this.find(place.before).from : this.find(place.behind).to,
    )
  }

  copy(span: Span): string {
    const slice = this.editor.state.doc.slice(span.from, span.to)
    return this.editor.view.serializeForClipboard(slice).dom.innerHTML
  }

  /** Copies, deletes, and pastes at a place that is looked for afterwards: two transactions, as by keyboard. */
  cutAndPaste(span: Span, place: { before: string } | { behind: string }): void {
    this.stepOfItsOwn()
    const html = this.copy(span)
    this.editor.view.dispatch(this.editor.state.tr.delete(span.from, span.to))
    this.paste(html, place)
  }

  paste(html: string, place: { before: string } | { behind: string }): void {
    this.put(place)
    this.editor.view.pasteHTML(html)
  }

  /** Dragged with the pointer: out and in within one transaction. */
  drag(span: Span, to: { before: string } | { behind: string }): void {
    this.stepOfItsOwn()
    const { state } = this.editor
    const block = state.doc.slice(span.from, span.to)
    const target = 'before' in to ? this.blockOf(to.before).from : this.blockOf(to.behind).to
    const tr = state.tr.delete(span.from, span.to)
    this.editor.view.dispatch(tr.replaceRange(tr.mapping.map(target), tr.mapping.map(target), block))
  }

  /** Dragged words end up in the middle of other words. */
  dragInto(words: string, to: { before: string } | { behind: string }): void {
    this.stepOfItsOwn()
    const { state } = this.editor
    const { from, to: end } = this.find(words)
    const target = 'before' in to ? this.find(to.before).from : this.find(to.behind).to
    const slice = state.doc.slice(from, end)
    const tr = state.tr.delete(from, end)
    const at = tr.mapping.map(target)
    this.editor.view.dispatch(tr.replaceRange(at, at, slice))
  }

  undo(): void {
    undo(this.editor.state)
  }

  redo(): void {
    redo(this.editor.state)
  }

  leave(): void {
    this.opened().provider.disconnect()
  }

  async comeBack(): Promise<void> {
    this.opened().provider.connect()
    await until('the editor is synced again', () => this.opened().provider.synced)
  }

  find(words: string): Span {
    const found = this.search(words)
    if (found === null) throw new Error(`"${words}" is not in the text`)
    return { from: found.position, to: found.position + words.length }
  }

  /** The outermost positions of the block around the words. */
  blockOf(words: string): Span {
    const found = this.search(words)
    if (found === null) throw new Error(`"${words}" is not in the text`)
    return found.block
  }

  private search(words: string): { position: number; block: Span } | null {
    let found: { position: number; block: Span } | null = null
    this.editor.state.doc.descendants((node, position) => {
      if (found !== null || !node.isTextblock) return found === null
      const at = node.textBetween(0, node.content.size, undefined, '\ufffc').indexOf(words)
      if (at >= 0)
        found = {
          position: position + 1 + at,
          block: { from: position, to: position + node.nodeSize },
        }
      return false
    })
    return found
  }

  private stepOfItsOwn(): void {
    yUndoPluginKey.getState(this.editor.state)?.undoManager.stopCapturing()
  }
}
