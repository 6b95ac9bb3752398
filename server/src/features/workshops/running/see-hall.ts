import type { WorkshopId } from '@randnotiz/contract/kit/ids'
import type { HallView } from '@randnotiz/contract/workshops/hall'
import type { Session } from '@randnotiz/contract/workshops/session'
import { hallView } from '@randnotiz/domain/workshops/hall-view'
import type { Clock } from '../../../platform/clock.js'
import type { SeatStore } from '../storage/seat-store.js'

/** The session as everybody in the hall may see it, with the names of those who speak. */
export async function seeHall(
  { seats, clock }: { seats: SeatStore; clock: Clock },
  workshopId: WorkshopId,
  session: Session,
): Promise<HallView> {
  const { waiting, turns } = session.speakers
  const last = turns.at(-1)
  const ids = [...waiting, ...(last?.endedAt === null ? [last] : [])].map(
    ({ participantId }) => participantId,
  )
  const names = new Map((await seats.byIds(ids)).map(({ _id, name }) => [_id, name]))
  return hallView(workshopId, session, { now: clock.now(), nameOf: id => names.get(id) ?? '–' })
}
