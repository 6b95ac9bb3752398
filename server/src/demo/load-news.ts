import type { Accounts } from '../features/accounts/index.js'
import type { Publishing } from '../features/publishing/index.js'
import type { Clock } from '../platform/clock.js'
import { authorsOf } from './authors-of.js'
import { demoNews } from './content/news.js'
import { demoProcess } from './content/process.js'
import { daysBefore } from './days-before.js'
import { demoCommandId, demoProcessId } from './demo-ids.js'

type NewsParts = { accounts: Accounts; publishing: Publishing; clock: Clock }

/** What had been told before. Each item does nothing when it is there. */
export async function loadNews({ accounts, publishing, clock }: NewsParts): Promise<void> {
  const authorId = await authorsOf({ accounts })('Mira Aldinger')
  for (const [number, { key, daysAgo, texts }] of demoNews.entries())
    await publishing.news.import({
      processId: demoProcessId(demoProcess.slug),
      commandId: demoCommandId(`news ${key}`),
      authorId,
      texts,
      publishedAt: daysBefore(clock.now(), daysAgo, number),
    })
}
