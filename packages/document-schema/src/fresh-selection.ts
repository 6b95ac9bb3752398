/**
 * y-tiptap 3.0.9 remembers the selection from before a change of the document, to put it back afterwards, as relative
 * positions and as plain numbers. The numbers can go stale: after an undo it keeps those that were stored with the
 * undone change until the next change, whoever makes that; and when several changes are taken over in one go, it keeps
 * the numbers from before the first. If the text has become shorter, they lie beyond its end. y-tiptap then throws in
 * the middle of taking over a change, and from there on the editor shows an old text and sends nothing any more.
 *
 * So after an undo or redo the remembered selection is dropped (the next change starts from the one on the screen),
 * and after each change its numbers are set to the selection on the screen.
 */
import { Extension } from '@tiptap/core'
import { Plugin, type PluginView } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey, yUndoPluginKey } from '@tiptap/y-tiptap'
import type { UndoManager } from 'yjs'

/** Does nothing in an editor without collaboration. */
export const FreshSelection = Extension.create({
  name: 'freshSelection',
  // Behind y-tiptap's own plugins: their listeners must have run before ours.
  priority: 1,
  addProseMirrorPlugins: () => [new Plugin({ view: keepSelectionFresh })],
})

/** The part of y-tiptap's binding that is mended here. */
interface Binding {
  beforeTransactionSelection: object | null
}

function keepSelectionFresh(editor: EditorView): PluginView {
  const binding = (): Binding | undefined => ySyncPluginKey.getState(editor.state)?.binding
  const undoManager: UndoManager | undefined = yUndoPluginKey.getState(editor.state)?.undoManager
  const forget = () => {
    const bound = binding()
    if (bound) bound.beforeTransactionSelection = null
  }
  undoManager?.on('stack-item-popped', forget)
  return {
    update: view => refresh(binding(), view),
    destroy: () => undoManager?.off('stack-item-popped', forget),
  }
}

function refresh(binding: Binding | undefined, { state: { selection } }: EditorView): void {
  if (!binding?.beforeTransactionSelection) return
  const { anchor: absAnchor, head: absHead } = selection
  binding.beforeTransactionSelection = { ...binding.beforeTransactionSelection, absAnchor, absHead }
}
