import { z } from 'zod'
import { endpoint, Nothing } from '../kit/endpoint.js'
import { CommandId, NewsId, Slug } from '../kit/ids.js'
import {
  LocalizedNews,
  NewsChange,
  NewsDraft,
  NewsMove,
  NewsPage,
  NewsTexts,
  ProcessLink,
  PublicNews,
} from './news.js'

const ofProcess = z.object({ slug: Slug })
const ofNews = z.object({ newsId: NewsId })

/** What is public, the newest first; `before` is the last item of the page before. */
export const listNews = endpoint({
  name: 'listNews',
  method: 'GET',
  path: '/api/processes/:slug/news',
  params: ofProcess,
  query: z.object({ before: NewsId.optional() }),
  response: NewsPage,
})

export const getNews = endpoint({
  name: 'getNews',
  method: 'GET',
  path: '/api/news/:newsId',
  params: ofNews,
  response: z.object({ process: ProcessLink, news: PublicNews }),
})

/** For staff: everything, drafts too, what was changed last first. */
export const getNewsDesk = endpoint({
  name: 'getNewsDesk',
  method: 'GET',
  path: '/api/processes/:slug/news/desk',
  params: ofProcess,
  response: z.object({ process: ProcessLink, items: z.array(NewsDraft) }),
})

/** For staff: how it would look. Stores nothing. */
export const previewNews = endpoint({
  name: 'previewNews',
  method: 'POST',
  path: '/api/news/preview',
  body: z.object({ texts: NewsTexts }),
  response: LocalizedNews,
})

/** For staff: a new draft. */
export const writeNews = endpoint({
  name: 'writeNews',
  method: 'POST',
  path: '/api/processes/:slug/news',
  params: ofProcess,
  body: z.object({ commandId: CommandId, texts: NewsTexts }),
  response: NewsDraft,
})

/** For staff: other words. What is public already says from then on that it was changed. */
export const changeNews = endpoint({
  name: 'changeNews',
  method: 'PUT',
  path: '/api/news/:newsId',
  params: ofNews,
  body: z.object({ ...NewsChange, texts: NewsTexts }),
  response: NewsDraft,
})

export const moveNews = endpoint({
  name: 'moveNews',
  method: 'POST',
  path: '/api/news/:newsId/moves',
  params: ofNews,
  body: z.object({ ...NewsChange, move: NewsMove }),
  response: NewsDraft,
})

/** For staff: throws a draft away. What was public once is withdrawn instead. */
export const discardNews = endpoint({
  name: 'discardNews',
  method: 'DELETE',
  path: '/api/news/:newsId',
  params: ofNews,
  body: z.object({ edition: NewsChange.edition }),
  response: Nothing,
})
