import type { NewsRecord } from './news-store.js'
import type { NewsParts } from './parts.js'

/** Says that an item is public, and notes when everybody who listens was done with it. */
export async function tellOfNews({ events, news }: NewsParts, { _id, processId }: NewsRecord): Promise<void> {
  if (await events.emitAndWait('publishing/news-published', { newsId: _id, processId }))
    await news.markTold(_id)
}
