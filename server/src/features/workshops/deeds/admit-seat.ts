import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { ParticipantId, WorkshopId } from '@randnotiz/contract/kit/ids'
import { type Result, refuse } from '@randnotiz/contract/kit/result'
import type { DeskView } from '@randnotiz/contract/workshops/desk'
import type { CrewRole } from '@randnotiz/contract/workshops/session'
import { findCrew } from './find-crew.js'
import { openDesk } from './open-desk.js'
import type { WorkshopParts } from './parts.js'

const doorkeepers: readonly CrewRole[] = ['owner', 'lead', 'coLead', 'scribe']

type Admission = { workshopId: WorkshopId; participantId: ParticipantId; admitted: 'in' | 'turnedAway' }

/** Lets somebody in who waits, or turns them away. */
export async function admitSeat(
  parts: WorkshopParts,
  { workshopId, participantId, admitted }: Admission,
  viewer: Viewer,
): Promise<Result<DeskView>> {
  const crew = await findCrew(parts, workshopId, { viewer, roles: doorkeepers })
  if (!crew.ok) return crew
  if (!(await parts.seats.setAdmitted({ _id: participantId, workshopId }, admitted)))
    return refuse('workshops/unknown')
  parts.tellSeat({ workshopId, participantId })
  parts.seatsChanged(workshopId)
  return openDesk(parts, workshopId, viewer)
}
