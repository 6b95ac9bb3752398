import { accept } from '@randnotiz/contract/kit/result'
import type { Move } from '@randnotiz/contract/workshops/moves'
import type { Session } from '@randnotiz/contract/workshops/session'
import { type Decision, isOver, notNow } from './decision.js'

type Holding = Extract<Move, { move: 'holdBack' | 'letThrough' }>

/** Until the session is closed. Holding back again changes the reason. */
export function decideHolding(session: Session, move: Holding): Decision {
  if (isOver(session)) return notNow
  const { annotationId } = move
  if (move.move === 'holdBack') return accept({ fact: 'heldBack', annotationId, reason: move.reason })
  return session.heldBack.some(held => held.annotationId === annotationId)
    ? accept({ fact: 'letThrough', annotationId })
    : notNow
}
