import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { WorkshopId } from '@randnotiz/contract/kit/ids'
import { accept, type Result } from '@randnotiz/contract/kit/result'
import type { DeskView } from '@randnotiz/contract/workshops/desk'
import { deskView } from '../view.js'
import { findCrew } from './find-crew.js'
import type { WorkshopParts } from './parts.js'

/** The session as its crew sees it. */
export async function openDesk(
  parts: WorkshopParts,
  workshopId: WorkshopId,
  viewer: Viewer,
): Promise<Result<DeskView>> {
  const crew = await findCrew(parts, workshopId, { viewer })
  if (!crew.ok) return crew
  const { workshop, session, role } = crew.value
  await parts.workshops.sign(workshopId, crew.value.viewer.id, parts.clock.now())
  const seats = await parts.seats.ofWorkshop(workshopId)
  const stages = await parts.stages.ofWorkshop(workshopId)
  const { occupancy } = parts
  return accept({ ...deskView(workshop, { session, seats, stages, occupancy }), role })
}

/** A sign of life from somebody of the crew. */
export async function showLife(
  parts: WorkshopParts,
  workshopId: WorkshopId,
  viewer: Viewer,
): Promise<Result<null>> {
  const crew = await findCrew(parts, workshopId, { viewer })
  if (!crew.ok) return crew
  await parts.workshops.sign(workshopId, crew.value.viewer.id, parts.clock.now())
  // Who has left since does not tell us; a desk that is looked at is told now and then.
  parts.seatsChanged(workshopId)
  return accept(null)
}
