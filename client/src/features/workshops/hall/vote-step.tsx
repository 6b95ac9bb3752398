import type { HallStep } from '@randnotiz/contract/workshops/hall'
import type { Choices, Vote } from '@randnotiz/contract/workshops/voting'
import { isValidBallot } from '@randnotiz/domain/workshops/voting'
import { Button } from '@randnotiz/ui/button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SubjectView } from '../live/subject-view.js'
import { receiptOf } from './hall-client.js'
import { TableBallot } from './table-ballot.js'
import { useHallContext } from './use-hall.js'
import { VoteOptions } from './vote-options.js'
import { VoteReceipt } from './vote-receipt.js'
import './ballot.css'

/** Voting: one's own choice, which stays as it is whatever arrives meanwhile, and whether it has been stored. */
export function VoteStep({ current }: { current: HallStep }) {
  const { step, rounds } = current
  const round = rounds.at(-1)
  if (!round?.vote) return null
  return (
    <>
      {step.subject && step.plan.kind !== 'duel' && <SubjectView subject={step.subject} />}
      {step.plan.kind === 'poll' && <p className="hall-step__question">{step.plan.question}</p>}
      <RoundBallot key={round.number} current={current} round={round.number} vote={round.vote} />
    </>
  )
}

/** A table counts by hand; everybody else chooses. */
function RoundBallot(props: BallotProps) {
  const { seat } = useHallContext().state
  return seat !== null && seat.people > 1 ? (
    <TableBallot {...props} people={seat.people} />
  ) : (
    <Ballot {...props} />
  )
}

type BallotProps = { current: HallStep; round: number; vote: Vote }

function Ballot({ current, round, vote }: BallotProps) {
  const { t } = useTranslation('workshops')
  const { client, state } = useHallContext()
  const { step, status } = current
  const underWay = state.unsent.find(
    one => one.deed === 'ballot' && one.stepId === step.id && one.round === round,
  )
  const receipt = receiptOf(state, step.id, round)
  const sent = underWay?.deed === 'ballot' ? underWay.choices : (receipt?.choices ?? null)
  const [chosen, setChosen] = useState<Choices | null>(null)
  const choices = chosen ?? sent ?? []
  const isOpen = status.state === 'open'
  const isChanged = sent === null || !isSameChoice(sent, choices)

  function cast() {
    client.cast({ stepId: step.id, round, choices: [...choices] })
    setChosen(null)
  }

  return (
    <form
      className="ballot"
      onSubmit={event => {
        event.preventDefault()
        cast()
      }}
    >
      <VoteOptions vote={vote} choices={choices} onChange={setChosen} disabled={!isOpen} />
      {isOpen && (isChanged || underWay !== undefined) && (
        <div className="ballot__cast">
          <Button
            type="submit"
            look="primary"
            aria-disabled={!isValidBallot(vote, choices) || underWay !== undefined}
          >
            {underWay ? t('vote.underWay') : receipt ? t('vote.change') : t('vote.cast')}
          </Button>
          {choices.length === 0 && <p className="ballot__hint">{t('vote.abstain')}</p>}
        </div>
      )}
      <VoteReceipt receipt={receipt} underWay={underWay !== undefined} vote={vote} status={status} />
    </form>
  )
}

function isSameChoice(one: Choices, other: Choices): boolean {
  const weights = new Map(one.map(({ optionId, weight }) => [optionId, weight]))
  return (
    one.length === other.length && other.every(({ optionId, weight }) => weights.get(optionId) === weight)
  )
}
