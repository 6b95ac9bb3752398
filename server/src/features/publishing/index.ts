import type { DocumentId, ProcessId } from '@randnotiz/contract/kit/ids'
import { numbersChanged } from '@randnotiz/contract/publishing/messages'
import type { ProcessLink } from '@randnotiz/contract/publishing/news'
import type { Phase, Process } from '@randnotiz/contract/publishing/process'
import type { Openings } from '@randnotiz/domain/accounts/permissions'
import { currentPhase } from '@randnotiz/domain/publishing/phases'
import type { Connection } from 'mongoose'
import type { Clock } from '../../platform/clock.js'
import type { EventBus } from '../../platform/domain-events.js'
import type { Mount } from '../../platform/http/endpoint-table.js'
import type { Logger } from '../../platform/logger.js'
import type { Realtime } from '../../platform/realtime/realtime.js'
import type { Scheduler } from '../../platform/schedule/scheduler.js'
import type { Notifications } from '../accounts/index.js'
import type { Documents } from '../documents/index.js'
import { mountImporting, mountPublishing, mountRewriting, mountVersions } from './http.js'
import { FileReading } from './importing/reading/file-reading.js'
import { LiveNumbers } from './live-numbers.js'
import { type News, openNews } from './news/open-news.js'
import { ProcessStore } from './process-store.js'
import type { PreviewPassages } from './rewriting/parts.js'
import { ChangeLog } from './settings/change-log.js'
import { mountSettings } from './settings/http.js'
import type { SettingsParts } from './settings/parts.js'
import { handleNumbers, numbersRoom } from './socket.js'
import { openTelling, type Telling } from './telling/open-telling.js'
import { TextThread } from './texts/text-thread.js'
import { openVersions, type Versions } from './versions/open-versions.js'
import type { ReadChangeLinks } from './versions/parts.js'

export { publishingMigrations } from './models.js'
export { newsMigrations } from './news/models.js'
export { versionMigrations } from './storage/version-models.js'

/** The door of publishing. */
export type Publishing = {
  /** What is open while the phase runs; null between phases and for an unknown process. */
  phaseOf(processId: ProcessId): Promise<Openings | null>
  /** Its phases and the key of the one that runs; null for an unknown process. */
  phasesOf(processId: ProcessId): Promise<{ phases: Phase[]; current: string | null } | null>
  all(): Promise<Process[]>
  /** How long the number of supporters of a contribution stays hidden, in milliseconds. */
  supportHiddenMs(processId: ProcessId | null): Promise<number>
  /** How long authors may change their words, in milliseconds; null for no end. */
  editWithinMs(processId: ProcessId | null): Promise<number | null>
  isEmpty(): Promise<boolean>
  /** As a link shows it; null for an unknown process. */
  linkOf(processId: ProcessId): Promise<ProcessLink | null>
  /** Does nothing when it exists. */
  createProcess(process: Process): Promise<void>
  versions: Versions
  news: News
  telling: Telling
  mount(mount: Mount): void
  close(): Promise<void>
}

const hourInMs = 3_600_000

export type PublishingParts = {
  connection: Connection
  documents: Documents
  realtime: Realtime
  tellFollowers: Notifications['tellFollowers']
  readAuthors: SettingsParts['readAuthors']
  countAnnotations(): Promise<Map<DocumentId, number>>
  previewPassages: PreviewPassages
  changeLinks: ReadChangeLinks
  events: EventBus
  scheduler: Scheduler
  clock: Clock
  log: Logger
}

export function openPublishing(parts: PublishingParts): Publishing {
  const { documents, realtime, clock } = parts
  const processes = new ProcessStore(parts.connection)
  const numbers = new LiveNumbers({
    ...parts,
    readers: id => documents.readers(id),
    processOf: id => documents.processOf(id),
    announce: (processId, changed) =>
      realtime.announce(numbersChanged, numbersRoom(processId), { processId, numbers: changed }),
  })
  const home = { processes, documentsOf: documents.ofProcess, numbers, clock }
  handleNumbers(realtime, home)
  const texts = new TextThread()
  const files = new FileReading()
  const versions = openVersions({ ...parts, texts })
  const news = openNews({ ...parts, processes, texts })
  const telling = openTelling({ ...parts, processes, releases: versions.parts.releases, news })
  return {
    phaseOf: async processId => {
      const process = await processes.byId(processId)
      const phase = process && currentPhase(process.phases, clock.now())
      return phase && { ...phase.allows, guests: process.admitsGuests }
    },
    phasesOf: async processId => {
      const process = await processes.byId(processId)
      if (process === null) return null
      const { phases } = process
      return { phases, current: currentPhase(phases, clock.now())?.key ?? null }
    },
    all: () => processes.all(),
    supportHiddenMs: async processId => {
      const process = processId && (await processes.byId(processId))
      return (process ? process.supportHiddenHours : 0) * hourInMs
    },
    editWithinMs: async processId => {
      const hours = (processId && (await processes.byId(processId)))?.editHours ?? null
      return hours === null ? null : hours * hourInMs
    },
    isEmpty: async () => (await processes.all()).length === 0,
    linkOf: async processId => {
      const process = await processes.byId(processId)
      return process && { slug: process.slug, title: process.title }
    },
    createProcess: process => processes.create(process),
    versions,
    news,
    telling,
    mount: mount => {
      mountPublishing(mount, home)
      news.mount(mount)
      mountSettings(mount, { ...parts, processes, changes: new ChangeLog(parts.connection) })
      mountRewriting(mount, { ...parts, ...versions, texts })
      mountVersions(mount, versions.parts)
      mountImporting(mount, { documents, processes, texts, files })
    },
    close: async () => {
      telling.close()
      numbers.close()
      await versions.close()
      await texts.close()
      await files.close()
    },
  }
}
