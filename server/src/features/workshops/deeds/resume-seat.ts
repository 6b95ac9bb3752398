import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { ResumeSeat, Seat } from '@randnotiz/contract/workshops/hall'
import { secretHash } from '../secret-hash.js'
import { peopleAt, type SeatRecord } from '../storage/seat-store.js'
import { tableReceipts } from './cast-table.js'
import type { WorkshopParts } from './parts.js'

/** The same device after sleep, a restart of the server or a lost network. */
export async function findDevice(
  { seats }: WorkshopParts,
  { workshopId, key }: ResumeSeat,
): Promise<Result<SeatRecord>> {
  const seat = await seats.byKey(workshopId, secretHash(key))
  return seat === null ? refuse('workshops/no-seat') : accept(seat)
}

/** What a person comes back to, with what they had cast. Whoever waits or was turned away learns no more than that. */
export async function readSeat(parts: WorkshopParts, seat: SeatRecord): Promise<Result<Seat>> {
  const { _id: participantId, workshopId, name, admitted } = seat
  const session = await parts.sessions.read(workshopId)
  if (session === null) return refuse('workshops/unknown')
  const hall = await parts.hallViews.see(workshopId, session)
  const known = { workshopId, participantId, name, admitted, people: peopleAt(seat) }
  return accept(
    admitted === 'in'
      ? {
          ...known,
          ballots: await parts.ballots.receiptsOf(participantId),
          tables: await tableReceipts(parts, seat),
          hall,
        }
      : {
          ...known,
          ballots: [],
          tables: [],
          hall: { ...hall, current: null, revealed: [], spotlight: null },
        },
  )
}
