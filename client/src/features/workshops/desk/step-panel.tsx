import type { AgendaItem } from '@randnotiz/contract/workshops/session'
import { itemOf } from '@randnotiz/domain/workshops/agenda-item'
import { Badge } from '@randnotiz/ui/badge'
import { useTranslation } from 'react-i18next'
import { Countdown } from '../live/countdown.js'
import { ResultView, revealedRounds, TallyView } from '../live/result-view.js'
import { SubjectView } from '../live/subject-view.js'
import { StepButtons } from './step-buttons.js'
import { TimeButtons } from './time-buttons.js'
import { useDeskContext } from './use-desk.js'
import './step-panel.css'

/** The step that runs: what can be done with it, its time, and what comes in. */
export function StepPanel() {
  const { t } = useTranslation('workshops')
  const { view, now } = useDeskContext()
  const { session } = view
  const item = session.currentStep === null ? null : itemOf(session, session.currentStep)
  if (item === null)
    return (
      <section className="panel step-panel">
        <h2>{t(`phase.${session.phase}`)}</h2>
        <p>{t(`deskPhase.${session.phase}`)}</p>
      </section>
    )
  const { step, status, rounds } = item
  return (
    <section className="panel step-panel" aria-labelledby="step-panel">
      <header className="step-panel__head">
        <p className="step-panel__facts">
          <Badge tone="accent">{t(`kind.${step.plan.kind}`)}</Badge>
          <Badge>{t(`state.${status.state}`)}</Badge>
          {rounds.length > 1 && <Badge>{t('result.round', { number: rounds.length })}</Badge>}
          <Countdown status={status} now={now} spoken="silent" />
        </p>
        <h2 id="step-panel">{step.title}</h2>
      </header>
      <StepButtons item={item} />
      <TimeButtons item={item} />
      {step.plan.kind === 'announcement' && <p className="step-panel__words">{step.plan.text}</p>}
      {step.subject && <SubjectView subject={step.subject} />}
      <Votes item={item} />
    </section>
  )
}

/** How many have voted; what, as soon as that may be seen. */
function Votes({ item }: { item: AgendaItem }) {
  const { t } = useTranslation('workshops')
  const { view, standing } = useDeskContext()
  const round = item.rounds.at(-1)
  if (!round?.vote) return null
  if (revealedRounds(item).at(-1)?.number === round.number)
    return <ResultView step={item} admission={view.session.setup.admission} />
  const isThis = standing?.stepId === item.step.id && standing.round === round.number
  const people = view.participants.filter(({ admitted }) => admitted === 'in').length
  const cast = isThis ? standing.cast : 0
  return (
    <div className="votes">
      <p className="votes__count">{t('desk.votes', { cast, people })}</p>
      <progress value={cast} max={Math.max(1, people)} aria-label={t('desk.votes', { cast, people })} />
      {isThis && standing.tally !== null && (
        <TallyView vote={round.vote} tally={standing.tally} before={null} />
      )}
      {round.vote.hidden && <p className="panel__hint">{t('desk.hidden')}</p>}
    </div>
  )
}
