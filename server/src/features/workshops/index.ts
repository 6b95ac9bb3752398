import type { IncomingMessage } from 'node:http'
import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { DocumentId, WorkshopId } from '@randnotiz/contract/kit/ids'
import { UserId } from '@randnotiz/contract/kit/ids'
import type { SessionFact } from '@randnotiz/contract/workshops/events'
import { seatChanged, stageChanged } from '@randnotiz/contract/workshops/messages'
import { joinPath } from '@randnotiz/contract/workshops/paths'
import { isOver } from '@randnotiz/domain/workshops/decision'
import type { Router } from 'express'
import type { Connection } from 'mongoose'
import type { Clock } from '../../platform/clock.js'
import type { EventBus } from '../../platform/domain-events.js'
import type { Mount } from '../../platform/http/endpoint-table.js'
import type { RateLimiter } from '../../platform/limits/rate-limiter.js'
import type { MailQueue } from '../../platform/mailer/mail-queue.js'
import type { Printer } from '../../platform/printing/print-pdf.js'
import type { Realtime } from '../../platform/realtime/realtime.js'
import type { Scheduler } from '../../platform/schedule/scheduler.js'
import type { TokenSigner } from '../../platform/signed-token.js'
import { inviteCrew } from './deeds/crew.js'
import { keepDeadline } from './deeds/keep-deadline.js'
import type { WorkshopParts } from './deeds/parts.js'
import { publishContributions } from './deeds/publish-contributions.js'
import { tellResults } from './deeds/tell-results.js'
import { mountWorkshops } from './http.js'
import { KnownLines } from './lines-of.js'
import { MinutesFiles } from './minutes/minutes-files.js'
import { mailResults, tidyResultsAddresses } from './results-mail/mail-results.js'
import { HallViews } from './running/hall-views.js'
import { seatRoom, stageRoom } from './running/rooms.js'
import { Sessions } from './running/sessions.js'
import { Telling } from './running/telling.js'
import { Timekeeper } from './running/timekeeper.js'
import { serveMinutes } from './serve-minutes.js'
import { serveWorkshopCodes } from './serve-workshop-codes.js'
import { handleWorkshops } from './socket.js'
import { BallotStore } from './storage/ballot-store.js'
import { ContributionStore } from './storage/contribution-store.js'
import { workshopModels } from './storage/models.js'
import { ResultsAddressStore } from './storage/results-address-store.js'
import { SeatStore } from './storage/seat-store.js'
import { SessionLog } from './storage/session-log.js'
import { StageStore } from './storage/stage-store.js'
import { TicketStore } from './storage/ticket-store.js'
import { WorkshopStore } from './storage/workshop-store.js'

export { workshopMigrations } from './storage/models.js'

export type WorkshopsDeps = {
  connection: Connection
  realtime: Realtime
  processOf: WorkshopParts['processOf']
  documentById: WorkshopParts['documentById']
  readerText(documentId: DocumentId): Promise<{ html: string } | null>
  lastRelease: WorkshopParts['lastRelease']
  passageOfAnnotation: WorkshopParts['passageOfAnnotation']
  keepPeople: WorkshopParts['keepPeople']
  withheld: WorkshopParts['withheld']
  makeAnnotation: WorkshopParts['makeAnnotation']
  processLink: WorkshopParts['processLink']
  tellFollowers: WorkshopParts['tellFollowers']
  tellPerson: WorkshopParts['tellPerson']
  readStaff: WorkshopParts['readStaff']
  readAuthors: WorkshopParts['readAuthors']
  viewerOf(request: IncomingMessage): Promise<Viewer>
  mails: Pick<MailQueue, 'enqueue'>
  tokens: TokenSigner
  limiter: RateLimiter
  scheduler: Scheduler
  /** Null where there is no program that prints. */
  printer: Printer | null
  /** A page of ours as people reach it from elsewhere. */
  linkTo(path: string): string
  events: EventBus
  clock: Clock
  log: { error(details: object, message: string): void }
}

export type Workshops = {
  mount(mount: Mount): void
  /** QR codes of workshops at `/qr/werkstatt/…`. */
  codes: Router
  /** Minutes as files at `/werkstatt/…`. */
  files: Router
  close(): Promise<void>
}

const dayMs = 24 * 60 * 60_000

/** After these other contributions may be seen, and some have to become annotations. */
const changesSight: ReadonlySet<SessionFact['fact']> = new Set([
  'stepOpened',
  'stepRevealed',
  'stepSettled',
  'phaseChanged',
  'heldBack',
  'letThrough',
] satisfies SessionFact['fact'][])

/** The door of the feature. Resolves when the deadlines of every session that is not over are kept again. */
export async function openWorkshops(deps: WorkshopsDeps): Promise<Workshops> {
  const { connection, realtime, clock } = deps
  const onError = (error: unknown) => deps.log.error({ error }, 'something in a workshop failed')
  const models = workshopModels(connection)
  const log = new SessionLog(models)
  const workshops = new WorkshopStore(models)
  const sessions = new Sessions({
    log,
    now: () => clock.now(),
    onEvent: (workshopId, session, event) => {
      telling.sessionChanged(workshopId)
      timekeeper.watch(workshopId, session)
      if (event.fact.fact === 'crewSet') inviteCrew(parts, workshopId).catch(onError)
      if (isOver(session)) workshops.markOver(workshopId).catch(onError)
      if (changesSight.has(event.fact.fact)) {
        telling.contributionsChanged(workshopId)
        // Not awaited: this is told from within the turn that publishing waits for.
        publishContributions(parts, workshopId).catch(onError)
        if (session.phase === 'published') {
          tellResults(parts, workshopId).catch(onError)
          mailResults(parts, workshopId).catch(onError)
        }
      }
    },
  })
  const stores = {
    workshops,
    log,
    seats: new SeatStore(models),
    tickets: new TicketStore(models),
    ballots: new BallotStore(models),
    contributions: new ContributionStore(models),
    stages: new StageStore(models),
    resultsAddresses: new ResultsAddressStore(models),
  }
  const stopForgetting = deps.events.on('accounts/erased', ({ userId }) =>
    stores.seats.forgetAccount(UserId.parse(userId)),
  )
  const lines = new KnownLines()
  const hallViews = new HallViews({ seats: stores.seats, clock })
  const occupancy = (room: string) => realtime.occupancy(room)
  const telling = new Telling({ ...stores, sessions, hallViews, realtime, occupancy, onError })
  const parts: WorkshopParts = {
    ...deps,
    ...stores,
    sessions,
    hallViews,
    occupancy,
    readLines: async documentId => {
      const text = await deps.readerText(documentId)
      return text && lines.of(documentId, text.html)
    },
    joinAddress: code => deps.linkTo(joinPath(code)),
    seatsChanged: workshopId => telling.seatsChanged(workshopId),
    tellSeat: seat => realtime.announce(seatChanged, seatRoom(seat.participantId), seat),
    tellStage: stageId => {
      realtime.announce(stageChanged, stageRoom(stageId), { stageId })
    },
    contributionsChanged: workshopId => telling.contributionsChanged(workshopId),
    ballotsChanged: poll => telling.tallyChanged(poll),
  }
  const timekeeper = new Timekeeper({
    now: () => clock.now(),
    due: (workshopId, deadline) => keepDeadline(parts, workshopId, deadline),
    onError,
  })
  handleWorkshops(realtime, parts)
  for (const { _id } of await workshops.notOver()) await resume(_id)
  for (const { _id } of await workshops.notOver()) await inviteCrew(parts, _id)
  for (const id of await workshops.notTold()) await tellResults(parts, id)
  await tidyResultsAddresses(parts, clock.now())
  deps.scheduler.add({
    name: 'workshop-results-addresses',
    next: moment => new Date(moment.getTime() + dayMs),
    run: now => tidyResultsAddresses(parts, now),
  })
  for (const id of await stores.contributions.unfinished()) await publishContributions(parts, id)

  async function resume(workshopId: WorkshopId): Promise<void> {
    const session = await sessions.read(workshopId)
    if (session) timekeeper.watch(workshopId, session)
  }
  const files = new MinutesFiles(deps.printer)
  return {
    mount: mount => mountWorkshops(mount, parts),
    codes: serveWorkshopCodes(parts),
    files: serveMinutes({ ...parts, viewerOf: deps.viewerOf, linkTo: deps.linkTo, files }),
    close: async () => {
      stopForgetting()
      timekeeper.close()
      telling.close()
      await files.close()
    },
  }
}
