import type { DocumentId } from '@randnotiz/contract/kit/ids'
import type { Editor } from '@tiptap/core'
import { DescriptionDialog } from './description-dialog.js'
import { ImageDialog } from './image-dialog.js'
import { LinkDialog } from './link-dialog.js'

/** Several images at once are asked about one after another. */
export type OpenDialog = { kind: 'link' } | { kind: 'description' } | { kind: 'image'; files: File[] }

type Props = {
  editor: Editor
  documentId: DocumentId
  dialog: OpenDialog
  /** The dialog after this one; null when all is said. */
  onNext(dialog: OpenDialog | null): void
}

export function EditorDialog({ editor, documentId, dialog, onNext }: Props) {
  switch (dialog.kind) {
    case 'link':
      return <LinkDialog editor={editor} onClose={() => onNext(null)} />
    case 'description':
      return <DescriptionDialog editor={editor} onClose={() => onNext(null)} />
    case 'image': {
      const [file = null, ...more] = dialog.files
      return (
        <ImageDialog
          key={more.length}
          editor={editor}
          documentId={documentId}
          file={file}
          onClose={() => onNext(more.length > 0 ? { kind: 'image', files: more } : null)}
        />
      )
    }
  }
}
