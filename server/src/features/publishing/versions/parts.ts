import type { DocumentId } from '@randnotiz/contract/kit/ids'
import type { ChangeLink } from '@randnotiz/contract/publishing/comparison'
import type { Clock } from '../../../platform/clock.js'
import type { EventBus } from '../../../platform/domain-events.js'
import type { Documents } from '../../documents/index.js'
import type { DayStore } from '../storage/day-store.js'
import type { KeptTexts } from '../storage/kept-texts.js'
import type { ReleaseStore } from '../storage/release-store.js'
import type { TextThread } from '../texts/text-thread.js'
import type { LiveCompositions } from './live-compositions.js'

/** The contributions that changed a text, as everybody may see them; told by features further right. */
export type ReadChangeLinks = (documentId: DocumentId) => Promise<ChangeLink[]>

/** What the deeds with versions are done with. */
export type VersionParts = {
  documents: Documents
  releases: ReleaseStore
  days: DayStore
  kept: KeptTexts
  texts: TextThread
  live: LiveCompositions
  changeLinks: ReadChangeLinks
  events: EventBus
  clock: Clock
}
