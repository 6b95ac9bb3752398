import { isDue } from '@randnotiz/domain/publishing/news'
import type { NewsParts } from '../parts.js'
import { tellOfNews } from '../tell-of-news.js'
import { carryOut } from './move-news.js'

/** Publishes what has come to its moment, and tells of what a crash has left untold. */
export async function publishDueNews(parts: NewsParts, now: Date): Promise<void> {
  for (const record of await parts.news.untold()) await tellOfNews(parts, record)
  for (const record of await parts.news.scheduled())
    if (isDue(record.state, now))
      await carryOut(parts, record, { move: { move: 'publish' }, command: `due ${record.edition}` })
}
