import type { Editor } from '@tiptap/core'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { createEditor, type EditorWishes } from '../create-editor.js'

export type TestedEditor = { editor: Editor; doc: Y.Doc; destroy(): void }

const noWishes: EditorWishes = { link: () => {}, images: () => {}, toolbar: () => {} }

/** An editor over a document of its own, without a server. */
export function anEditor(name: string, wishes: EditorWishes = noWishes): TestedEditor {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider('ws://127.0.0.1:1', 'text', doc, { connect: false, disableBc: true })
  const element = document.createElement('div')
  document.body.append(element)
  const editor = createEditor({
    element,
    session: { doc, provider },
    typist: { name, colour: '#336699' },
    editable: true,
    attributes: { 'aria-label': 'Text' },
    wishes,
  })
  return {
    editor,
    doc,
    destroy: () => {
      editor.destroy()
      provider.destroy()
      element.remove()
    },
  }
}

/** Passes every change on at once, in both directions. */
export function connect(a: Y.Doc, b: Y.Doc): void {
  const passOn = (from: Y.Doc, to: Y.Doc) => {
    Y.applyUpdate(to, Y.encodeStateAsUpdate(from), from)
    from.on('update', (update, origin) => {
      if (origin !== to) Y.applyUpdate(to, update, from)
    })
  }
  passOn(a, b)
  passOn(b, a)
}
