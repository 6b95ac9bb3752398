import { DocumentId, ProcessId } from '@randnotiz/contract/kit/ids'
import type { Connection } from 'mongoose'
import type { Clock } from '../../../platform/clock.js'
import type { EventBus } from '../../../platform/domain-events.js'
import type { Logger } from '../../../platform/logger.js'
import type { Scheduler } from '../../../platform/schedule/scheduler.js'
import type { Notifications } from '../../accounts/index.js'
import type { Documents } from '../../documents/index.js'
import type { News } from '../news/open-news.js'
import type { ProcessStore } from '../process-store.js'
import type { ReleaseStore } from '../storage/release-store.js'
import { catchUp } from './catch-up.js'
import { tellOfNews, tellOfRelease } from './tell.js'
import { TellingMarks } from './telling-marks.js'

export type TellingParts = {
  tellFollowers: Notifications['tellFollowers']
  documents: Documents
  processes: ProcessStore
  releases: ReleaseStore
  news: News
  clock: Clock
}

export type TellingDeps = TellingParts & {
  connection: Connection
  events: EventBus
  scheduler: Scheduler
  log: Logger
}

/** Tells followers what happens to texts and processes. */
export type Telling = {
  /** Tells what happened since the last time; a job does so every minute. */
  catchUp(): Promise<void>
  close(): void
}

const minuteMs = 60_000

export function openTelling(deps: TellingDeps): Telling {
  const parts = { ...deps, marks: new TellingMarks(deps.connection) }
  const stops = [
    deps.events.on('publishing/news-published', ({ newsId, processId }) =>
      tellOfNews(parts, newsId, ProcessId.parse(processId)),
    ),
    deps.events.on('publishing/released', ({ documentId, number }) =>
      tellOfRelease(parts, DocumentId.parse(documentId), number),
    ),
  ]
  deps.scheduler.add({
    name: 'followers',
    next: after => new Date(after.getTime() + minuteMs),
    run: now => catchUp(parts, now),
  })
  return {
    catchUp: () => catchUp(parts, deps.clock.now()),
    close: () => {
      for (const stop of stops) stop()
    },
  }
}
