import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { type AlternativeText, AlternativeTextFields, altOf } from './alternative-text.js'
import { FormDialog } from './form-dialog.js'
import { useEditorTexts } from './use-editor-texts.js'

type Props = { editor: Editor; onClose(): void }

/** Changes the description of the selected image. */
export function DescriptionDialog({ editor, onClose }: Props) {
  const texts = useEditorTexts().image
  const [alternative, setAlternative] = useState(() => alternativeAt(editor))
  const [tried, setTried] = useState(false)
  const alt = altOf(alternative)
  const apply = () => {
    setTried(true)
    if (alt === null) return
    onClose()
    editor.chain().focus().updateAttributes('image', { alt }).run()
  }
  return (
    <FormDialog
      title={texts.change}
      submitLabel={texts.setChange}
      cancelLabel={texts.cancel}
      onClose={onClose}
      onSubmit={apply}
    >
      <AlternativeTextFields value={alternative} missing={tried && alt === null} onChange={setAlternative} />
    </FormDialog>
  )
}

function alternativeAt(editor: Editor): AlternativeText {
  const alt: unknown = editor.getAttributes('image').alt
  const words = typeof alt === 'string' ? alt : ''
  return { words, decorative: words === '' }
}
