import type { StepId, WorkshopId } from '@randnotiz/contract/kit/ids'
import { deskChanged, hallChanged, tallyChanged } from '@randnotiz/contract/workshops/messages'
import { itemOf } from '@randnotiz/domain/workshops/agenda-item'
import { hallView } from '@randnotiz/domain/workshops/hall-view'
import { lastRound } from '@randnotiz/domain/workshops/voting'
import type { Realtime } from '../../../platform/realtime/realtime.js'
import type { WorkshopParts } from '../deeds/parts.js'
import { deskView } from '../view.js'
import { Announcer } from './announcer.js'
import { countInDatabase } from './counting.js'

/** People who have been let in, and projectors. */
export const hallRoom = (id: string) => `hall:${id}`
export const deskRoom = (id: string) => `desk:${id}`

/** At most ten views a second, and four tallies. In milliseconds. */
const viewEveryMs = 100
const tallyEveryMs = 250

type TellingParts = Omit<WorkshopParts, 'seatsChanged' | 'ballotsChanged'> & {
  realtime: Realtime
  onError(error: unknown): void
}

/** What goes out to rooms: whole views, thinned out, and never one message for each vote. */
export class Telling {
  #parts: TellingParts
  #sessions: Announcer<WorkshopId>
  #tallies: Announcer<string>
  #stepOf = new Map<string, { workshopId: WorkshopId; stepId: StepId }>()

  constructor(parts: TellingParts) {
    this.#parts = parts
    this.#sessions = new Announcer(viewEveryMs, id => this.#tellSession(id), parts.onError)
    this.#tallies = new Announcer(tallyEveryMs, key => this.#tellTally(key), parts.onError)
  }

  sessionChanged(workshopId: WorkshopId): void {
    this.#sessions.changed(workshopId)
  }

  tallyChanged(poll: { workshopId: WorkshopId; stepId: StepId }): void {
    const key = `${poll.workshopId} ${poll.stepId}`
    this.#stepOf.set(key, poll)
    this.#tallies.changed(key)
  }

  close(): void {
    this.#sessions.close()
    this.#tallies.close()
  }

  async #tellSession(workshopId: WorkshopId): Promise<void> {
    const { sessions, workshops, seats, realtime, clock } = this.#parts
    const [session, workshop] = [await sessions.read(workshopId), await workshops.byId(workshopId)]
    if (session === null || workshop === null) return
    realtime.announce(hallChanged, hallRoom(workshopId), hallView(workshopId, session, clock.now()))
    const people = await seats.ofWorkshop(workshopId)
    realtime.announce(deskChanged, deskRoom(workshopId), deskView(workshop, session, people))
  }

  /** The desk sees how many have voted; what they chose is shown when the vote is not hidden, or revealed. */
  async #tellTally(key: string): Promise<void> {
    const { sessions, ballots, realtime } = this.#parts
    const poll = this.#stepOf.get(key)
    const session = poll && (await sessions.read(poll.workshopId))
    const item = poll && session && itemOf(session, poll.stepId)
    const round = item && lastRound(item)
    if (!poll || !round?.vote) return
    const { vote, number } = round
    const tally = await countInDatabase(ballots, { ...poll, round: number }, vote)
    const shown = { ...poll, round: number, cast: tally.cast, tally: vote.hidden ? null : tally }
    realtime.announce(tallyChanged, hallRoom(poll.workshopId), shown)
    realtime.announce(tallyChanged, deskRoom(poll.workshopId), shown)
  }
}
