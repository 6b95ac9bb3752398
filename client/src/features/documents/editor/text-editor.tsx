import type { DocumentId } from '@randnotiz/contract/kit/ids'
import type { Editor } from '@tiptap/core'
import { type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react'
import { EditorDialog, type OpenDialog } from './editor-dialog.js'
import type { EditorSession } from './editor-session.js'
import { type EditorSurface, openEditorSurface } from './editor-surface.js'
import { imageGroups } from './image-actions.js'
import type { Typist } from './presence.js'
import { tableGroups } from './table-actions.js'
import { Toolbar } from './toolbar.js'
import { type Desk, toolbarGroups } from './toolbar-actions.js'
import { useEditorFacts } from './use-editor-facts.js'
import { useEditorTexts } from './use-editor-texts.js'
import { useTextEditor } from './use-text-editor.js'

type Props = {
  documentId: DocumentId
  /** Title of the document, to name the text for screen readers. */
  title: string
  session: EditorSession
  typist: Typist
  editable: boolean
  /** The server takes no more edits: what is here can be read and copied. */
  locked: boolean
  /** Who is here, and whether the work is saved: at hand wherever one reads. */
  status: ReactNode
  /** What stands between bar and text, with the editor once that is there. */
  above(editor: Editor | null): ReactNode
  /** The margin. */
  children?: ReactNode
  /** The text as annotations see it; null when it goes. */
  onSurface(surface: EditorSurface | null): void
}

/** The text on its paper, with the toolbar above it. */
export function TextEditor(props: Props) {
  const { documentId, title, session, typist, editable, locked, status, above, children, onSurface } = props
  const texts = useEditorTexts()
  const hintId = useId()
  const paper = useRef<HTMLDivElement>(null)
  const toolbar = useRef<HTMLDivElement>(null)
  const [dialog, setDialog] = useState<OpenDialog | null>(null)
  const editor = useTextEditor(paper, {
    session,
    typist,
    editable,
    locked,
    attributes: {
      class: 'document prose',
      'aria-label': `${texts.region}: ${title}`,
      'aria-describedby': hintId,
      lang: 'de',
    },
    wishes: {
      link: () => setDialog({ kind: 'link' }),
      images: files => setDialog({ kind: 'image', files }),
      toolbar: () => focusTabStop(toolbar),
    },
  })
  useSurface(editor, session, onSurface)
  return (
    <div className="text-editor">
      <div className="text-editor__bar">
        {editor !== null && editable && !locked && (
          <Toolbars editor={editor} toolbar={toolbar} onDialog={setDialog} />
        )}
        {status}
      </div>
      {above(editor)}
      <div className="text-editor__page">
        <div className="text-editor__paper" ref={paper} />
        {children}
      </div>
      <p id={hintId} hidden>
        {editable && texts.textHint}
      </p>
      {editor !== null && dialog !== null && (
        <EditorDialog
          editor={editor}
          documentId={documentId}
          dialog={dialog}
          onNext={next => {
            setDialog(next)
            if (next === null) editor.commands.focus()
          }}
        />
      )}
    </div>
  )
}

function focusTabStop({ current }: RefObject<HTMLElement | null>) {
  current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
}

function useSurface(editor: Editor | null, session: EditorSession, onSurface: Props['onSurface']) {
  useEffect(() => {
    if (editor === null) return
    const surface = openEditorSurface(editor, session.doc)
    onSurface(surface)
    return () => {
      surface.release()
      onSurface(null)
    }
  }, [editor, session, onSurface])
}

type ToolbarsProps = {
  editor: Editor
  toolbar: RefObject<HTMLDivElement | null>
  onDialog(dialog: OpenDialog): void
}

/** What holds the caret, where that has buttons of its own. */
const placeOf = (editor: Editor) => {
  if (editor.isActive('image')) return 'image'
  return editor.isActive('table') ? 'table' : 'text'
}

function Toolbars({ editor, toolbar, onDialog }: ToolbarsProps) {
  const texts = useEditorTexts()
  const place = useEditorFacts(editor, placeOf)
  const desk: Desk = {
    editor,
    openLinkDialog: () => onDialog({ kind: 'link' }),
    openImageDialog: () => onDialog({ kind: 'image', files: [] }),
    openDescriptionDialog: () => onDialog({ kind: 'description' }),
  }
  return (
    <>
      <Toolbar
        ref={toolbar}
        desk={desk}
        groups={toolbarGroups}
        label={texts.toolbar.label}
        names={texts.toolbar}
      />
      {place === 'table' && (
        <div className="text-editor__place">
          <Toolbar desk={desk} groups={tableGroups} label={texts.table.label} names={texts.table} />
        </div>
      )}
      {place === 'image' && (
        <div className="text-editor__place">
          <Toolbar desk={desk} groups={imageGroups} label={texts.imageBar.label} names={texts.imageBar} />
        </div>
      )}
    </>
  )
}
