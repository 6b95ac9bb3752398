import { editorExtensions } from '@randnotiz/document-schema/extensions'
import { documentFragment } from '@randnotiz/document-schema/fragment'
import { Editor, Extension } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret'
import { renderCaret, renderRemoteSelection } from './caret.js'
import type { EditorSession } from './editor-session.js'
import { imagesIn } from './images-in.js'
import type { Typist } from './presence.js'
import { StayingCaret } from './staying-caret.js'

/** What happens in the text and is answered beside it. */
export type EditorWishes = {
  /** The keys for a link were pressed. */
  link(): void
  /** Image files were dropped or pasted. */
  images(files: File[]): void
  /** The keys for the toolbar were pressed. */
  toolbar(): void
}

export type EditorParts = {
  element: HTMLElement
  session: Pick<EditorSession, 'doc' | 'provider'>
  typist: Typist
  editable: boolean
  /** Of the element that holds the text: its name and description. */
  attributes: Record<string, string>
  wishes: EditorWishes
}

/** The editor over a session's text, which has to be there already. Destroy it before the session is left. */
export function createEditor({
  element,
  session,
  typist,
  editable,
  attributes,
  wishes,
}: EditorParts): Editor {
  return new Editor({
    element,
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
      StayingCaret,
      keysFor(wishes),
    ],
    editorProps: {
      attributes: { role: 'textbox', 'aria-multiline': 'true', ...attributes },
      handlePaste: (_view, event) => takeImages(event.clipboardData, wishes),
      handleDrop: (_view, event, _slice, moved) => !moved && takeImages(event.dataTransfer, wishes),
    },
  })
}

function keysFor(wishes: EditorWishes) {
  const answer = (wish: () => void) => () => {
    wish()
    return true
  }
  return Extension.create({
    name: 'wishes',
    addKeyboardShortcuts: () => ({
      'Mod-k': answer(wishes.link),
      'Alt-F10': answer(wishes.toolbar),
    }),
  })
}

function takeImages(data: DataTransfer | null, wishes: EditorWishes): boolean {
  const files = data === null ? [] : imagesIn(data)
  if (files.length === 0) return false
  wishes.images(files)
  return true
}
