import { accept } from '@randnotiz/contract/kit/result'
import type { Move } from '@randnotiz/contract/workshops/moves'
import type { Session } from '@randnotiz/contract/workshops/session'
import { isSteered } from './crew-rights.js'
import { type Decision, notNow } from './decision.js'
import { speaking } from './speakers.js'

type Speech = Extract<Move, { move: 'askToSpeak' | 'stopAsking' | 'startTurn' | 'endTurn' }>

/** The list of speakers runs beside the steps, while people are there. */
export function decideSpeech(session: Session, move: Speech): Decision {
  if (!isSteered(session.phase)) return notNow
  const { speakers } = session
  const isWaiting = (id: string) => speakers.waiting.some(({ participantId }) => participantId === id)
  switch (move.move) {
    case 'askToSpeak':
      return isWaiting(move.participantId)
        ? notNow
        : accept({ fact: 'speechAsked', participantId: move.participantId })
    case 'stopAsking':
      return isWaiting(move.participantId)
        ? accept({ fact: 'speechUnasked', participantId: move.participantId })
        : notNow
    case 'startTurn':
      return speaking(speakers)?.participantId === move.participantId
        ? notNow
        : accept({ fact: 'turnStarted', participantId: move.participantId })
    case 'endTurn':
      return speaking(speakers) === null ? notNow : accept({ fact: 'turnEnded' })
  }
}
