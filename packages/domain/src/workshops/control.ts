import type { UserId } from '@randnotiz/contract/kit/ids'
import type { ControlPassage } from '@randnotiz/contract/workshops/events'
import type { CrewRole, Session } from '@randnotiz/contract/workshops/session'
import { leadingRoles } from './crew-rights.js'

/** After this long without a sign of life of the holder a co-lead may take control. In milliseconds. */
export const silentAfterMs = 30_000

export function roleOf(session: Session, userId: UserId): CrewRole | null {
  return session.crew.find(member => member.userId === userId)?.role ?? null
}

export function canLead(session: Session, userId: UserId): boolean {
  const role = roleOf(session, userId)
  return role !== null && leadingRoles.includes(role)
}

/**
 * How somebody may take control without being given it, or null. Control never passes by itself: somebody always
 * decides. `holderSilentMs` is the time since the holder's last sign of life.
 */
export function takingControl(
  session: Session,
  taker: UserId,
  holderSilentMs: number,
): Exclude<ControlPassage, 'agreed'> | null {
  if (holderSilentMs >= silentAfterMs) return 'silent'
  return roleOf(session, taker) === 'owner' ? 'forced' : null
}
