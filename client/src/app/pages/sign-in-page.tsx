import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { returnAddress, signUpAddress } from '../../features/accounts/addresses.js'
import { receiptPath } from '../../features/accounts/guest/receipt-address.js'
import { SignInForm } from '../../features/accounts/sign-in-form.js'
import { adoptDrafts } from '../../features/annotations/writing/adopt-drafts.js'

export default function SignInPage() {
  const { t } = useTranslation('accounts')
  const [query] = useSearchParams()
  return (
    <div className="account-page">
      <div className="account-page__sheet">
        <h1>{t('signIn.title')}</h1>
        <p className="account-page__intro">{t('signIn.intro')}</p>
        <SignInForm onTakenAlong={(guest, account) => adoptDrafts(window.localStorage, guest, account)} />
        <p className="account-page__other">
          {t('signIn.noAccount')} <Link to={signUpAddress(returnAddress(query))}>{t('signIn.toSignUp')}</Link>
        </p>
        <p>
          {t('guest.withReceipt')} <Link to={receiptPath}>{t('receipt.enter')}</Link>
        </p>
      </div>
    </div>
  )
}
