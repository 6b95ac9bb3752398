/**
 * Keeps one's own caret at its words while others write in the same paragraph.
 *
 * y-tiptap remembers the selection as Yjs positions, bound to the character before the caret, and finds it again after
 * each change from others. Release 3.0.9 then doubts what it has found: a paragraph that reads differently counts as
 * rebuilt, and the caret goes back to its old offset. With two people typing in one paragraph that is every time, and
 * the letters of the second one end up in reverse
 * (https://github.com/ueberdosis/tiptap/issues/7213 has the other half of the story).
 *
 * So: as long as the character that the caret is bound to is alive, Yjs is right and its answer is taken. When it was
 * deleted, by a paragraph being split or moved, y-tiptap's guess is better than none and stays.
 */
import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'
import { relativePositionToAbsolutePosition, ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'

/** What y-tiptap's binding keeps while it passes a change on. */
type Binding = {
  doc: Y.Doc
  type: Y.XmlFragment
  mapping: Parameters<typeof relativePositionToAbsolutePosition>[3]
  beforeTransactionSelection: { type: string; anchor: Y.RelativePosition; head: Y.RelativePosition } | null
}

type SyncMeta = { isChangeOrigin?: boolean; isUndoRedoOperation?: boolean }

export const StayingCaret = Extension.create({
  name: 'stayingCaret',
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction: (transactions, _before, state) =>
        transactions.some(comesFromOthers) ? correction(state) : null,
    }),
  ],
})

function comesFromOthers(transaction: Transaction): boolean {
  const meta: SyncMeta | undefined = transaction.getMeta(ySyncPluginKey)
  return meta?.isChangeOrigin === true && meta.isUndoRedoOperation !== true
}

function correction(state: EditorState): Transaction | null {
  const binding: Binding | null = ySyncPluginKey.getState(state)?.binding ?? null
  const remembered = binding?.beforeTransactionSelection ?? null
  if (binding === null || remembered?.type !== 'text') return null
  const anchor = positionOf(remembered.anchor, binding)
  const head = positionOf(remembered.head, binding)
  if (anchor === null || head === null) return null
  const selection = TextSelection.between(state.doc.resolve(anchor), state.doc.resolve(head))
  return selection.eq(state.selection) ? null : state.tr.setSelection(selection)
}

/** Where the caret stands now; null when what it was bound to is gone. */
function positionOf(position: Y.RelativePosition, { doc, type, mapping }: Binding): number | null {
  if (position.item !== null) {
    const item = Y.getItem(doc.store, position.item)
    if (!(item instanceof Y.Item) || item.deleted) return null
  }
  return relativePositionToAbsolutePosition(doc, type, position, mapping)
}
