// First of all: Tiptap looks for a browser when it is loaded.
import './editor-dom.js'
import { editorExtensions } from '@randnotiz/document-schema/extensions'
import { documentFragment } from '@randnotiz/document-schema/fragment'
import { Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { type DocumentAddress, type OpenDocument, openSyncedDocument } from './open-document.js'

/** The editor of somebody at the writing desk, with Yjs' undo, over a connection of its own. */
export type OpenEditor = OpenDocument & { editor: Editor }

/** A real Tiptap editor without a browser, on a document of a running server; synced. */
export async function openEditor(address: DocumentAddress): Promise<OpenEditor> {
  const opened = await openSyncedDocument(address)
  const editor = new Editor({
    element: document.createElement('div'),
    injectCSS: false,
    extensions: [
      ...editorExtensions({ editable: true }),
      Collaboration.configure({ fragment: documentFragment(opened.doc), provider: opened.provider }),
    ],
  })
  return {
    ...opened,
    editor,
    close: () => {
      editor.destroy()
      opened.close()
    },
  }
}
