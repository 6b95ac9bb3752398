import { LinkButton } from '@randnotiz/ui/link-button'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { signInAddress } from '../../accounts/addresses.js'

/** The address part that opens the newest draft again. */
export const draftHash = '#entwurf'

/** The draft waits on the device; after signing in its form opens again. */
export function SignInToSend() {
  const { t } = useTranslation('annotations')
  return (
    <>
      <LinkButton href={useSignInAddress()} look="primary" size="small">
        {t('form.signIn')}
      </LinkButton>
      <p className="form-hint">{t('form.signInHint')}</p>
    </>
  )
}

/** The other way, for who would rather not write as a guest. */
export function SignInInstead() {
  const { t } = useTranslation('accounts')
  return (
    <LinkButton href={useSignInAddress()} look="quiet" size="small">
      {t('guest.orSignIn')}
    </LinkButton>
  )
}

function useSignInAddress(): string {
  const { pathname } = useLocation()
  return signInAddress(pathname + draftHash)
}
