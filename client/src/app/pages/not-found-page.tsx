import { buttonClass } from '@randnotiz/ui/button-class'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

export default function NotFoundPage() {
  const { t } = useTranslation()
  return (
    <div className="column page">
      <h1>{t('notFound.title')}</h1>
      <p className="lead">{t('notFound.text')}</p>
      <p>
        <Link to="/" className={buttonClass({ look: 'primary' })}>
          {t('notFound.home')}
        </Link>
      </p>
    </div>
  )
}
