import { accept, refuse } from '@randnotiz/contract/kit/result'
import type { Agenda } from '@randnotiz/contract/workshops/agenda'
import type { SessionFact } from '@randnotiz/contract/workshops/events'
import type { Move } from '@randnotiz/contract/workshops/moves'
import type { Session } from '@randnotiz/contract/workshops/session'
import { changeAgenda } from './agenda.js'
import { isVoteOpen } from './agenda-item.js'
import { canLead } from './control.js'
import { type Decision, isOver, notNow } from './decision.js'
import { type PhaseMoveName, phaseAfter } from './phase-moves.js'

export function decideAgenda(session: Session, agenda: Agenda, fact: SessionFact): Decision {
  if (isOver(session)) return notNow
  return changeAgenda(session.agenda, agenda) === null
    ? refuse('request/invalid', { field: 'agenda' })
    : accept(fact)
}

/** There is one owner, each person once, and whoever has control keeps a role that can have it. */
export function decideCrew(session: Session, { crew }: Extract<Move, { move: 'setCrew' }>): Decision {
  const isSound =
    crew.filter(({ role }) => role === 'owner').length === 1 &&
    new Set(crew.map(({ userId }) => userId)).size === crew.length &&
    canLead({ ...session, crew }, session.control.holder)
  return isSound ? accept({ fact: 'crewSet', crew }) : refuse('request/invalid', { field: 'crew' })
}

export function decidePhase(session: Session, move: Exclude<PhaseMoveName, 'schedule'>): Decision {
  const phase = phaseAfter(move, session.phase)
  if (phase === null) return notNow
  if (move === 'beginClosing' && session.agenda.some(isVoteOpen)) return refuse('workshops/step-still-open')
  return accept({ fact: 'phaseChanged', phase })
}
