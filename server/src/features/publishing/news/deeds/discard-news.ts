import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { NewsId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { isUnpublished } from '@randnotiz/domain/publishing/news'
import { mayWriteNews, type NewsParts } from '../parts.js'

/** Throws a draft away; done twice it is done once. */
export async function discardNews(
  { news }: NewsParts,
  { newsId, edition }: { newsId: NewsId; edition: number },
  viewer: Viewer,
): Promise<Result<null>> {
  const author = mayWriteNews(viewer)
  if (!author.ok) return author
  const record = await news.byId(newsId)
  if (record === null) return accept(null)
  if (!isUnpublished(record.state)) return refuse('publishing/news-not-now')
  const isSame = record.edition === edition && (await news.remove(record))
  return isSame ? accept(null) : refuse('publishing/news-edited-meanwhile')
}
