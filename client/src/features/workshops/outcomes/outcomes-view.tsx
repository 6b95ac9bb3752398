import type { OutcomeMinutes } from '@randnotiz/contract/workshops/minutes'
import { splitOutcomes } from '@randnotiz/domain/workshops/minutes-reading'
import { Badge } from '@randnotiz/ui/badge'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate, formatDateTime } from '../../../platform/i18n/formats.js'
import { useLanguage } from '../../../platform/i18n/use-language.js'
import './outcomes.css'

type Props = {
  outcomes: readonly OutcomeMinutes[]
  /** What can be done with one, for those who may. */
  deeds?(outcome: OutcomeMinutes): ReactNode
}

/** What a workshop has led to: what was agreed, then what somebody is to do until when. */
export function OutcomesView({ outcomes, deeds }: Props) {
  const { t } = useTranslation('workshops')
  const { agreed, open, done } = splitOutcomes({ outcomes: [...outcomes] })
  const followUps = [...open, ...done]
  return (
    <>
      {agreed.length > 0 && (
        <ul className="workshop-outcomes">
          {agreed.map(outcome => (
            <Outcome key={outcome.id} outcome={outcome} deeds={deeds?.(outcome)} />
          ))}
        </ul>
      )}
      {followUps.length > 0 && (
        <>
          <h3 className="workshop-outcomes__head">{t('outcomes.followUps')}</h3>
          <ul className="workshop-outcomes">
            {followUps.map(outcome => (
              <Outcome key={outcome.id} outcome={outcome} deeds={deeds?.(outcome)} />
            ))}
          </ul>
        </>
      )}
    </>
  )
}

type OutcomeProps = { outcome: OutcomeMinutes; deeds: ReactNode }

function Outcome({ outcome, deeds }: OutcomeProps) {
  const { t } = useTranslation('workshops')
  const language = useLanguage()
  const { words, owner, dueOn, state, changedAt } = outcome
  const isTask = state !== 'agreed'
  const who = owner || (isTask ? t('outcomes.nobody') : '')
  return (
    <li className="workshop-outcome" data-state={state}>
      <p className="workshop-outcome__words">{words}</p>
      <p className="workshop-outcome__facts">
        {isTask && <Badge tone={state === 'done' ? 'success' : 'note'}>{t(`outcomes.state.${state}`)}</Badge>}
        {who !== '' && <span>{who}</span>}
        {dueOn !== null && (
          <span>
            {t('outcomes.until')} <time dateTime={dueOn}>{formatDate(`${dueOn}T12:00:00Z`, language)}</time>
          </span>
        )}
        {changedAt !== null && (
          <span>{t('outcomes.changedAt', { moment: formatDateTime(changedAt, language) })}</span>
        )}
      </p>
      {deeds}
    </li>
  )
}
