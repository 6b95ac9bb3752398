import { Button } from '@randnotiz/ui/button'
import { Notice } from '@randnotiz/ui/notice'
import { useTranslation } from 'react-i18next'
import { GuestNameField } from '../../accounts/guest/guest-name-field.js'
import { useAnnotatingContext } from '../annotating.js'
import { type Contribution, saysSomething } from '../writing/contribution.js'
import type { Sending } from '../writing/use-sending.js'
import { SignInInstead, SignInToSend } from './sign-in-to-send.js'

type Props = { draft: Contribution; sending: Sending; mayNotSend: boolean }

/** Send it, keep it for later, or throw it away; whoever may not send is told why. */
export function FormActions({ draft, sending, mayNotSend }: Props) {
  const { t } = useTranslation('annotations')
  const { desk, close } = useAnnotatingContext()

  function discard() {
    close()
    desk.discard(draft)
  }

  return (
    <>
      {sending.way === 'closed' && <Notice tone="info">{t('form.closed')}</Notice>}
      <AskName sending={sending} />
      <div className="form-actions">
        <SubmitButton sending={sending} label={t('form.submit')} mayNotSend={mayNotSend} />
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

/** A visitor gives themselves a name; nobody else is asked. */
export function AskName({ sending }: { sending: Sending }) {
  if (sending.way !== 'as-guest') return null
  return (
    <>
      <GuestNameField
        ref={sending.nameField}
        value={sending.name}
        onChange={sending.setName}
        error={sending.nameProblem}
      />
      {sending.problem !== null && (
        <Notice tone="problem" role="alert">
          <p>{sending.problem}</p>
        </Notice>
      )}
    </>
  )
}

type SubmitProps = { sending: Sending; label: string; mayNotSend?: boolean }

export function SubmitButton({ sending, label, mayNotSend = false }: SubmitProps) {
  const { t } = useTranslation('accounts')
  switch (sending.way) {
    case 'closed':
      return null
    case 'sign-in':
      return <SignInToSend />
    case 'known':
    case 'as-guest':
      return (
        <>
          <Button
            type="submit"
            look="primary"
            size="small"
            aria-disabled={mayNotSend}
            busy={sending.busy ? t('guest.joining') : null}
          >
            {label}
          </Button>
          {sending.way === 'as-guest' && <SignInInstead />}
        </>
      )
  }
}
