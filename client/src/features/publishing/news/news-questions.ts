import { NewsId } from '@randnotiz/contract/kit/ids'
import { getNews, getNewsDesk, listNews } from '@randnotiz/contract/publishing/news-endpoints'
import { ask, type Question } from '../../../platform/question.js'

export const newsPath = '/neuigkeiten'
export const newsDeskPath = '/arbeit/neuigkeiten'

export const newsAddress = (id: string) => `${newsPath}/${id}`

/** The list from its beginning, or from where `ab` in the address says; what that asks in vain is left out. */
export function newsListQuestion(slug: string, search?: URLSearchParams): Question<typeof listNews> {
  const before = NewsId.safeParse(search?.get('ab')).data
  return ask(listNews, { params: { slug }, query: before === undefined ? {} : { before } })
}

export function newsQuestion(given: string): Question<typeof getNews> {
  // An address that names none is refused like one that names a draft.
  return ask(getNews, { params: { newsId: NewsId.catch(NewsId.parse('0'.repeat(24))).parse(given) } })
}

export const newsDeskQuestion = (slug: string) => ask(getNewsDesk, { params: { slug } })
