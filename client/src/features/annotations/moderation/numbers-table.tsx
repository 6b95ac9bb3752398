import type { ModerationNumbers } from '@randnotiz/contract/annotations/moderation/numbers'
import { HouseRule } from '@randnotiz/contract/annotations/publication'
import { buttonClass } from '@randnotiz/ui/button-class'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../../platform/i18n/formats.js'
import { useLanguage } from '../../../platform/i18n/use-language.js'
import './moderation.css'

const rows = [
  'contributions',
  'held',
  'reports',
  'reportsActedOn',
  'reportsNotActedOn',
  'reportsOpen',
  'decisions',
  'approved',
  'hidden',
  'restored',
  'objections',
  'objectionsUpheld',
  'objectionsReversed',
] as const

/** A year of moderation, for everybody. */
export function NumbersTable({ numbers }: { numbers: ModerationNumbers }) {
  const { t } = useTranslation(['moderation', 'annotations'])
  const language = useLanguage()
  const { medianHoursToDecision: median, hiddenByRule } = numbers
  return (
    <div className="statement">
      <dl className="moderation-numbers">
        {rows.map(name => (
          <div key={name}>
            <dt>{t(`numbers.${name}`)}</dt>
            <dd>{formatNumber(numbers[name], language)}</dd>
          </div>
        ))}
        <div>
          <dt>{t('numbers.median')}</dt>
          <dd>
            {median === null
              ? t('numbers.none')
              : t('numbers.hours', { hours: formatNumber(median, language) })}
          </dd>
        </div>
      </dl>
      <h2>{t('numbers.byRule')}</h2>
      <dl className="moderation-numbers">
        {hiddenByRule.map(({ rule, count }) => (
          <div key={rule}>
            <dt>{t(`annotations:houseRule.${HouseRule.parse(rule)}`)}</dt>
            <dd>{formatNumber(count, language)}</dd>
          </div>
        ))}
      </dl>
      <p>
        <a
          href={`/berichte/moderation-${numbers.year}.csv`}
          className={buttonClass({ look: 'secondary', size: 'small' })}
          download
        >
          {t('numbers.csv')}
        </a>
      </p>
    </div>
  )
}
