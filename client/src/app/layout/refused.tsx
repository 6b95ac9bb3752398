import type { Refusal } from '@randnotiz/contract/kit/refusals'
import { buttonClass } from '@randnotiz/ui/button-class'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useRefusalText } from '../../platform/refusal-text.js'

/** Instead of a page that the server refuses: why, and a way on. */
export function Refused({ refusal }: { refusal: Refusal }) {
  const { t } = useTranslation()
  const refusalText = useRefusalText()
  return (
    <div className="column page">
      <h1>{t('refused.title')}</h1>
      <p className="lead">{refusalText(refusal)}</p>
      <p>
        <Link to="/" className={buttonClass({ look: 'primary' })}>
          {t('notFound.home')}
        </Link>
      </p>
    </div>
  )
}
