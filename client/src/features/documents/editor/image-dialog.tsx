import { imageTypes } from '@randnotiz/contract/documents/image'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import { Button } from '@randnotiz/ui/button'
import { Spinner } from '@randnotiz/ui/spinner'
import { TextField } from '@randnotiz/ui/text-field'
import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { useRefusalText } from '../../../platform/refusal-text.js'
import { type AlternativeText, AlternativeTextFields, altOf } from './alternative-text.js'
import { FormDialog } from './form-dialog.js'
import { insertBehind } from './insert-behind.js'
import { useEditorTexts } from './use-editor-texts.js'
import { type UploadState, useImageUpload } from './use-image-upload.js'

type Props = {
  editor: Editor
  documentId: DocumentId
  /** A file that was dropped or pasted. */
  file: File | null
  onClose(): void
}

/** Uploads an image and asks what it shows; it goes into the text when both are there. */
export function ImageDialog({ editor, documentId, file, onClose }: Props) {
  const texts = useEditorTexts().image
  const { state, choose } = useImageUpload(documentId, file)
  const [alternative, setAlternative] = useState<AlternativeText>({ words: '', decorative: false })
  const [tried, setTried] = useState(false)
  const alt = altOf(alternative)

  const insert = () => {
    setTried(true)
    if (state.kind !== 'stored' || alt === null) return
    onClose()
    const { src, width, height } = state.image
    insertBehind(editor).setImage({ src, alt, width, height }).run()
  }
  return (
    <FormDialog
      title={texts.add}
      submitLabel={texts.set}
      cancelLabel={texts.cancel}
      onClose={onClose}
      onSubmit={insert}
    >
      <FileField state={state} tried={tried} onChoose={choose} />
      <AlternativeTextFields value={alternative} missing={tried && alt === null} onChange={setAlternative} />
    </FormDialog>
  )
}

type FileProps = { state: UploadState; tried: boolean; onChoose(file: File): void }

function FileField({ state, tried, onChoose }: FileProps) {
  const texts = useEditorTexts().image
  const refusalText = useRefusalText()
  const problem = () => {
    if (state.kind === 'refused') return refusalText(state.refusal)
    return tried && state.kind === 'empty' ? texts.missing : null
  }
  return (
    <>
      <TextField
        label={texts.file}
        hint={texts.fileHint}
        error={problem()}
        type="file"
        accept={imageTypes.join(',')}
        onChange={event => {
          const [chosen] = event.target.files ?? []
          if (chosen !== undefined) onChoose(chosen)
        }}
      />
      {state.kind === 'refused' && state.refusal.code === 'server/unavailable' && (
        <Button onClick={() => onChoose(state.file)}>{texts.retry}</Button>
      )}
      <p className="editor-form__progress" role="status">
        {state.kind === 'uploading' && <Spinner label="" />}
        {state.kind === 'uploading' && texts.uploading}
        {state.kind === 'stored' && texts.uploaded}
      </p>
      {state.kind === 'stored' && <img className="editor-form__preview" src={state.image.src} alt="" />}
    </>
  )
}
