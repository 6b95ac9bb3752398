import type { DocumentLink } from '@randnotiz/contract/accounts/notices'
import type { DocumentId, ProcessId } from '@randnotiz/contract/kit/ids'
import type { LocalizedText } from '@randnotiz/contract/kit/wire-values'
import type { Clock } from '../../../platform/clock.js'
import type { EventBus } from '../../../platform/domain-events.js'
import type { RateLimiter } from '../../../platform/limits/rate-limiter.js'
import type { Realtime } from '../../../platform/realtime/realtime.js'
import type { TokenSigner } from '../../../platform/signed-token.js'
import type { Notifications } from '../../accounts/index.js'
import type { ChangeFeed } from '../change-feed.js'
import type { AnnotationStore } from '../storage/annotation-store.js'
import type { Publications } from '../storage/publications.js'
import type { TellPerson } from '../tell-authors.js'
import type { ReadAuthors } from '../view.js'
import type { AuditLog } from './storage/audit-log.js'
import type { DecisionStore } from './storage/decision-store.js'
import type { ReportStore } from './storage/report-store.js'
import type { SettingsStore } from './storage/settings-store.js'

/** The phases of a process, and which of them runs. */
export type ProcessPhases = { phases: { key: string; title: LocalizedText }[]; current: string | null }

/** What is mailed to somebody who reported a contribution and left an address. */
export type MailReporter = Notifications['mailReporter']

/** What moderation needs from the rest of the server. */
export type ModerationDeps = {
  realtime: Realtime
  tellPerson: TellPerson
  mailReporter: MailReporter
  documentLink(documentId: DocumentId): Promise<DocumentLink | null>
  processOf(documentId: DocumentId): Promise<ProcessId | null>
  /** Null for an unknown process. */
  phasesOf(processId: ProcessId): Promise<ProcessPhases | null>
  readAuthors: ReadAuthors
  limiter: RateLimiter
  tokens: TokenSigner
  events: EventBus
  clock: Clock
}

/** What the deeds of moderation are done with. */
export type ModerationParts = ModerationDeps & {
  annotations: AnnotationStore
  publications: Publications
  feed: ChangeFeed
  settings: SettingsStore
  reports: ReportStore
  decisions: DecisionStore
  auditLog: AuditLog
}
