import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { NewsId, Slug } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import {
  type NewsDraft,
  type NewsPage,
  newsPageSize,
  type ProcessLink,
  type PublicNews,
} from '@randnotiz/contract/publishing/news'
import { draftOf, publicOf } from '../news-view.js'
import { mayWriteNews, type NewsParts, processNamed } from '../parts.js'

type Reading = Pick<NewsParts, 'news' | 'processes'>

const linkOf = ({ slug, title }: ProcessLink): ProcessLink => ({ slug, title })

/** What is or was public, the newest first. */
export async function listNews(
  parts: Reading,
  { slug, before }: { slug: Slug; before: NewsId | undefined },
): Promise<Result<NewsPage>> {
  const process = await processNamed(parts, slug)
  if (process === null) return refuse('publishing/unknown-process')
  const behind = before === undefined ? null : await parts.news.byId(before)
  if (before !== undefined && behind === null) return refuse('publishing/unknown-news')
  const found = await parts.news.publicOf(process.id, { behind, limit: newsPageSize + 1 })
  const page = found.slice(0, newsPageSize)
  return accept({
    process: linkOf(process),
    items: page.flatMap(record => publicOf(record) ?? []),
    next: found.length > page.length ? (page.at(-1)?._id ?? null) : null,
  })
}

/** One item at its address. A draft has none, for nobody. */
export async function getNews(
  { news, processes }: Reading,
  newsId: NewsId,
): Promise<Result<{ process: ProcessLink; news: PublicNews }>> {
  const record = await news.byId(newsId)
  const item = record && publicOf(record)
  const process = record && (await processes.byId(record.processId))
  if (!item || !process) return refuse('publishing/unknown-news')
  return accept({ process: linkOf(process), news: item })
}

/** Everything, for staff. */
export async function getNewsDesk(
  parts: Reading,
  slug: Slug,
  viewer: Viewer,
): Promise<Result<{ process: ProcessLink; items: NewsDraft[] }>> {
  const author = mayWriteNews(viewer)
  if (!author.ok) return author
  const process = await processNamed(parts, slug)
  if (process === null) return refuse('publishing/unknown-process')
  const items = await parts.news.ofProcess(process.id)
  return accept({ process: linkOf(process), items: items.map(draftOf) })
}
