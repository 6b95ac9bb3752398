import type { Move } from '@randnotiz/contract/workshops/moves'
import type { AgendaItem, Session } from '@randnotiz/contract/workshops/session'
import { itemOf } from './agenda-item.js'
import { lastRound } from './voting.js'

/**
 * What comes next when everything goes as planned: the one key with which a facilitator runs a session. Null when there
 * is nothing to do but wait, e.g. for a seal that was announced, and when all is over.
 */
export function nextMove(session: Session): Move | null {
  switch (session.phase) {
    case 'draft':
    case 'scheduled':
      return { move: 'openLobby' }
    case 'lobby':
      return { move: 'start' }
    case 'paused':
      return { move: 'resume' }
    case 'live':
      return nextInAgenda(session)
    case 'closing':
      return { move: 'close' }
    case 'closed':
      return { move: 'publish' }
    case 'published':
      return null
  }
}

function nextInAgenda(session: Session): Move | null {
  const current = session.currentStep === null ? null : itemOf(session, session.currentStep)
  if (current !== null) {
    const { stepId, state } = { stepId: current.step.id, state: current.status.state }
    if (state === 'sealed') return { move: 'revealStep', stepId }
    if (state === 'held') return { move: 'resumeStep', stepId }
    if (current.status.state === 'open' && endsWithSeal(current))
      return current.status.sealsAt === null ? { move: 'announceSeal', stepId } : null
  }
  const next = session.agenda.find(({ status }) => status.state === 'planned')
  return next ? { move: 'openStep', stepId: next.step.id } : { move: 'beginClosing' }
}

/** Votes, and gatherings in which everybody thinks alone first. */
export function endsWithSeal(item: AgendaItem): boolean {
  const { plan } = item.step
  return (lastRound(item)?.vote ?? null) !== null || (plan.kind === 'gather' && plan.sealedInput)
}
