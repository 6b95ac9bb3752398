import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { ResumeSeat, Seat } from '@randnotiz/contract/workshops/hall'
import type { Session } from '@randnotiz/contract/workshops/session'
import { seeHall } from '../running/see-hall.js'
import { secretHash } from '../secret-hash.js'
import type { SeatRecord } from '../storage/seat-store.js'
import type { WorkshopParts } from './parts.js'

/** The same device after sleep, a restart of the server or a lost network: the same person, with what they had cast. */
export async function resumeSeat(
  parts: WorkshopParts,
  { workshopId, key }: ResumeSeat,
): Promise<Result<Seat>> {
  const seat = await parts.seats.byKey(workshopId, secretHash(key))
  if (seat === null) return refuse('workshops/no-seat')
  const session = await parts.sessions.read(workshopId)
  return session === null ? refuse('workshops/unknown') : accept(await seatView(parts, seat, session))
}

/** Whoever waits or was turned away learns no more than that. */
export async function seatView(parts: WorkshopParts, seat: SeatRecord, session: Session): Promise<Seat> {
  const { _id: participantId, workshopId, name, admitted } = seat
  const hall = await seeHall(parts, workshopId, session)
  return {
    workshopId,
    participantId,
    name,
    admitted,
    ballots: admitted === 'in' ? await parts.ballots.receiptsOf(workshopId, participantId) : [],
    hall: admitted === 'in' ? hall : { ...hall, current: null, revealed: [], spotlight: null },
  }
}
