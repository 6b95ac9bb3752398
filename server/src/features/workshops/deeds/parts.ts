import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { Author } from '@randnotiz/contract/annotations/annotation'
import type { DocumentSummary } from '@randnotiz/contract/documents/document'
import type {
  AnnotationId,
  BlockId,
  DocumentId,
  ParticipantId,
  ProcessId,
  Slug,
  UserId,
  WorkshopId,
} from '@randnotiz/contract/kit/ids'
import type { LocalizedText } from '@randnotiz/contract/kit/wire-values'
import type { JoinCode } from '@randnotiz/contract/workshops/hall'
import type { PassageLine } from '@randnotiz/contract/workshops/passage'
import type { StageId } from '@randnotiz/contract/workshops/stage'
import type { Clock } from '../../../platform/clock.js'
import type { RateLimiter } from '../../../platform/limits/rate-limiter.js'
import type { MailQueue } from '../../../platform/mailer/mail-queue.js'
import type { TokenSigner } from '../../../platform/signed-token.js'
import type { Notifications } from '../../accounts/index.js'
import type { WorkshopContribution } from '../../annotations/index.js'
import type { HallViews } from '../running/hall-views.js'
import type { Sessions } from '../running/sessions.js'
import type { BallotStore, Poll } from '../storage/ballot-store.js'
import type { ContributionStore } from '../storage/contribution-store.js'
import type { ResultsAddressStore } from '../storage/results-address-store.js'
import type { SeatStore } from '../storage/seat-store.js'
import type { SessionLog } from '../storage/session-log.js'
import type { StageStore } from '../storage/stage-store.js'
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
  hallViews: HallViews
  processOf(documentId: DocumentId): Promise<ProcessId | null>
  contributions: ContributionStore
  stages: StageStore
  resultsAddresses: ResultsAddressStore
  mails: Pick<MailQueue, 'enqueue'>
  tokens: TokenSigner
  limiter: RateLimiter
  documentById(id: DocumentId): Promise<DocumentSummary | null>
  /** The text as readers see it, line by line; null when there is no such document. */
  readLines(documentId: DocumentId): Promise<PassageLine[] | null>
  /** The newest release of a text; null when there is none. */
  lastRelease(documentId: DocumentId): Promise<{ number: number; publishedAt: string } | null>
  /** Where an annotation stands; null when nowhere in particular. */
  passageOfAnnotation(
    documentId: DocumentId,
    annotationId: AnnotationId,
  ): Promise<{ blockId: BlockId; quote: string } | null>
  /** Authors for people in halls, by key. */
  keepPeople(people: readonly { key: string; name: string }[]): Promise<Map<string, UserId>>
  /** The process as a link shows it; null when there is none. */
  processLink(id: ProcessId): Promise<{ slug: Slug; title: LocalizedText } | null>
  tellFollowers: Notifications['tellFollowers']
  tellPerson: Notifications['tell']
  /** Everybody who works for the city. */
  readStaff(): Promise<Author[]>
  /** How people sign. */
  readAuthors(ids: readonly UserId[]): Promise<Map<UserId, Author>>
  /** Those contributions whose words not everybody may read at their text by now. */
  withheld(ids: readonly AnnotationId[]): Promise<Set<AnnotationId>>
  makeAnnotation(said: WorkshopContribution): Promise<void>
  /** A page of ours as people reach it from elsewhere. */
  linkTo(path: string): string
  /** The address that people type to join, in full. */
  joinAddress(code: JoinCode): string
  /** Connections in a room. */
  occupancy(room: string): number
  /** Somebody has come in, or was let in. */
  seatsChanged(workshopId: WorkshopId): void
  /** Somebody of the crew has decided about a seat. */
  tellSeat(seat: { workshopId: WorkshopId; participantId: ParticipantId }): void
  /** A projector has been paired, or taken away. */
  tellStage(stageId: StageId): void
  /** There are more contributions, or others may be seen. */
  contributionsChanged(workshopId: WorkshopId): void
  /** A ballot has been stored. */
  ballotsChanged(poll: Poll): void
  clock: Clock
}

export type Account = Extract<Viewer, { kind: 'account' }>
