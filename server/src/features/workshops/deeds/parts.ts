import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { DocumentId, ProcessId, WorkshopId } from '@randnotiz/contract/kit/ids'
import type { Clock } from '../../../platform/clock.js'
import type { Sessions } from '../running/sessions.js'
import type { BallotStore, Poll } from '../storage/ballot-store.js'
import type { SeatStore } from '../storage/seat-store.js'
import type { SessionLog } from '../storage/session-log.js'
import type { TicketStore } from '../storage/ticket-store.js'
import type { WorkshopStore } from '../storage/workshop-store.js'

/** What the deeds are done with. */
export type WorkshopParts = {
  workshops: WorkshopStore
  log: SessionLog
  seats: SeatStore
  tickets: TicketStore
  ballots: BallotStore
  sessions: Sessions
  processOf(documentId: DocumentId): Promise<ProcessId | null>
  /** Somebody has come in, or was let in. */
  seatsChanged(workshopId: WorkshopId): void
  /** A ballot has been stored. */
  ballotsChanged(poll: Poll): void
  clock: Clock
}

export type Account = Extract<Viewer, { kind: 'account' }>
