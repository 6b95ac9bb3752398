import type { HallStep, HallView } from '@randnotiz/contract/workshops/hall'
import { minutesPath } from '@randnotiz/contract/workshops/paths'
import { Badge } from '@randnotiz/ui/badge'
import { Notice } from '@randnotiz/ui/notice'
import { useTranslation } from 'react-i18next'
import { Countdown } from '../live/countdown.js'
import { PassageView } from '../live/passage-view.js'
import { ResultView, revealedRounds } from '../live/result-view.js'
import { DiscussionStep } from './discussion-step.js'
import { GatherStep } from './gather-step.js'
import { GroupStep } from './group-step.js'
import { useHallContext } from './use-hall.js'
import { VoteStep } from './vote-step.js'
import './steps.css'

/** The step that runs, or what to know between two of them. */
export function StepView({ hall }: { hall: HallView }) {
  const { t } = useTranslation('workshops')
  const { now } = useHallContext()
  const { current, phase } = hall
  if (
    current === null ||
    phase === 'lobby' ||
    phase === 'closing' ||
    phase === 'closed' ||
    phase === 'published'
  )
    return <Between hall={hall} />
  const { step, status } = current
  return (
    <section className="hall-card hall-step" aria-labelledby="hall-step">
      <header className="hall-step__head">
        <p className="hall-step__facts">
          <Badge tone="accent">{t(`kind.${step.plan.kind}`)}</Badge>
          <Countdown status={status} now={now} />
        </p>
        <h2 id="hall-step">{step.title}</h2>
      </header>
      {phase === 'paused' && <Notice title={t('phase.paused')} />}
      {phase !== 'paused' && status.state === 'held' && <Notice title={t('hall.held')} />}
      <StepContent key={step.id} hall={hall} current={current} />
    </section>
  )
}

function StepContent({ hall, current }: { hall: HallView; current: HallStep }) {
  const { step } = current
  const { plan, subject } = step
  switch (plan.kind) {
    case 'read':
      return subject && <PassageView subject={subject} />
    case 'announcement':
      return <p className="hall-step__words">{plan.text}</p>
    case 'gather':
      return <GatherStep hall={hall} current={current} plan={plan} />
    case 'group':
      return <GroupStep hall={hall} current={current} />
    case 'discussion':
      return <DiscussionStep hall={hall} current={current} />
    case 'dotVote':
    case 'poll':
    case 'duel':
      return revealedRounds(current).at(-1)?.number === current.rounds.at(-1)?.number ? (
        <ResultView step={current} admission={hall.admission} />
      ) : (
        <VoteStep current={current} />
      )
  }
}

/** From the last words on people may leave an address. */
const isOver = ({ phase, rehearsal }: HallView) =>
  !rehearsal && (phase === 'closing' || phase === 'closed' || phase === 'published')

function Between({ hall }: { hall: HallView }) {
  const { t } = useTranslation('workshops')
  const next = hall.agenda.find(({ state }) => state === 'planned')
  return (
    <section className="hall-card hall-between">
      <h2>{t(`phase.${hall.phase}`)}</h2>
      <p>{t(`between.${hall.phase}`)}</p>
      {isOver(hall) && hall.phase === 'published' && (
        <p>
          <a href="/folgen">{t('hall.follow')}</a>
        </p>
      )}
      {hall.phase === 'published' && (
        <p>
          <a href={minutesPath(hall.workshopId)}>{t('hall.toMinutes')}</a>
        </p>
      )}
      {next && (hall.phase === 'lobby' || hall.phase === 'live') && (
        <p className="hall-between__next">{t('hall.next', { title: next.title })}</p>
      )}
    </section>
  )
}
