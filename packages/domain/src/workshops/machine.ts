/**
 * The machine of a live session. A move is decided here: it becomes exactly one fact, or a refusal. The server writes
 * the fact under the next number of the log, which either succeeds or finds that somebody was faster; then, and only
 * then, it has happened. The state is the fold of the facts (`evolve`). So a double click, a replay after a lost answer
 * and a crash between any two lines cannot skip a step, count a vote twice or forget what was confirmed.
 *
 * What a decision needs from outside (the time, ballots recounted, options of a vote) comes in as `Circumstances`.
 */
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { Mover } from '@randnotiz/contract/workshops/events'
import type { Move, MoveCommand } from '@randnotiz/contract/workshops/moves'
import type { Session } from '@randnotiz/contract/workshops/session'
import { insertStep } from './agenda.js'
import { roleOf } from './control.js'
import { crewRights, isSteered } from './crew-rights.js'
import { decideControl } from './decide-control.js'
import { decideGrouping } from './decide-grouping.js'
import { decideHolding } from './decide-holding.js'
import { decideOutcome } from './decide-outcome.js'
import { decideAgenda, decideCrew, decidePhase } from './decide-session.js'
import { decideSpeech } from './decide-speech.js'
import { decideStep } from './decide-step.js'
import { type Circumstances, type Decision, isOver, notNow } from './decision.js'
import { phaseAfter } from './phase-moves.js'

export function decide(
  session: Session,
  { move, expectedVersion }: Pick<MoveCommand, 'move' | 'expectedVersion'>,
  mover: Mover,
  circumstances: Circumstances,
): Decision {
  const allowed = mayMove(session, move, mover)
  if (!allowed.ok) return allowed
  if (expectedVersion !== null && expectedVersion < session.deskVersion) return refuse('workshops/moved-on')
  return decideMove(session, move, mover, circumstances)
}

/** Asks the table of rights; the server itself may do what a time that is up demands. */
function mayMove(session: Session, move: Move, mover: Mover): Result<null> {
  const right = crewRights[move.move]
  switch (mover.kind) {
    case 'server':
      return accept(null)
    case 'participant': {
      const forSelf = 'participantId' in move && move.participantId === mover.participantId
      return right.hall === 'self' && forSelf ? accept(null) : refuse('accounts/not-permitted')
    }
    case 'office':
      return right.office ? accept(null) : refuse('accounts/not-permitted')
    case 'crew': {
      const role = roleOf(session, mover.userId)
      if (role === null || !right.roles.includes(role)) return refuse('accounts/not-permitted')
      const lacksControl = right.needs === 'holder' && isSteered(session.phase)
      return lacksControl && session.control.holder !== mover.userId
        ? refuse('workshops/not-in-control')
        : accept(null)
    }
  }
}

function decideMove(session: Session, move: Move, mover: Mover, circumstances: Circumstances): Decision {
  switch (move.move) {
    case 'changeSetup':
      return isOver(session) ? notNow : accept({ fact: 'setupChanged', setup: move.setup })
    case 'changeAgenda':
      return decideAgenda(session, move.agenda, { fact: 'agendaChanged', agenda: move.agenda })
    case 'insertStep': {
      const { step, before } = move
      const agenda = insertStep(session.agenda, step, before)
      return decideAgenda(session, agenda, { fact: 'stepInserted', step, before })
    }
    case 'setCrew':
      return decideCrew(session, move)
    case 'schedule':
      return phaseAfter('schedule', session.phase) === null
        ? notNow
        : accept({ fact: 'scheduled', startsAt: move.startsAt })
    case 'openLobby':
    case 'start':
    case 'pause':
    case 'resume':
    case 'beginClosing':
    case 'close':
    case 'publish':
      return decidePhase(session, move.move)
    case 'openStep':
    case 'holdStep':
    case 'resumeStep':
    case 'setTime':
    case 'announceSeal':
    case 'sealStep':
    case 'revealStep':
    case 'settleStep':
    case 'skipStep':
      return decideStep(session, move, circumstances)
    case 'requestControl':
    case 'grantControl':
    case 'declineControl':
    case 'takeControl':
      return decideControl(session, move, mover, circumstances)
    case 'spotlight': {
      const { subject, mode } = move
      const known = session.setup.documentIds.includes(subject.documentId)
      const spotlight = { subject, mode, since: circumstances.now.toISOString() }
      return isSteered(session.phase) && known ? accept({ fact: 'spotlit', spotlight }) : notNow
    }
    case 'releaseSpotlight':
      return session.spotlight === null ? notNow : accept({ fact: 'spotlightReleased' })
    case 'makeGroup':
    case 'titleGroup':
    case 'moveToGroup':
    case 'mergeGroups':
    case 'removeGroup':
      return decideGrouping(session, move)
    case 'showScene':
      return isSteered(session.phase) && session.scene !== move.scene
        ? accept({ fact: 'sceneShown', scene: move.scene })
        : notNow
    case 'holdBack':
    case 'letThrough':
      return decideHolding(session, move)
    case 'recordOutcome':
    case 'removeOutcome':
    case 'settleFollowUp':
      return decideOutcome(session, move)
    case 'askToSpeak':
    case 'stopAsking':
    case 'startTurn':
    case 'endTurn':
      return decideSpeech(session, move)
  }
}
