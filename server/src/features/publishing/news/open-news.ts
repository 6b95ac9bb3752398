import { type CommandId, NewsId, type ProcessId, type UserId } from '@randnotiz/contract/kit/ids'
import type { LocalizedText, Moment } from '@randnotiz/contract/kit/wire-values'
import type { NewsTexts, PublicNews } from '@randnotiz/contract/publishing/news'
import type { Connection } from 'mongoose'
import type { Mount } from '../../../platform/http/endpoint-table.js'
import { newId } from '../../../platform/mongo/ids.js'
import type { Scheduler } from '../../../platform/schedule/scheduler.js'
import { publishDueNews } from './deeds/publish-due-news.js'
import { mountNews } from './http.js'
import { NewsStore } from './news-store.js'
import { headlineOf, publicOf } from './news-view.js'
import type { NewsParts } from './parts.js'
import { renderNews } from './render-news.js'

export type NewsDeps = Omit<NewsParts, 'news'> & { connection: Connection; scheduler: Scheduler }

/** An item that was published before this server had it. */
export type ImportedNews = {
  processId: ProcessId
  commandId: CommandId
  authorId: UserId
  texts: NewsTexts
  publishedAt: Date
}

/** News of processes. */
export type News = {
  /** The newest that are public. */
  newest(processId: ProcessId, limit: number): Promise<PublicNews[]>
  /** Null for what is not public. */
  published(newsId: NewsId): Promise<{ headline: LocalizedText; publishedAt: Moment } | null>
  /** Publishes what has come to its moment; a job does so every minute. */
  publishDue(): Promise<void>
  /** Nobody is told of it. Does nothing when it is there. */
  import(imported: ImportedNews): Promise<void>
  mount(mount: Mount): void
}

const minuteMs = 60_000

export function openNews(deps: NewsDeps): News {
  const news = new NewsStore(deps.connection)
  const parts: NewsParts = { ...deps, news }
  deps.scheduler.add({
    name: 'news',
    next: after => new Date(after.getTime() + minuteMs),
    run: now => publishDueNews(parts, now),
  })
  return {
    newest: async (processId, limit) => {
      const records = await news.publicOf(processId, { behind: null, limit })
      return records.flatMap(record => publicOf(record) ?? [])
    },
    published: async newsId => {
      const record = await news.byId(newsId)
      if (record?.state.state !== 'published') return null
      return { headline: headlineOf(record.texts), publishedAt: record.state.publishedAt }
    },
    publishDue: () => publishDueNews(parts, deps.clock.now()),
    import: async ({ publishedAt: at, texts, ...item }) => {
      const id = newId(NewsId)
      const words = await renderNews(deps.texts, texts, id)
      const state = { state: 'published' as const, publishedAt: at.toISOString(), changedAt: null }
      await news.insert({ ...item, id, texts, words, state, untold: false, at })
    },
    mount: mount => mountNews(mount, parts),
  }
}
