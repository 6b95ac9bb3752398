import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { NewsDraft, NewsTexts } from '@randnotiz/contract/publishing/news'
import { rewordNews } from '@randnotiz/domain/publishing/news'
import { draftOf } from '../news-view.js'
import { findForChange, mayWriteNews, type NewsCommand, type NewsParts } from '../parts.js'
import { renderNews } from '../render-news.js'

/** Other words for a news item. */
export async function changeNews(
  parts: NewsParts,
  { texts, ...command }: NewsCommand & { texts: NewsTexts },
  viewer: Viewer,
): Promise<Result<NewsDraft>> {
  const author = mayWriteNews(viewer)
  if (!author.ok) return author
  const found = await findForChange(parts, command)
  if (!found.ok) return found
  const { record, done } = found.value
  if (done) return accept(draftOf(record))
  const at = parts.clock.now()
  const state = rewordNews(record.state, at)
  if (!state.ok) return state
  const words = await renderNews(parts.texts, texts, record._id)
  const changed = await parts.news.change(record, {
    texts,
    words,
    state: state.value,
    at,
    command: command.commandId,
  })
  return changed ? accept(draftOf(changed)) : refuse('publishing/news-edited-meanwhile')
}
