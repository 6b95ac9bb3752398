import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { HallView, RaiseHand } from '@randnotiz/contract/workshops/hall'
import { decide } from '@randnotiz/domain/workshops/machine'
import { circumstancesOf } from '../running/circumstances.js'
import { findSeat } from './find-seat.js'
import type { WorkshopParts } from './parts.js'

/** Asks to speak, or takes that back. */
export async function raiseHand(
  parts: WorkshopParts,
  { workshopId, key, commandId, raised }: RaiseHand,
): Promise<Result<HallView>> {
  const seat = await findSeat(parts, { workshopId, key })
  if (!seat.ok) return seat
  const participantId = seat.value._id
  const by = { kind: 'participant', participantId } as const
  const move = { move: raised ? 'askToSpeak' : 'stopAsking', participantId } as const
  const moved = await parts.sessions.move(workshopId, { commandId, by }, async session => {
    const circumstances = await circumstancesOf(parts, { workshopId, session, move })
    return decide(session, { move, expectedVersion: null }, by, circumstances)
  })
  if (moved === null) return refuse('workshops/unknown')
  return moved.ok ? accept(await parts.hallViews.see(workshopId, moved.value)) : moved
}
