import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import { withdrawContribution } from '@randnotiz/contract/annotations/endpoints'
import type { ReplyId } from '@randnotiz/contract/kit/ids'
import { Button } from '@randnotiz/ui/button'
import { Notice } from '@randnotiz/ui/notice'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlatform } from '../../../platform/platform-context.js'
import { EditForm } from './edit-form.js'
import { useOwnDeed } from './use-own-deed.js'
import './own.css'

type Props = { annotation: Annotation; editable: boolean; onDone(annotation: Annotation): void }
type Doing = 'nothing' | 'editing' | 'withdrawing'

/** What an author can do with a contribution of theirs: put it in other words, or take it back. */
export function OwnActions({ annotation, editable, onDone }: Props) {
  const { t } = useTranslation('annotations')
  const [doing, setDoing] = useState<Doing>('nothing')
  const actions = useRef<HTMLDivElement>(null)
  const rest = () => {
    setDoing('nothing')
    requestAnimationFrame(() => actions.current?.querySelector('button')?.focus())
  }
  if (annotation.publication.state === 'withdrawn') return null
  if (doing === 'editing')
    return (
      <EditForm
        annotation={annotation}
        onCancel={rest}
        onDone={changed => {
          rest()
          onDone(changed)
        }}
      />
    )
  if (doing === 'withdrawing') return <Withdrawal annotation={annotation} onDone={onDone} onCancel={rest} />
  return (
    <div className="form-actions own-actions" ref={actions}>
      {editable && (
        <Button look="quiet" size="small" onClick={() => setDoing('editing')}>
          {t('ownActions.edit')}
        </Button>
      )}
      <Button look="quiet" size="small" onClick={() => setDoing('withdrawing')}>
        {t('ownActions.withdraw')}
      </Button>
    </div>
  )
}

type WithdrawalProps = {
  annotation: Annotation
  /** A reply of the viewer's own; the contribution itself when left out. */
  replyId?: ReplyId
  onDone(annotation: Annotation): void
  onCancel(): void
}

/** Asks once more: nothing leads back. */
export function Withdrawal({ annotation, replyId, onDone, onCancel }: WithdrawalProps) {
  const { t } = useTranslation('annotations')
  const { call } = usePlatform()
  const deed = useOwnDeed(onDone)
  const { id: annotationId } = annotation
  const withdraw = () => {
    const body = { annotationId, replyId: replyId ?? null }
    return deed.run(() => call(withdrawContribution, { params: { annotationId }, query: {}, body }))
  }
  return (
    <div className="withdrawal">
      <p>{t('ownActions.sure')}</p>
      {deed.problem !== null && (
        <Notice tone="problem" role="alert">
          <p>{deed.problem}</p>
        </Notice>
      )}
      <div className="form-actions">
        <Button
          // Asked for just now: the answer is where the focus is.
          autoFocus
          look="secondary"
          size="small"
          busy={deed.busy ? t('own.sending') : null}
          onClick={() => void withdraw()}
        >
          {t('ownActions.yes')}
        </Button>
        <Button look="quiet" size="small" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  )
}
