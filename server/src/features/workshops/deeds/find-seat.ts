import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { ResumeSeat } from '@randnotiz/contract/workshops/hall'
import { secretHash } from '../secret-hash.js'
import type { SeatRecord } from '../storage/seat-store.js'
import type { WorkshopParts } from './parts.js'

/** The seat of somebody who has been let in. */
export async function findSeat(
  { seats }: WorkshopParts,
  { workshopId, key }: ResumeSeat,
): Promise<Result<SeatRecord>> {
  const seat = await seats.byKey(workshopId, secretHash(key))
  switch (seat?.admitted) {
    case undefined:
      return refuse('workshops/no-seat')
    case 'waiting':
      return refuse('workshops/waiting')
    case 'turnedAway':
      return refuse('workshops/turned-away')
    case 'in':
      return accept(seat)
  }
}
