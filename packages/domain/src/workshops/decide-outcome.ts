import { accept, refuse } from '@randnotiz/contract/kit/result'
import type { Move } from '@randnotiz/contract/workshops/moves'
import { mostOutcomes } from '@randnotiz/contract/workshops/outcome'
import type { Session } from '@randnotiz/contract/workshops/session'
import { itemOf } from './agenda-item.js'
import { type Decision, notNow } from './decision.js'

type OutcomeMove = Extract<Move, { move: 'recordOutcome' | 'removeOutcome' | 'settleFollowUp' }>

/** From the first step on, and for as long as anybody works on what came of it: also when the minutes are out. */
export function decideOutcome(session: Session, move: OutcomeMove): Decision {
  if (!hasBegun(session)) return notNow
  if (move.move === 'recordOutcome') {
    const { outcome } = move
    const { id, stepId } = outcome
    if (stepId !== null && itemOf(session, stepId) === null) return refuse('workshops/unknown')
    const isKnown = session.outcomes.some(other => other.id === id)
    const isFull = !isKnown && session.outcomes.length >= mostOutcomes
    return isFull
      ? refuse('request/invalid', { field: 'outcomes' })
      : accept({ fact: 'outcomeRecorded', outcome })
  }
  const { outcomeId } = move
  const known = session.outcomes.find(({ id }) => id === outcomeId)
  if (known === undefined) return refuse('workshops/unknown')
  if (move.move === 'removeOutcome') return accept({ fact: 'outcomeRemoved', outcomeId })
  const { state } = move
  return known.state === 'agreed' || known.state === state
    ? notNow
    : accept({ fact: 'followUpSettled', outcomeId, state })
}

const hasBegun = ({ phase }: Session) => phase !== 'draft' && phase !== 'scheduled' && phase !== 'lobby'
