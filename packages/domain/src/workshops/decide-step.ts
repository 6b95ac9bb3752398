import { accept, refuse } from '@randnotiz/contract/kit/result'
import type { Move } from '@randnotiz/contract/workshops/moves'
import type { AgendaItem, Session, StepTime } from '@randnotiz/contract/workshops/session'
import { isVoteOpen, itemOf, timeOf } from './agenda-item.js'
import { type Circumstances, type Decision, notNow } from './decision.js'
import { isPossible, type StepMoveName } from './step-moves.js'
import { running, runningFor, sealNoticeMs, stopped } from './step-time.js'
import { voteOf } from './vote-of-step.js'
import { isSameTally, lastRound, takesBallots } from './voting.js'

type StepMove = Extract<Move, { move: StepMoveName }>

export function decideStep(session: Session, move: StepMove, circumstances: Circumstances): Decision {
  const item = itemOf(session, move.stepId)
  if (item === null) return refuse('workshops/unknown')
  if (!isPossible(move.move, item.status.state)) return notNow
  if (!isPhaseFor(move.move, session)) return notNow
  const { stepId } = move
  const { now } = circumstances
  switch (move.move) {
    case 'openStep':
      return decideOpening(session, item, circumstances)
    case 'holdStep':
      return accept({ fact: 'stepHeld', stepId, time: stopped(timeOf(item), now) })
    case 'resumeStep':
      return accept({ fact: 'stepResumed', stepId, time: running(timeOf(item), now) })
    case 'setTime':
      return accept({ fact: 'timeSet', stepId, time: newTime(item, move.leftMs, now) })
    case 'announceSeal':
      return decideSealNotice(item, now)
    case 'sealStep':
      return accept({ fact: 'stepSealed', stepId })
    case 'revealStep':
      return decideReveal(item, circumstances)
    case 'settleStep':
      return isVoteOpen(item)
        ? refuse('workshops/step-still-open')
        : accept({ fact: 'stepSettled', stepId, conclusion: move.conclusion || null })
    case 'skipStep':
      return accept({ fact: 'stepSkipped', stepId })
  }
}

/** Steps run while the session is live; what has run may be brought to its end while it closes. */
function isPhaseFor(move: StepMoveName, { phase }: Session): boolean {
  const ending = move === 'revealStep' || move === 'settleStep' || move === 'sealStep'
  return phase === 'live' || (ending && (phase === 'paused' || phase === 'closing'))
}

function decideOpening(session: Session, item: AgendaItem, circumstances: Circumstances): Decision {
  const current = session.currentStep === null ? null : itemOf(session, session.currentStep)
  if (current && current !== item && isVoteOpen(current)) return refuse('workshops/step-still-open')
  const vote = voteOf(item.step.plan, circumstances.optionsFor(item))
  if (vote === 'nothing') return refuse('workshops/nothing-to-vote-on')
  return accept({
    fact: 'stepOpened',
    stepId: item.step.id,
    round: item.rounds.length + 1,
    time: runningFor(item.step.minutes * 60_000, circumstances.now),
    vote,
  })
}

/** The notice opens a held step again, so that a last choice can be made. */
function decideSealNotice(item: AgendaItem, now: Date): Decision {
  if (item.status.state === 'open' && item.status.sealsAt !== null) return notNow
  const sealsAt = new Date(now.getTime() + sealNoticeMs).toISOString()
  return accept({ fact: 'sealAnnounced', stepId: item.step.id, sealsAt })
}

/** Nothing is revealed while a ballot may still be on its way, nor anything that a recount does not confirm. */
function decideReveal(item: AgendaItem, { now, countOf }: Circumstances): Decision {
  const round = lastRound(item)
  if (round === null || round.vote === null)
    return accept({ fact: 'stepRevealed', stepId: item.step.id, result: null })
  if (takesBallots(item, round.number, now)) return notNow
  const count = countOf(item)
  if (count === null || !isSameTally(count.running.tally, count.recounted.tally))
    return refuse('workshops/recount-differs')
  return accept({ fact: 'stepRevealed', stepId: item.step.id, result: count.recounted })
}

function newTime(item: AgendaItem, ms: number | null, now: Date): StepTime {
  if (ms === null) return { kind: 'unlimited' }
  return item.status.state === 'held' ? { kind: 'stopped', leftMs: ms } : runningFor(ms, now)
}
