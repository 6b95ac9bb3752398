import { useTranslation } from 'react-i18next'
import { ReceiptForm } from '../../features/accounts/guest/receipt-form.js'
import { useViewer } from '../../platform/viewer.js'
import './account-page.css'

export default function ReceiptPage() {
  const { t } = useTranslation('accounts')
  const viewer = useViewer()
  return (
    <div className="account-page">
      <div className="account-page__sheet">
        <h1>{t('receipt.enter')}</h1>
        <p className="account-page__intro">
          {viewer.kind === 'account' ? t('receipt.claimIntro') : t('receipt.enterIntro')}
        </p>
        <ReceiptForm />
      </div>
    </div>
  )
}
