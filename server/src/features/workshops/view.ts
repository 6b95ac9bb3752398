import type { Contribution } from '@randnotiz/contract/workshops/contributions'
import type { DeskView } from '@randnotiz/contract/workshops/desk'
import type { Session } from '@randnotiz/contract/workshops/session'
import { seatRoom, stageRoom } from './running/rooms.js'
import type { ContributionRecord } from './storage/contribution-store.js'
import { isVacant, peopleAt, type SeatRecord } from './storage/seat-store.js'
import type { StageRecord } from './storage/stage-store.js'
import type { WorkshopRecord } from './storage/workshop-store.js'

export type DeskParts = {
  session: Session
  seats: readonly SeatRecord[]
  stages: readonly StageRecord[]
  /** Connections in a room. */
  occupancy(room: string): number
}

/** Without the role of a viewer, as it is announced to everybody at the desk. */
export function deskView(
  workshop: WorkshopRecord,
  { session, seats, stages, occupancy }: DeskParts,
): DeskView {
  return {
    workshopId: workshop._id,
    code: workshop.code,
    role: null,
    session,
    participants: seats.map(seat => ({
      participantId: seat._id,
      name: seat.name,
      people: peopleAt(seat),
      admitted: seat.admitted,
      here: !isVacant(seat) && occupancy(seatRoom(seat._id)) > 0,
    })),
    stages: stages.map(({ _id, pairedAt }) => ({
      stageId: _id,
      pairedAt: (pairedAt ?? workshop.createdAt).toISOString(),
      here: occupancy(stageRoom(_id)) > 0,
    })),
  }
}

/** `name` is null for those who may not see who it is from. */
export function contributionView(record: ContributionRecord, name: string | null): Contribution {
  const { _id, seq, stepId, documentId, blockId, quote, kind, body, replacement, at, participantId } = record
  const author = name === null ? null : { participantId, name }
  const words = { documentId, blockId, quote, kind, body, replacement }
  return { id: _id, seq, stepId, ...words, author, at: at.toISOString() }
}
