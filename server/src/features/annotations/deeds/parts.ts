import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import type { Result } from '@randnotiz/contract/kit/result'
import type { Clock } from '../../../platform/clock.js'
import type { EventBus } from '../../../platform/domain-events.js'
import type { ChangeFeed } from '../change-feed.js'
import type { ReadLiveText } from '../live-text.js'
import type { RecentTexts } from '../passage/recent-texts.js'
import type { AnnotationStore } from '../storage/annotation-store.js'
import type { TextStates } from '../storage/text-states.js'
import type { ViewAnnotations, ViewHistory } from '../view.js'

/** Whether a person may do this on a document here and now; `documents/unknown` when there is none. */
export type AskPermission = (
  viewer: Viewer,
  action: 'annotate' | 'reply' | 'attach',
  documentId: DocumentId,
) => Promise<Result<null>>

/** What the deeds are done with. */
export type DeedParts = {
  annotations: AnnotationStore
  textStates: TextStates
  feed: ChangeFeed
  view: ViewAnnotations
  viewHistory: ViewHistory
  liveText: ReadLiveText
  documentExists(documentId: DocumentId): Promise<boolean>
  recentTexts: RecentTexts
  /** Has the passages of a document looked for, soon. */
  lookFor(documentId: DocumentId): void
  askPermission: AskPermission
  events: EventBus
  clock: Clock
}
