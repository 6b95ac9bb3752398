import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { NewsId, Slug, UserId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { Process } from '@randnotiz/contract/publishing/process'
import { may } from '@randnotiz/domain/accounts/permissions'
import type { Clock } from '../../../platform/clock.js'
import type { EventBus } from '../../../platform/domain-events.js'
import type { ProcessStore } from '../process-store.js'
import type { TextThread } from '../texts/text-thread.js'
import type { NewsRecord, NewsStore } from './news-store.js'

/** What the deeds with news are done with. */
export type NewsParts = {
  news: NewsStore
  processes: ProcessStore
  texts: TextThread
  events: EventBus
  clock: Clock
  log: { error(details: object, message: string): void }
}

/** Who of the staff this is, if they may write news. */
export function mayWriteNews(viewer: Viewer): Result<UserId> {
  const refusal = may(viewer, 'news:write')
  if (refusal !== null || viewer.kind !== 'account') return refuse(refusal ?? 'accounts/sign-in-required')
  return accept(viewer.id)
}

export async function processNamed(
  { processes }: Pick<NewsParts, 'processes'>,
  slug: Slug,
): Promise<Process | null> {
  return (await processes.all()).find(process => process.slug === slug) ?? null
}

export type NewsCommand = { newsId: NewsId; edition: number; commandId: string }

/**
 * The item that a command is about, as the person has seen it; `done` when this very command has changed it already,
 * and the person has not heard so.
 */
export async function findForChange(
  { news }: NewsParts,
  { newsId, edition, commandId }: NewsCommand,
): Promise<Result<{ record: NewsRecord; done: boolean }>> {
  const record = await news.byId(newsId)
  if (record === null) return refuse('publishing/unknown-news')
  if (record.lastCommand === commandId) return accept({ record, done: true })
  return record.edition === edition
    ? accept({ record, done: false })
    : refuse('publishing/news-edited-meanwhile')
}
