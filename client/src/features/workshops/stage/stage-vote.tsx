import type { HallStep, HallView } from '@randnotiz/contract/workshops/hall'
import type { Vote } from '@randnotiz/contract/workshops/voting'
import { useTranslation } from 'react-i18next'
import { revealedRounds, TallyView } from '../live/result-view.js'
import { PageSign } from './page-sign.js'
import { usePages } from './use-pages.js'
import type { Standing } from './use-stage.js'

const mostOptions = 6

/** A vote while it runs, or its result. */
export function StageVote({ hall, standing }: { hall: HallView; standing: Standing | null }) {
  const shown = shownStep(hall)
  return shown === null ? <h1>{hall.title}</h1> : <Wall step={shown} hall={hall} standing={standing} />
}

function shownStep({ current, revealed }: HallView): HallStep | null {
  return current?.rounds.at(-1)?.vote ? current : (revealed.at(-1) ?? current)
}

type Props = { step: HallStep; hall: HallView; standing: Standing | null }

function Wall({ step, hall, standing }: Props) {
  const { t } = useTranslation('workshops')
  const round = step.rounds.at(-1)
  const rounds = revealedRounds(step)
  const last = rounds.at(-1)
  const { plan } = step.step
  const isRevealed = last !== undefined && last.number === round?.number
  const isThis = standing?.stepId === step.step.id && standing.round === round?.number
  const tally = isRevealed ? last.result.tally : isThis ? standing.tally : null
  return (
    <div className="scene-vote">
      <p className="scene__about">{step.step.title}</p>
      <h1>
        {plan.kind === 'poll' ? plan.question : t(`voteTitle.${plan.kind === 'duel' ? 'duel' : 'dotVote'}`)}
      </h1>
      {round?.vote && tally !== null ? (
        <Bars
          vote={last && isRevealed ? last.vote : round.vote}
          tally={tally}
          before={isRevealed ? (rounds.at(-2)?.result.tally ?? null) : null}
        />
      ) : (
        round?.vote && <Options vote={round.vote} />
      )}
      <p className="scene-vote__facts">
        {isRevealed
          ? `${t('result.turnout', { cast: last.result.tally.cast, eligible: last.result.eligible })} · ${t(`admission.${hall.admission}`)}`
          : t(step.status.state === 'sealed' ? 'stage.sealed' : 'stage.voting', {
              count: isThis ? standing.cast : 0,
            })}
      </p>
    </div>
  )
}

function Bars(props: Parameters<typeof TallyView>[0]) {
  const { shown, page, pages } = usePages(props.vote.options, () => 1, mostOptions)
  return (
    <>
      <TallyView vote={{ ...props.vote, options: [...shown] }} tally={props.tally} before={props.before} />
      <PageSign page={page} pages={pages} />
    </>
  )
}

function Options({ vote }: { vote: Vote }) {
  const { shown, page, pages } = usePages(vote.options, () => 1, mostOptions)
  return (
    <>
      <ul className="scene-vote__options">
        {shown.map(({ id, label }) => (
          <li key={id}>{label}</li>
        ))}
      </ul>
      <PageSign page={page} pages={pages} />
    </>
  )
}
