import { type Participation, smallestTold } from '@randnotiz/contract/annotations/participation'
import type { Phase } from '@randnotiz/contract/publishing/process'
import { useTranslation } from 'react-i18next'
import { formatMonth, formatNumber } from '../../../platform/i18n/formats.js'
import { useLanguage, useLocalized } from '../../../platform/i18n/use-language.js'
import { BreakdownTable } from './breakdown-table.js'
import './participation.css'

type Props = { numbers: Participation; phases: readonly Phase[] }

const figures = ['people', 'contributions', 'replies', 'supports'] as const

/** Who takes part, in numbers without names. */
export function ParticipationNumbers({ numbers, phases }: Props) {
  const { t } = useTranslation('participation')
  const language = useLanguage()
  return (
    <div className="participation">
      <p className="page-section__intro">{t('intro', { least: smallestTold })}</p>
      <ul className="participation__figures">
        {figures
          .filter(what => numbers[what] > 0)
          .map(what => (
            <li key={what}>
              <strong>{formatNumber(numbers[what], language)}</strong> {t(what, { count: numbers[what] })}
            </li>
          ))}
      </ul>
      <Breakdowns numbers={numbers} phases={phases} />
    </div>
  )
}

function Breakdowns({ numbers, phases }: Props) {
  const { t } = useTranslation(['participation', 'annotations'])
  const localized = useLocalized()
  const language = useLanguage()
  const month = (key: string) => formatMonth(`${key}-15T12:00:00.000Z`, language)
  const phase = (key: string) => {
    const known = phases.find(one => one.key === key)
    return known ? localized(known.title) : t('participation:between')
  }
  return (
    <div className="participation__tables">
      <BreakdownTable
        caption={t('participation:byKind')}
        breakdown={numbers.byKind}
        labelOf={key => t(`annotations:kind.${key}` as 'annotations:kind.idea')}
      />
      <BreakdownTable
        caption={t('participation:byMonth')}
        breakdown={numbers.byMonth}
        order="time"
        labelOf={month}
      />
      <BreakdownTable caption={t('participation:byPhase')} breakdown={numbers.byPhase} labelOf={phase} />
      <BreakdownTable
        caption={t('participation:byChannel')}
        breakdown={numbers.byChannel}
        labelOf={key => t(`annotations:finding.channel.${key}` as 'annotations:finding.channel.online')}
      />
      <BreakdownTable
        caption={t('participation:byAccount')}
        breakdown={numbers.byAccount}
        labelOf={key => t(`participation:account.${key}` as 'participation:account.guest')}
      />
      <BreakdownTable
        caption={t('participation:newcomers')}
        breakdown={numbers.newcomers}
        order="time"
        labelOf={month}
      />
    </div>
  )
}
