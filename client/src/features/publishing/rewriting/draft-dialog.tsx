import type { DocumentId } from '@randnotiz/contract/kit/ids'
import { draftLimit } from '@randnotiz/contract/publishing/rewriting'
import { Button } from '@randnotiz/ui/button'
import { Dialog } from '@randnotiz/ui/dialog'
import { TextArea } from '@randnotiz/ui/text-area'
import { useState } from 'react'
import { RewritingActions, RewritingSteps } from './rewriting-steps.js'
import { useRewriting } from './use-rewriting.js'
import { useRewritingTexts } from './use-rewriting-texts.js'

type Props = { documentId: DocumentId; onClose(): void }

/** Replaces a text by a draft that is pasted here, after a look at what becomes of the annotations. */
export function DraftDialog({ documentId, onClose }: Props) {
  const texts = useRewritingTexts()
  const handle = useRewriting(documentId)
  const [draft, setDraft] = useState('')
  const [tried, setTried] = useState(false)
  const choosing = handle.state.step === 'choosing'
  const preview = () => {
    setTried(true)
    if (draft.trim() !== '') void handle.preview({ kind: 'markdown', markdown: draft })
  }
  const actions = choosing ? (
    <>
      <Button onClick={onClose}>{texts.cancel}</Button>
      <Button look="primary" onClick={preview}>
        {texts.preview}
      </Button>
    </>
  ) : (
    <>
      {(handle.state.step === 'previewed' || handle.state.step === 'refused') && (
        <Button look="quiet" onClick={handle.choose}>
          {texts.back}
        </Button>
      )}
      <RewritingActions handle={handle} confirmLabel={texts.confirm} onClose={onClose} />
    </>
  )
  return (
    <Dialog open title={texts.draft.title} closeLabel={texts.close} onClose={onClose} actions={actions}>
      {choosing && (
        <>
          <p>{texts.draft.explained}</p>
          <TextArea
            label={texts.draft.label}
            hint={texts.draft.hint}
            error={tried && draft.trim() === '' ? texts.draft.missing : null}
            rows={10}
            lang="de"
            maxLength={draftLimit}
            value={draft}
            onChange={event => setDraft(event.target.value)}
          />
        </>
      )}
      <RewritingSteps handle={handle} />
    </Dialog>
  )
}
