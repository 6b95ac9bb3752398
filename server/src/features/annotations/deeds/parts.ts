import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { DocumentSummary, ReaderText } from '@randnotiz/contract/documents/document'
import type { DocumentId, ProcessId, UserId } from '@randnotiz/contract/kit/ids'
import type { Result } from '@randnotiz/contract/kit/result'
import type { PublicNews } from '@randnotiz/contract/publishing/news'
import type { Process } from '@randnotiz/contract/publishing/process'
import type { Clock } from '../../../platform/clock.js'
import type { EventBus } from '../../../platform/domain-events.js'
import type { ChangeFeed } from '../change-feed.js'
import type { Indexes } from '../finding/indexes.js'
import type { IntakeStore } from '../intake/intake-store.js'
import type { ReadLiveText } from '../live-text.js'
import type { JudgeArrival } from '../moderation/judge-arrival.js'
import type { JudgeEdit } from '../moderation/judge-edit.js'
import type { RecentTexts } from '../passage/recent-texts.js'
import type { KeptResolutions } from '../resolution/keep-resolutions.js'
import type { AnnotationStore } from '../storage/annotation-store.js'
import type { ChangeRows } from '../storage/change-rows.js'
import type { ReadMarks } from '../storage/read-marks.js'
import type { SupportStore } from '../storage/support-store.js'
import type { TextStates } from '../storage/text-states.js'
import type { ReadAuthors, ViewAnnotations, ViewHistory, ViewParts } from '../view.js'

/** Whether a person may do this on a document here and now; `documents/unknown` when there is none. */
export type AskPermission = (
  viewer: Viewer,
  action: 'annotate' | 'propose' | 'reply' | 'support' | 'attach' | 'accept' | 'exchange' | 'intake',
  documentId: DocumentId,
) => Promise<Result<null>>

/** Changes a live text by a Yjs update; durable when it resolves. Throws when the text does not take it. */
export type EditText = (documentId: DocumentId, update: Uint8Array) => Promise<void>

/** What the deeds are done with. */
export type DeedParts = {
  annotations: AnnotationStore
  supports: SupportStore
  readMarks: ReadMarks
  intake: IntakeStore
  indexes: Indexes
  textStates: TextStates
  feed: ChangeFeed
  changes: ChangeRows
  view: ViewAnnotations
  viewHistory: ViewHistory
  liveText: ReadLiveText
  editText: EditText
  documentExists(documentId: DocumentId): Promise<boolean>
  recentTexts: RecentTexts
  /** The text of today as a person may see it: the live text or the last release; null when there is no document. */
  readableText(documentId: DocumentId, viewer: Viewer): Promise<string | null>
  /** The flat text of a release; null when there is none of that number. */
  releaseText(documentId: DocumentId, number: number): Promise<string | null>
  /** Has the passages of a document looked for, soon. */
  lookFor(documentId: DocumentId): void
  askPermission: AskPermission
  /** The address of this site, e.g. `https://beteiligung.example.org`. */
  siteAddress(): string
  /** IRI of the licence under which open data are given. */
  licence: string
  documentBySlug(slug: string): Promise<DocumentSummary | null>
  documentById(id: DocumentId): Promise<DocumentSummary | null>
  processes(): Promise<Process[]>
  documentsOf(processId: ProcessId): Promise<DocumentSummary[]>
  /** The newest public news of a process. */
  newsOf(processId: ProcessId): Promise<PublicNews[]>
  readerText(documentId: DocumentId): Promise<ReaderText | null>
  /** Authors for people whose words come from elsewhere, by key. */
  importPeople(people: readonly { key: string; name: string }[]): Promise<Map<string, UserId>>
  /** Gives such an author another name. */
  renameImported(key: string, name: string): Promise<void>
  /** Looks for passages in a text, off the thread that serves people. */
  find: KeptResolutions['find']
  readAuthors: ReadAuthors
  /** How long authors may change their words, in milliseconds; null for no end. */
  editWithinMs(documentId: DocumentId): Promise<number | null>
  readAnswers: ViewParts['readAnswers']
  readBlackenings: ViewParts['readBlackenings']
  supportHiddenMs: ViewParts['supportHiddenMs']
  /** Whether words become public at once, or are looked at first. */
  judgeArrival: JudgeArrival
  /** Whether words that their author changes stay public, or are looked at first. */
  judgeEdit: JudgeEdit
  events: EventBus
  clock: Clock
}
