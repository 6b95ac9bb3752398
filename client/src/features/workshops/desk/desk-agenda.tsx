import type { AgendaItem } from '@randnotiz/contract/workshops/session'
import { isPossible } from '@randnotiz/domain/workshops/step-moves'
import { Button } from '@randnotiz/ui/button'
import { Play, RotateCcw, SkipForward } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { PollOnTheSpot } from './poll-on-the-spot.js'
import { useDeskContext } from './use-desk.js'
import './desk-agenda.css'

/** The agenda, with planned and remaining time, and whatever can be opened, opened again or skipped. */
export function DeskAgenda() {
  const { t } = useTranslation('workshops')
  const { view } = useDeskContext()
  const { agenda, phase } = view.session
  const left = agenda.filter(({ status }) => status.state === 'planned')
  const minutes = left.reduce((sum, { step }) => sum + step.minutes, 0)
  return (
    <section className="panel desk-agenda" aria-labelledby="desk-agenda">
      <h2 id="desk-agenda">{t('desk.agenda')}</h2>
      <p className="panel__hint">{t('desk.minutesLeft', { count: minutes })}</p>
      <ol className="desk-agenda__list">
        {agenda.map(item => (
          <Line key={item.step.id} item={item} />
        ))}
      </ol>
      {phase === 'live' && <PollOnTheSpot />}
    </section>
  )
}

function Line({ item }: { item: AgendaItem }) {
  const { t } = useTranslation('workshops')
  const { view, move } = useDeskContext()
  const { step, status, rounds } = item
  const { currentStep, phase } = view.session
  const { id: stepId, title } = step
  const isCurrent = currentStep === stepId
  const isLive = phase === 'live'
  const again = rounds.length > 0
  return (
    <li className="desk-agenda__line" data-state={status.state} aria-current={isCurrent ? 'step' : undefined}>
      <span className="desk-agenda__title">{title}</span>
      <span className="desk-agenda__facts">
        {t(`kind.${step.plan.kind}`)} · {t('minutes', { count: step.minutes })}
        {status.state !== 'planned' && ` · ${t(`state.${status.state}`)}`}
      </span>
      {isLive && !isCurrent && (
        <span className="desk-agenda__deeds">
          {isPossible('openStep', status.state) && (
            <Button
              size="small"
              look="quiet"
              aria-label={t(again ? 'desk.reopenStep' : 'desk.openStep', { title })}
              onClick={() => void move({ move: 'openStep', stepId })}
            >
              {again ? <RotateCcw aria-hidden="true" /> : <Play aria-hidden="true" />}
              {t(again ? 'desk.reopen' : 'desk.open')}
            </Button>
          )}
          {status.state === 'planned' && (
            <Button
              size="small"
              look="quiet"
              aria-label={t('desk.skipStep', { title })}
              onClick={() => void move({ move: 'skipStep', stepId })}
            >
              <SkipForward aria-hidden="true" />
              {t('desk.skip')}
            </Button>
          )}
        </span>
      )}
    </li>
  )
}
