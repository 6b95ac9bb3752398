import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { WorkshopId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { CrewRole, Session } from '@randnotiz/contract/workshops/session'
import { roleOf } from '@randnotiz/domain/workshops/control'
import type { WorkshopRecord } from '../storage/workshop-store.js'
import type { Account, WorkshopParts } from './parts.js'

export type CrewAtWork = { workshop: WorkshopRecord; session: Session; role: CrewRole; viewer: Account }

/** The session for somebody of its crew, in one of the roles. */
export async function findCrew(
  parts: WorkshopParts,
  workshopId: WorkshopId,
  { viewer, roles }: { viewer: Viewer; roles?: readonly CrewRole[] },
): Promise<Result<CrewAtWork>> {
  if (viewer.kind !== 'account') return refuse('accounts/sign-in-required')
  const session = await parts.sessions.read(workshopId)
  const workshop = await parts.workshops.byId(workshopId)
  if (session === null || workshop === null) return refuse('workshops/unknown')
  const role = roleOf(session, viewer.id)
  if (role === null || (roles && !roles.includes(role))) return refuse('accounts/not-permitted')
  return accept({ workshop, session, role, viewer })
}
