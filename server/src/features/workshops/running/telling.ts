import type { StepId, WorkshopId } from '@randnotiz/contract/kit/ids'
import {
  contributionsChanged,
  deskChanged,
  hallChanged,
  tallyChanged,
} from '@randnotiz/contract/workshops/messages'
import { itemOf } from '@randnotiz/domain/workshops/agenda-item'
import { lastRound } from '@randnotiz/domain/workshops/voting'
import type { Realtime } from '../../../platform/realtime/realtime.js'
import type { WorkshopParts } from '../deeds/parts.js'
import { deskView } from '../view.js'
import { Announcer } from './announcer.js'
import { countInDatabase } from './counting.js'
import { deskRoom, hallRoom } from './rooms.js'

/** At most ten views a second, four tallies, and once a second who is here and what was said. In milliseconds. */
const viewEveryMs = 100
const tallyEveryMs = 250
const presenceEveryMs = 1_000

type TellingParts = Pick<
  WorkshopParts,
  'workshops' | 'seats' | 'stages' | 'ballots' | 'contributions' | 'sessions' | 'hallViews' | 'occupancy'
> & {
  realtime: Realtime
  onError(error: unknown): void
}

/** What goes out to rooms: whole views, thinned out, and never one message for each vote. */
export class Telling {
  #parts: TellingParts
  #sessions: Announcer<WorkshopId>
  #desks: Announcer<WorkshopId>
  #contributions: Announcer<WorkshopId>
  #tallies: Announcer<string>
  #stepOf = new Map<string, { workshopId: WorkshopId; stepId: StepId }>()

  constructor(parts: TellingParts) {
    this.#parts = parts
    this.#sessions = new Announcer(viewEveryMs, id => this.#tellSession(id), parts.onError)
    this.#desks = new Announcer(presenceEveryMs, id => this.#tellDesk(id), parts.onError)
    this.#contributions = new Announcer(presenceEveryMs, id => this.#tellContributions(id), parts.onError)
    this.#tallies = new Announcer(tallyEveryMs, key => this.#tellTally(key), parts.onError)
  }

  sessionChanged(workshopId: WorkshopId): void {
    this.#sessions.changed(workshopId)
  }

  /** Halls do not hear of everybody who comes in, or a full one would be busy with nothing else. */
  seatsChanged(workshopId: WorkshopId): void {
    this.#desks.changed(workshopId)
  }

  contributionsChanged(workshopId: WorkshopId): void {
    this.#contributions.changed(workshopId)
  }

  tallyChanged(poll: { workshopId: WorkshopId; stepId: StepId }): void {
    const key = `${poll.workshopId} ${poll.stepId}`
    this.#stepOf.set(key, poll)
    this.#tallies.changed(key)
  }

  close(): void {
    this.#sessions.close()
    this.#desks.close()
    this.#contributions.close()
    this.#tallies.close()
  }

  async #tellSession(workshopId: WorkshopId): Promise<void> {
    const session = await this.#parts.sessions.read(workshopId)
    if (session === null) return
    const hall = await this.#parts.hallViews.see(workshopId, session)
    this.#parts.realtime.announce(hallChanged, hallRoom(workshopId), hall)
    await this.#tellDesk(workshopId)
  }

  async #tellDesk(workshopId: WorkshopId): Promise<void> {
    const { sessions, workshops, seats, stages, realtime, occupancy } = this.#parts
    const [session, workshop] = [await sessions.read(workshopId), await workshops.byId(workshopId)]
    if (session === null || workshop === null) return
    const known = { seats: await seats.ofWorkshop(workshopId), stages: await stages.ofWorkshop(workshopId) }
    realtime.announce(deskChanged, deskRoom(workshopId), deskView(workshop, { session, ...known, occupancy }))
  }

  async #tellContributions(workshopId: WorkshopId): Promise<void> {
    const upTo = await this.#parts.contributions.lastSeq(workshopId)
    for (const room of [hallRoom(workshopId), deskRoom(workshopId)])
      this.#parts.realtime.announce(contributionsChanged, room, { workshopId, upTo })
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
