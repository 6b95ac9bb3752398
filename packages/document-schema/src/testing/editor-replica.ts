import { Editor, Extension } from '@tiptap/core'
import { redo, undo, ySyncPlugin, yUndoPlugin } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { editorExtensions } from '../extensions.js'
import { documentFragment } from '../fragment.js'

/** A real Tiptap editor on its own Yjs document: one staff member's browser. Needs a DOM. */
export class EditorReplica {
  readonly doc = new Y.Doc()
  readonly editor: Editor

  constructor(options: { update: Uint8Array; clientId: number; editable?: boolean }) {
    const editable = options.editable ?? true
    this.doc.clientID = options.clientId
    Y.applyUpdate(this.doc, options.update)
    const fragment = documentFragment(this.doc)
    const collaboration = Extension.create({
      name: 'collaboration',
      addProseMirrorPlugins: () => [ySyncPlugin(fragment), yUndoPlugin()],
    })
    this.editor = new Editor({
      element: document.createElement('div'),
      editable,
      extensions: [...editorExtensions({ editable }), collaboration],
      injectCSS: false,
    })
  }

  undo(): void {
    undo(this.editor.state)
  }

  redo(): void {
    redo(this.editor.state)
  }

  destroy(): void {
    this.editor.destroy()
    this.doc.destroy()
  }

  /** ProseMirror positions of the n-th occurrence of a text within one block. */
  find(text: string, occurrence = 0): { from: number; to: number } {
    let left = occurrence
    let found: { from: number; to: number } | undefined
    this.editor.state.doc.descendants((node, position) => {
      if (found !== undefined || !node.isTextblock) return found === undefined
      const at = node.textBetween(0, node.content.size, undefined, '\ufffc').indexOf(text)
      if (at >= 0 && left-- === 0) found = { from: position + 1 + at, to: position + 1 + at + text.length }
      return false
    })
    if (found === undefined) throw new Error(`"${text}" is not in the document`)
    return found
  }
}

/** Sends every change of either document to the other at once. Returns the way to stop that. */
export function connect(a: Y.Doc, b: Y.Doc): () => void {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)), b)
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)), a)
  const forward = (from: Y.Doc, to: Y.Doc) => {
    const send = (update: Uint8Array, origin: unknown) => {
      if (origin !== to) Y.applyUpdate(to, update, from)
    }
    from.on('update', send)
    return () => from.off('update', send)
  }
  const stops = [forward(a, b), forward(b, a)]
  return () => {
    for (const stop of stops) stop()
  }
}
