import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { BallotReceipt, CastTable, TableReceipt } from '@randnotiz/contract/workshops/hall'
import { itemOf } from '@randnotiz/domain/workshops/agenda-item'
import { gatherCounts, spreadCounts } from '@randnotiz/domain/workshops/spread-counts'
import { lastRound, takesBallots } from '@randnotiz/domain/workshops/voting'
import type { SeatRecord } from '../storage/seat-store.js'
import { findSeat } from './find-seat.js'
import type { WorkshopParts } from './parts.js'

/**
 * Stores what a table has counted by hand: a ballot for each of its people, under the same command, so that what a crash
 * interrupts is finished by the replay. Answered when all are on the disk. One that comes too late is refused and counted
 * as late once.
 */
export async function castTable(
  parts: WorkshopParts,
  { workshopId, key, commandId, stepId, round, counts }: CastTable,
): Promise<Result<TableReceipt>> {
  const seat = await findSeat(parts, { workshopId, key })
  if (!seat.ok) return seat
  const { members } = seat.value
  const session = await parts.sessions.read(workshopId)
  const item = session && itemOf(session, stepId)
  const vote = item && lastRound(item)?.vote
  if (!item || !vote) return refuse('workshops/unknown')
  const poll = { workshopId, stepId, round }
  const castAt = parts.clock.now()
  if (!takesBallots(item, round, castAt)) {
    const [last] = members.slice(-1)
    // The last ballot of a table is written last: with it, all of them are.
    const earlier = last && (await parts.ballots.receiptOfCommand(poll, { participantId: last, commandId }))
    if (earlier) return accept({ stepId, round, counts, castAt: earlier.castAt })
    if (lastRound(item)?.number === round && item.status.state !== 'held') await parts.ballots.addLate(poll)
    return refuse('workshops/vote-closed')
  }
  const ballots = members.length === 0 ? null : spreadCounts(vote, counts, members.length)
  if (ballots === null) return refuse('workshops/ballot-invalid')
  for (const [at, participantId] of members.entries())
    await parts.ballots.cast(poll, { participantId, commandId, choices: ballots[at] ?? [], castAt })
  parts.ballotsChanged(poll)
  return accept({ stepId, round, counts, castAt: castAt.toISOString() })
}

/** What a table has cast so far and is still linked to it; nothing for a seat of one person. */
export async function tableReceipts(
  { ballots }: Pick<WorkshopParts, 'ballots'>,
  { members }: SeatRecord,
): Promise<TableReceipt[]> {
  const receipts = (await Promise.all(members.map(member => ballots.receiptsOf(member)))).flat()
  const byRound = new Map<string, BallotReceipt[]>()
  for (const receipt of receipts) {
    const name = `${receipt.stepId} ${receipt.round}`
    byRound.set(name, [...(byRound.get(name) ?? []), receipt])
  }
  return [...byRound.values()].flatMap(of => tableReceipt(of) ?? [])
}

function tableReceipt(of: readonly BallotReceipt[]): TableReceipt | null {
  const [first] = of
  if (!first) return null
  const { stepId, round, castAt } = first
  return { stepId, round, castAt, counts: gatherCounts(of.map(({ choices }) => choices)) }
}
