import { editorExtensions } from '@randnotiz/document-schema/extensions'
import { documentFragment } from '@randnotiz/document-schema/fragment'
import { Editor, Extension } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret'
import { renderCaret, renderRemoteSelection } from './caret.js'
import type { EditorSession } from './editor-session.js'
import type { Typist } from './presence.js'

/** What happens in the text and is answered beside it. */
export type EditorWishes = {
  /** The keys for a link were pressed. */
  link(): void
  /** Image files were dropped or pasted. */
  images(files: File[]): void
  /** The keys for the toolbar were pressed. */
  toolbar(): void
}

export type EditorParts = { session: EditorSession; typist: Typist; editable: boolean; wishes: EditorWishes }

/** The editor over a session's text. Destroy it before the session is left. */
export function createEditor({ session, typist, editable, wishes }: EditorParts): Editor {
  return new Editor({
    editable,
    injectCSS: false,
    extensions: [
      ...editorExtensions({ editable }),
      Collaboration.configure({ fragment: documentFragment(session.doc), provider: session.provider }),
      CollaborationCaret.configure({
        provider: session.provider,
        user: { name: typist.name, color: typist.colour },
        render: renderCaret,
        selectionRender: renderRemoteSelection,
      }),
      wishesExtension(wishes),
    ],
    editorProps: {
      handlePaste: (_view, event) => takeImages(event.clipboardData, wishes),
      handleDrop: (_view, event, _slice, moved) => !moved && takeImages(event.dataTransfer, wishes),
    },
  })
}

function wishesExtension(wishes: EditorWishes) {
  return Extension.create({
    name: 'wishes',
    addKeyboardShortcuts: () => ({
      'Mod-k': () => {
        wishes.link()
        return true
      },
      'Alt-F10': () => {
        wishes.toolbar()
        return true
      },
    }),
  })
}

const isImage = ({ type }: File) => type.startsWith('image/')

/** Images of other formats are taken too, so that the dialog can say what is wrong with them. */
function takeImages(data: DataTransfer | null, wishes: EditorWishes): boolean {
  const files = [...(data?.files ?? [])].filter(isImage)
  // A word processor puts a picture of the copied text beside the text itself.
  if (files.length === 0 || data?.types.includes('text/html')) return false
  wishes.images(files)
  return true
}
