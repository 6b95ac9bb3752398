import type { DocumentId } from '@randnotiz/contract/kit/ids'
import type { VersionName } from '@randnotiz/contract/publishing/version'
import { Dialog } from '@randnotiz/ui/dialog'
import { useEffect } from 'react'
import { RewritingActions, RewritingSteps } from './rewriting-steps.js'
import { useRewriting } from './use-rewriting.js'
import { useRewritingTexts } from './use-rewriting-texts.js'

export type Restorable = { version: VersionName; title: string }
type Props = { documentId: DocumentId; restorable: Restorable; onClose(): void }

/** Brings an earlier version back into the live text, after a look at what becomes of the annotations. */
export function RestoreDialog({ documentId, restorable: { version, title }, onClose }: Props) {
  const texts = useRewritingTexts()
  const handle = useRewriting(documentId)
  const { preview } = handle
  useEffect(() => void preview({ kind: 'version', version }), [preview, version])
  return (
    <Dialog
      open
      title={texts.restore.title(title)}
      closeLabel={texts.close}
      onClose={onClose}
      actions={<RewritingActions handle={handle} confirmLabel={texts.confirmRestore} onClose={onClose} />}
    >
      {handle.state.step !== 'done' && <p>{texts.restore.explained}</p>}
      <RewritingSteps handle={handle} />
    </Dialog>
  )
}
