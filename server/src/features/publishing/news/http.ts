import { accept } from '@randnotiz/contract/kit/result'
import {
  changeNews,
  discardNews,
  getNews,
  getNewsDesk,
  listNews,
  moveNews,
  previewNews,
  writeNews,
} from '@randnotiz/contract/publishing/news-endpoints'
import type { Mount } from '../../../platform/http/endpoint-table.js'
import { changeNews as change } from './deeds/change-news.js'
import { discardNews as discard } from './deeds/discard-news.js'
import { moveNews as move } from './deeds/move-news.js'
import { getNews as get, getNewsDesk as getDesk, listNews as list } from './deeds/read-news.js'
import { writeNews as write } from './deeds/write-news.js'
import { mayWriteNews, type NewsParts } from './parts.js'
import { renderNews } from './render-news.js'

export function mountNews(mount: Mount, parts: NewsParts): void {
  mount(listNews, ({ params, query }) => list(parts, { ...params, before: query.before }))
  mount(getNews, ({ params }) => get(parts, params.newsId))
  mount(getNewsDesk, ({ params }, { viewer }) => getDesk(parts, params.slug, viewer))
  mount(previewNews, async ({ body }, { viewer }) => {
    const author = mayWriteNews(viewer)
    return author.ok ? accept(await renderNews(parts.texts, body.texts, 'preview')) : author
  })
  mount(writeNews, ({ params, body }, { viewer }) => write(parts, { ...params, ...body }, viewer))
  mount(changeNews, ({ params, body }, { viewer }) => change(parts, { ...params, ...body }, viewer))
  mount(moveNews, ({ params, body }, { viewer }) => move(parts, { ...params, ...body }, viewer))
  mount(discardNews, ({ params, body }, { viewer }) => discard(parts, { ...params, ...body }, viewer))
}
