import type { WorkshopId } from '@randnotiz/contract/kit/ids'
import type { HallView } from '@randnotiz/contract/workshops/hall'
import type { Session } from '@randnotiz/contract/workshops/session'
import { hallView } from '@randnotiz/domain/workshops/hall-view'
import type { Clock } from '../../../platform/clock.js'
import type { SeatStore } from '../storage/seat-store.js'

/**
 * Sessions as everybody in the hall may see them, with the names of those who speak. A view follows from the version of
 * its session alone, so it is made once, also for a hall that comes back all at once.
 */
export class HallViews {
  #parts: { seats: SeatStore; clock: Clock }
  #newest = new Map<WorkshopId, { version: number; view: Promise<HallView> }>()

  constructor(parts: { seats: SeatStore; clock: Clock }) {
    this.#parts = parts
  }

  see(workshopId: WorkshopId, session: Session): Promise<HallView> {
    const known = this.#newest.get(workshopId)
    if (known?.version === session.version) return known.view
    const made = { version: session.version, view: this.#make(workshopId, session) }
    this.#newest.set(workshopId, made)
    made.view.catch(() => {
      if (this.#newest.get(workshopId) === made) this.#newest.delete(workshopId)
    })
    return made.view
  }

  async #make(workshopId: WorkshopId, session: Session): Promise<HallView> {
    const { waiting, turns } = session.speakers
    const last = turns.at(-1)
    const heard = [...waiting, ...(last?.endedAt === null ? [last] : [])]
    const seats = await this.#parts.seats.byIds(heard.map(({ participantId }) => participantId))
    const names = new Map(seats.map(({ _id, name }) => [_id, name]))
    return hallView(workshopId, session, { now: this.#parts.clock.now(), nameOf: id => names.get(id) ?? '–' })
  }
}
