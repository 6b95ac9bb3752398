import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { ConfirmResults } from '../../features/workshops/results-mail/confirm-results.js'

/** Where the owner of an address says that they want the results of a workshop. */
export default function WorkshopResultsPage() {
  const { t } = useTranslation('workshops')
  const [search] = useSearchParams()
  return (
    <div className="column page">
      <h1>{t('resultsMail.title')}</h1>
      <ConfirmResults token={search.get('token') ?? ''} />
    </div>
  )
}
