import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { BallotReceipt, CastBallot } from '@randnotiz/contract/workshops/hall'
import { itemOf } from '@randnotiz/domain/workshops/agenda-item'
import { isValidBallot, lastRound, takesBallots } from '@randnotiz/domain/workshops/voting'
import { findSeat } from './find-seat.js'
import type { WorkshopParts } from './parts.js'

/**
 * Stores a person's whole choice. Answered when it is on the disk; the same command again gets the same receipt, also
 * after the seal. A ballot that comes too late is refused and counted as late.
 */
export async function castBallot(
  parts: WorkshopParts,
  { workshopId, key, commandId, stepId, round, choices }: CastBallot,
): Promise<Result<BallotReceipt>> {
  const seat = await findSeat(parts, { workshopId, key })
  if (!seat.ok) return seat
  if (seat.value.members.length > 0) return refuse('workshops/ballot-invalid')
  const participantId = seat.value._id
  const session = await parts.sessions.read(workshopId)
  const item = session && itemOf(session, stepId)
  const vote = item && lastRound(item)?.vote
  if (!item || !vote) return refuse('workshops/unknown')
  const poll = { workshopId, stepId, round }
  if (!takesBallots(item, round, parts.clock.now())) {
    const earlier = await parts.ballots.receiptOfCommand(poll, { participantId, commandId })
    if (earlier) return accept(earlier)
    if (lastRound(item)?.number === round && item.status.state !== 'held') await parts.ballots.addLate(poll)
    return refuse('workshops/vote-closed')
  }
  if (!isValidBallot(vote, choices)) return refuse('workshops/ballot-invalid')
  const castAt = parts.clock.now()
  const receipt = await parts.ballots.cast(poll, { participantId, commandId, choices, castAt })
  parts.ballotsChanged(poll)
  return accept(receipt)
}
