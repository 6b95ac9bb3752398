import { Button } from '@randnotiz/ui/button'
import { Notice } from '@randnotiz/ui/notice'
import { useTranslation } from 'react-i18next'
import { useAnnotatingContext } from '../annotating.js'
import { type Contribution, saysSomething } from '../writing/contribution.js'
import { SignInToSend } from './sign-in-to-send.js'

/** Send it, keep it for later, or throw it away; whoever may not send is told why. */
export function FormActions({ draft, mayNotSend }: { draft: Contribution; mayNotSend: boolean }) {
  const { t } = useTranslation('annotations')
  const { desk, close, permissions, viewer } = useAnnotatingContext()
  const isClosed = viewer.kind === 'account' && !permissions.annotate

  function discard() {
    close()
    desk.discard(draft)
  }

  return (
    <>
      {isClosed && <Notice tone="info">{t('form.closed')}</Notice>}
      <div className="form-actions">
        {viewer.kind === 'anonymous' && <SignInToSend />}
        {viewer.kind === 'account' && !isClosed && (
          <Button type="submit" look="primary" size="small" aria-disabled={mayNotSend}>
            {t('form.submit')}
          </Button>
        )}
        {saysSomething(draft.words) && (
          <Button look="secondary" size="small" onClick={close}>
            {t('form.keep')}
          </Button>
        )}
        <Button look="quiet" size="small" onClick={discard}>
          {saysSomething(draft.words) ? t('form.discard') : t('cancel')}
        </Button>
      </div>
    </>
  )
}
