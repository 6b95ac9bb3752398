import { Spinner } from '@randnotiz/ui/spinner'
import { useTranslation } from 'react-i18next'

export function PageLoading() {
  const { t } = useTranslation()
  return (
    <div className="page-loading">
      <Spinner label={t('loading')} />
      <noscript>
        <p>{t('needsScript')}</p>
      </noscript>
    </div>
  )
}
