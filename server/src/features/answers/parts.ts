import type { NoticeEvent } from '@randnotiz/contract/accounts/notices'
import type { Author } from '@randnotiz/contract/annotations/annotation'
import type { ProcessId, UserId } from '@randnotiz/contract/kit/ids'
import type { LocalizedText } from '@randnotiz/contract/kit/wire-values'
import type { Connection } from 'mongoose'
import type { Clock } from '../../platform/clock.js'
import type { EventBus } from '../../platform/domain-events.js'
import type { Realtime } from '../../platform/realtime/realtime.js'
import type { DeskAccess } from '../annotations/index.js'
import type { Documents } from '../documents/index.js'
import type { Publishing } from '../publishing/index.js'
import type { CaseIndexes } from './desk/case-index.js'
import type { PublicAnswers, ReadPublicAnswers } from './public-answers.js'
import type { CaseStore } from './storage/case-store.js'
import type { PublicationStore } from './storage/publication-store.js'
import type { SettingsStore } from './storage/settings-store.js'

/** What answering needs from the rest of the server. */
export type AnswersDeps = {
  connection: Connection
  realtime: Realtime
  desk: DeskAccess
  documents: Pick<Documents, 'byId' | 'linkOf' | 'liveText' | 'ofProcess' | 'processOf'>
  publishing: Pick<Publishing, 'all' | 'versions'>
  readAuthors(ids: readonly UserId[]): Promise<Map<UserId, Author>>
  /** Everybody who works for the city. */
  readStaff(): Promise<Author[]>
  tellPerson(personId: UserId, key: string, event: NoticeEvent): Promise<void>
  events: EventBus
  clock: Clock
  log: { error(details: object, message: string): void }
}

/** What the deeds are done with. */
export type AnswerParts = AnswersDeps & {
  cases: CaseStore
  indexes: CaseIndexes
  publications: PublicationStore
  settings: SettingsStore
  answers: PublicAnswers
  readAnswers: ReadPublicAnswers
  /** Hears of work that goes on after the answer; its end is waited for when the server stops. */
  goOn(work: Promise<void>): void
}

export type ProcessName = { id: ProcessId; slug: string; title: LocalizedText }
