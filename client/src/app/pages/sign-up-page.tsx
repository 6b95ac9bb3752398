import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { returnAddress, signInAddress } from '../../features/accounts/addresses.js'
import { SignUpForm } from '../../features/accounts/sign-up-form.js'

export default function SignUpPage() {
  const { t } = useTranslation('accounts')
  const [query] = useSearchParams()
  return (
    <div className="account-page">
      <div className="account-page__sheet">
        <h1>{t('signUp.title')}</h1>
        <p className="account-page__intro">{t('signUp.intro')}</p>
        <SignUpForm />
        <p className="account-page__other">
          {t('signUp.haveAccount')}{' '}
          <Link to={signInAddress(returnAddress(query))}>{t('signUp.toSignIn')}</Link>
        </p>
      </div>
    </div>
  )
}
