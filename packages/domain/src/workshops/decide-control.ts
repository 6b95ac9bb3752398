import { accept, refuse } from '@randnotiz/contract/kit/result'
import type { Mover } from '@randnotiz/contract/workshops/events'
import type { Move } from '@randnotiz/contract/workshops/moves'
import type { Session } from '@randnotiz/contract/workshops/session'
import { canLead, takingControl } from './control.js'
import { type Circumstances, type Decision, notNow } from './decision.js'

export function decideControl(
  session: Session,
  move: Extract<Move, { move: 'requestControl' | 'grantControl' | 'declineControl' | 'takeControl' }>,
  mover: Mover,
  { holderSilentMs }: Circumstances,
): Decision {
  if (mover.kind !== 'crew') return refuse('accounts/not-permitted')
  const { holder, requestedBy } = session.control
  const by = mover.userId
  switch (move.move) {
    case 'requestControl':
      return by === holder || requestedBy === by ? notNow : accept({ fact: 'controlRequested', by })
    case 'grantControl':
      return move.to !== holder && canLead(session, move.to)
        ? accept({ fact: 'controlPassed', to: move.to, how: 'agreed' })
        : notNow
    case 'declineControl':
      return requestedBy === null ? notNow : accept({ fact: 'controlDeclined', by: requestedBy })
    case 'takeControl': {
      if (by === holder) return notNow
      const how = takingControl(session, by, holderSilentMs)
      return how === null ? refuse('workshops/control-held') : accept({ fact: 'controlPassed', to: by, how })
    }
  }
}
