import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../platform/i18n/formats.js'
import { useLanguage } from '../../platform/i18n/use-language.js'
import './process-totals.css'

type Props = { texts: number; annotations: number; readers: number }

const kinds = ['texts', 'annotations', 'readers'] as const

/** What is going on in the whole process, in numbers. That nobody reads just now is not worth one. */
export function ProcessTotals(totals: Props) {
  const { t } = useTranslation('publishing')
  const language = useLanguage()
  return (
    <ul className="totals" aria-label={t('totals.label')}>
      {kinds
        .filter(what => what !== 'readers' || totals.readers > 0)
        .map(what => (
          <li key={what} className={`totals__item totals__item--${what}`}>
            <span className="totals__number">{formatNumber(totals[what], language)}</span>{' '}
            <span className="totals__text">{t(`totals.${what}`, { count: totals[what] })}</span>
          </li>
        ))}
    </ul>
  )
}
