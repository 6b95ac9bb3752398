import { Button } from '@randnotiz/ui/button'
import { Notice } from '@randnotiz/ui/notice'
import { Spinner } from '@randnotiz/ui/spinner'
import { useRefusalText } from '../../../platform/refusal-text.js'
import { RewritingPreview } from './rewriting-preview.js'
import type { RewritingHandle } from './use-rewriting.js'
import { useRewritingTexts } from './use-rewriting-texts.js'

/** Whatever comes after the choice of a new text: the same for a draft and for an earlier version. */
export function RewritingSteps({ handle: { state } }: { handle: RewritingHandle }) {
  const texts = useRewritingTexts()
  const refusalText = useRefusalText()
  switch (state.step) {
    case 'choosing':
      return null
    case 'previewing':
      return (
        <p className="rewriting-busy" role="status">
          <Spinner label="" />
          {texts.previewing}
        </p>
      )
    case 'previewed':
    case 'rewriting':
      return <RewritingPreview preview={state.preview} />
    case 'done':
      return (
        <Notice tone="success" role="status">
          {texts.done}
        </Notice>
      )
    case 'refused':
      return (
        <Notice tone="problem" role="alert">
          {refusalText(state.refusal)}
        </Notice>
      )
  }
}

type ActionsProps = { handle: RewritingHandle; confirmLabel: string; onClose(): void }

/** The buttons that lead on. */
export function RewritingActions({ handle, confirmLabel, onClose }: ActionsProps) {
  const texts = useRewritingTexts()
  const { state, preview, confirm } = handle
  const asks = state.step === 'previewed' && !state.preview.same
  return (
    <>
      <Button onClick={onClose}>
        {state.step === 'done' || (state.step === 'previewed' && !asks) ? texts.close : texts.cancel}
      </Button>
      {state.step === 'refused' && (
        <Button look="primary" onClick={() => preview(state.newText)}>
          {texts.again}
        </Button>
      )}
      {(asks || state.step === 'rewriting') && (
        <Button look="primary" busy={state.step === 'rewriting' ? texts.confirming : null} onClick={confirm}>
          {confirmLabel}
        </Button>
      )}
    </>
  )
}
