import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import { withdrawContribution } from '@randnotiz/contract/annotations/endpoints'
import type { ReplyId } from '@randnotiz/contract/kit/ids'
import { Button } from '@randnotiz/ui/button'
import { Notice } from '@randnotiz/ui/notice'
import { useTranslation } from 'react-i18next'
import { usePlatform } from '../../../platform/platform-context.js'
import { useOwnDeed } from './use-own-deed.js'

type Props = {
  annotation: Annotation
  /** A reply of the viewer's own; the contribution itself when null. */
  replyId: ReplyId | null
  onDone(annotation: Annotation): void
  onCancel(): void
}

/** Asks once more: nothing leads back. */
export function Withdrawal({ annotation, replyId, onDone, onCancel }: Props) {
  const { t } = useTranslation('annotations')
  const { call } = usePlatform()
  const deed = useOwnDeed(onDone)
  const { id: annotationId } = annotation
  const withdraw = () => {
    const body = { annotationId, replyId }
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
