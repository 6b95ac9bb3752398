import type { DocumentId, ProcessId, WorkshopId } from '@randnotiz/contract/kit/ids'
import { isOver } from '@randnotiz/domain/workshops/decision'
import type { Connection } from 'mongoose'
import type { Clock } from '../../platform/clock.js'
import type { Mount } from '../../platform/http/endpoint-table.js'
import type { Realtime } from '../../platform/realtime/realtime.js'
import { keepDeadline } from './deeds/keep-deadline.js'
import type { WorkshopParts } from './deeds/parts.js'
import { mountWorkshops } from './http.js'
import { Sessions } from './running/sessions.js'
import { Telling } from './running/telling.js'
import { Timekeeper } from './running/timekeeper.js'
import { handleWorkshops } from './socket.js'
import { BallotStore } from './storage/ballot-store.js'
import { workshopModels } from './storage/models.js'
import { SeatStore } from './storage/seat-store.js'
import { SessionLog } from './storage/session-log.js'
import { TicketStore } from './storage/ticket-store.js'
import { WorkshopStore } from './storage/workshop-store.js'

export { workshopMigrations } from './storage/models.js'

export type WorkshopsDeps = {
  connection: Connection
  realtime: Realtime
  processOf(documentId: DocumentId): Promise<ProcessId | null>
  clock: Clock
  log: { error(details: object, message: string): void }
}

export type Workshops = {
  mount(mount: Mount): void
  close(): void
}

/** The door of the feature. Resolves when the deadlines of every session that is not over are kept again. */
export async function openWorkshops(deps: WorkshopsDeps): Promise<Workshops> {
  const { connection, realtime, clock, processOf } = deps
  const onError = (error: unknown) => deps.log.error({ error }, 'something in a workshop failed')
  const models = workshopModels(connection)
  const log = new SessionLog(models)
  const workshops = new WorkshopStore(models)
  const sessions = new Sessions({
    log,
    now: () => clock.now(),
    onEvent: (workshopId, session) => {
      telling.sessionChanged(workshopId)
      timekeeper.watch(workshopId, session)
      if (isOver(session)) workshops.markOver(workshopId).catch(onError)
    },
  })
  const stores = {
    workshops,
    log,
    seats: new SeatStore(models),
    tickets: new TicketStore(models),
    ballots: new BallotStore(models),
  }
  const telling = new Telling({ ...stores, sessions, processOf, clock, realtime, onError })
  const parts: WorkshopParts = {
    ...stores,
    sessions,
    processOf,
    clock,
    seatsChanged: workshopId => telling.sessionChanged(workshopId),
    ballotsChanged: poll => telling.tallyChanged(poll),
  }
  const timekeeper = new Timekeeper({
    now: () => clock.now(),
    due: (workshopId, deadline) => keepDeadline(parts, workshopId, deadline),
    onError,
  })
  handleWorkshops(realtime, parts)
  for (const { _id } of await workshops.notOver()) await resume(_id)

  async function resume(workshopId: WorkshopId): Promise<void> {
    const session = await sessions.read(workshopId)
    if (session) timekeeper.watch(workshopId, session)
  }
  return {
    mount: mount => mountWorkshops(mount, parts),
    close: () => {
      timekeeper.close()
      telling.close()
    },
  }
}
