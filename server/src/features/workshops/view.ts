import type { DeskView } from '@randnotiz/contract/workshops/desk'
import type { Session } from '@randnotiz/contract/workshops/session'
import type { SeatRecord } from './storage/seat-store.js'
import type { WorkshopRecord } from './storage/workshop-store.js'

/** Without the role of a viewer, as it is announced to everybody at the desk. */
export function deskView(workshop: WorkshopRecord, session: Session, seats: readonly SeatRecord[]): DeskView {
  return {
    workshopId: workshop._id,
    code: workshop.code,
    role: null,
    session,
    participants: seats.map(({ _id, name, admitted }) => ({ participantId: _id, name, admitted })),
  }
}
