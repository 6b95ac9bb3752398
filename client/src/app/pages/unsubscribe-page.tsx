import { unsubscribe } from '@randnotiz/contract/accounts/notice-endpoints'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { TokenDeed } from '../../features/accounts/notifications/token-deed.js'
import { useDeed } from '../../platform/use-deed.js'

/** The same address that a mail program posts to; a person presses a button. */
export default function UnsubscribePage() {
  const { t } = useTranslation('notices')
  const [query] = useSearchParams()
  const deed = useDeed(unsubscribe)
  const token = query.get('token') ?? ''
  return (
    <div className="column page">
      <h1>{t('unsubscribe.title')}</h1>
      <TokenDeed what="unsubscribe" state={deed.state} run={() => deed.run({ query: { token } })} />
    </div>
  )
}
