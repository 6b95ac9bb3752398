import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import { type CommandId, NewsId, type Slug } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { NewsDraft, NewsTexts } from '@randnotiz/contract/publishing/news'
import { newId } from '../../../../platform/mongo/ids.js'
import { draftOf } from '../news-view.js'
import { mayWriteNews, type NewsParts, processNamed } from '../parts.js'
import { renderNews } from '../render-news.js'

type Command = { slug: Slug; commandId: CommandId; texts: NewsTexts }

/** A new draft; one for each command, however often it is sent. */
export async function writeNews(
  parts: NewsParts,
  { slug, commandId, texts }: Command,
  viewer: Viewer,
): Promise<Result<NewsDraft>> {
  const author = mayWriteNews(viewer)
  if (!author.ok) return author
  const process = await processNamed(parts, slug)
  if (process === null) return refuse('publishing/unknown-process')
  const id = newId(NewsId)
  const record = await parts.news.insert({
    id,
    processId: process.id,
    texts,
    words: await renderNews(parts.texts, texts, id),
    state: { state: 'draft' },
    untold: false,
    authorId: author.value,
    commandId,
    at: parts.clock.now(),
  })
  return accept(draftOf(record))
}
