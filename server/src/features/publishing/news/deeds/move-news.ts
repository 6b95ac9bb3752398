import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { NewsDraft, NewsMove } from '@randnotiz/contract/publishing/news'
import { moveNews as judgeMove } from '@randnotiz/domain/publishing/news'
import type { NewsRecord } from '../news-store.js'
import { draftOf } from '../news-view.js'
import { findForChange, mayWriteNews, type NewsCommand, type NewsParts } from '../parts.js'
import { tellOfNews } from '../tell-of-news.js'

/** Publishes a news item, puts it off, or withdraws it. */
export async function moveNews(
  parts: NewsParts,
  { move, ...command }: NewsCommand & { move: NewsMove },
  viewer: Viewer,
): Promise<Result<NewsDraft>> {
  const author = mayWriteNews(viewer)
  if (!author.ok) return author
  const found = await findForChange(parts, command)
  if (!found.ok) return found
  if (found.value.done) return accept(draftOf(found.value.record))
  const moved = await carryOut(parts, found.value.record, { move, command: command.commandId })
  return moved.ok ? accept(draftOf(moved.value)) : moved
}

/** The move itself, whoever makes it: a person, or the clock. */
export async function carryOut(
  parts: NewsParts,
  record: NewsRecord,
  { move, command }: { move: NewsMove; command: string },
): Promise<Result<NewsRecord>> {
  const at = parts.clock.now()
  const state = judgeMove(record.state, move, at)
  if (!state.ok) return state
  const becomesPublic = state.value.state === 'published' && record.state.state !== 'published'
  const edit = { state: state.value, at, command, ...(becomesPublic ? { untold: true } : {}) }
  const moved = await parts.news.change(record, edit)
  if (moved === null) return refuse('publishing/news-edited-meanwhile')
  if (becomesPublic)
    tellOfNews(parts, moved).catch(error => parts.log.error({ error }, 'followers were not told of news'))
  return accept(moved)
}
