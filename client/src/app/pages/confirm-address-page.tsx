import { confirmAddress } from '@randnotiz/contract/accounts/notice-endpoints'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { TokenDeed } from '../../features/accounts/notifications/token-deed.js'
import { useDeed } from '../../platform/use-deed.js'

/** Where the link of the mail leads that asks whether an address is somebody's. */
export default function ConfirmAddressPage() {
  const { t } = useTranslation('notices')
  const [query] = useSearchParams()
  const deed = useDeed(confirmAddress)
  const token = query.get('token') ?? ''
  return (
    <div className="column page">
      <h1>{t('confirm.title')}</h1>
      <TokenDeed what="confirm" state={deed.state} run={() => deed.run({ body: { token } })} />
    </div>
  )
}
