import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { WorkshopId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { DeskView } from '@randnotiz/contract/workshops/desk'
import { roleOf } from '@randnotiz/domain/workshops/control'
import { deskView } from '../view.js'
import type { WorkshopParts } from './parts.js'

/** The session as its crew sees it. */
export async function openDesk(
  parts: WorkshopParts,
  workshopId: WorkshopId,
  viewer: Viewer,
): Promise<Result<DeskView>> {
  if (viewer.kind !== 'account') return refuse('accounts/sign-in-required')
  const session = await parts.sessions.read(workshopId)
  const workshop = await parts.workshops.byId(workshopId)
  if (session === null || workshop === null) return refuse('workshops/unknown')
  const role = roleOf(session, viewer.id)
  if (role === null) return refuse('accounts/not-permitted')
  const now = parts.clock.now()
  await parts.workshops.sign(workshopId, viewer.id, now)
  const seats = await parts.seats.ofWorkshop(workshopId)
  return accept({ ...deskView(workshop, session, seats), role })
}

/** A sign of life from somebody of the crew. */
export async function showLife(
  parts: WorkshopParts,
  workshopId: WorkshopId,
  viewer: Viewer,
): Promise<Result<null>> {
  if (viewer.kind !== 'account') return refuse('accounts/sign-in-required')
  const session = await parts.sessions.read(workshopId)
  if (session === null) return refuse('workshops/unknown')
  if (roleOf(session, viewer.id) === null) return refuse('accounts/not-permitted')
  await parts.workshops.sign(workshopId, viewer.id, parts.clock.now())
  return accept(null)
}
