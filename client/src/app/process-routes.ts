import { openAddress } from '@randnotiz/contract/annotations/exchange/addresses'
import { signInAddress } from '../features/accounts/addresses.js'
import {
  followedQuestion,
  mailFollowingQuestion,
} from '../features/accounts/following/following-questions.js'
import { settingsQuestion } from '../features/annotations/moderation/questions.js'
import {
  resultNumbersQuestion,
  resultsPath,
  resultsQuestion,
} from '../features/answers/results/results-question.js'
import {
  otherWaysQuestion,
  plainTextQuestion,
  signLanguageQuestion,
} from '../features/documents/accessible/accessible-questions.js'
import { documentQuestion } from '../features/documents/document-question.js'
import { homeQuestion } from '../features/publishing/home-question.js'
import { wordsIn } from '../features/publishing/news/localized-news.js'
import {
  newsDeskPath,
  newsDeskQuestion,
  newsListQuestion,
  newsPath,
  newsQuestion,
} from '../features/publishing/news/news-questions.js'
import { processDeskPath, processDeskQuestion } from '../features/publishing/settings/settings-questions.js'
import type { HeadContext, PageRoute } from './page-route.js'

const news: PageRoute = {
  path: newsPath,
  page: 'news-page',
  prefetch: async ({ answer, search }) => {
    const home = await answer(homeQuestion)
    await answer(followedQuestion)
    if (home.ok) await answer(newsListQuestion(home.value.process.slug, search))
  },
  head: ({ answered, language, t }) => {
    const home = answered(homeQuestion)
    if (!home?.ok) return { title: t('news:title') }
    const { slug, title } = home.value.process
    return {
      title: t('news:title'),
      description: t('news:intro', { process: title[language] }),
      feed: { title: t('exchange:feed'), href: openAddress.processFeed(slug, language) },
    }
  },
  renderedBy: 'server',
}

const newsItem: PageRoute = {
  path: `${newsPath}/:newsId`,
  page: 'news-item-page',
  prefetch: ({ answer, params }) => answer(newsQuestion(params.newsId ?? '')),
  head: ({ answered, params, language, t }) => {
    const answer = answered(newsQuestion(params.newsId ?? ''))
    if (!answer?.ok) return { title: t('notFound.title'), status: 404 }
    const { news } = answer.value
    if (news.state === 'withdrawn') return { title: news.headline[language] }
    const { headline, teaser } = wordsIn(news.words, language).words
    return { title: headline, description: teaser }
  },
  renderedBy: 'server',
}

/** Staff who are not signed in come back after they have. */
const forStaff: PageRoute['redirect'] = ({ viewer, url }) =>
  viewer.kind === 'anonymous' ? signInAddress(url.pathname) : null

const newsDesk: PageRoute = {
  path: newsDeskPath,
  page: 'news-desk-page',
  prefetch: async ({ answer }) => {
    const home = await answer(homeQuestion)
    if (home.ok) await answer(newsDeskQuestion(home.value.process.slug))
  },
  head: ({ t }) => ({ title: t('news:desk.title') }),
  redirect: forStaff,
  renderedBy: 'server',
}

const processSettings: PageRoute = {
  path: processDeskPath,
  page: 'process-settings-page',
  prefetch: async ({ answer }) => {
    const home = await answer(homeQuestion)
    if (!home.ok) return
    await answer(processDeskQuestion(home.value.process.slug))
    await answer(settingsQuestion(home.value.process.id))
  },
  head: ({ t }) => ({ title: t('settings:title') }),
  redirect: forStaff,
  renderedBy: 'server',
}

const slugOf = ({ params }: Pick<HeadContext, 'params'>) => params.slug ?? ''

const plainText: PageRoute = {
  path: '/texte/:slug/leichte-sprache',
  page: 'plain-text-page',
  prefetch: ({ answer, params }) =>
    Promise.all([
      answer(plainTextQuestion(slugOf({ params }))),
      answer(documentQuestion(slugOf({ params }))),
    ]),
  head: ({ answered, params, language, t }) => {
    const answer = answered(plainTextQuestion(slugOf({ params })))
    if (!answer?.ok) return { title: t('notFound.title'), status: 404 }
    return { title: t('accessible:plainTitle', { title: answer.value.document.title[language] }) }
  },
  renderedBy: 'server',
}

const signLanguage: PageRoute = {
  path: '/texte/:slug/gebaerdensprache',
  page: 'sign-language-page',
  prefetch: ({ answer, params }) =>
    Promise.all([
      answer(signLanguageQuestion(slugOf({ params }))),
      answer(documentQuestion(slugOf({ params }))),
    ]),
  head: ({ answered, params, language, t }) => {
    const answer = answered(signLanguageQuestion(slugOf({ params })))
    if (!answer?.ok) return { title: t('notFound.title'), status: 404 }
    return { title: t('accessible:signTitle', { title: answer.value.document.title[language] }) }
  },
  renderedBy: 'server',
}

const otherWays: PageRoute = {
  path: '/texte/:slug/zugaenge',
  page: 'other-ways-page',
  prefetch: ({ answer, params }) => answer(otherWaysQuestion(slugOf({ params }))),
  head: ({ t }) => ({ title: t('accessible:ways') }),
  redirect: forStaff,
  renderedBy: 'server',
}

const results: PageRoute = {
  path: resultsPath,
  page: 'results-page',
  prefetch: async ({ answer, search }) => {
    const home = await answer(homeQuestion)
    if (!home.ok) return
    const { slug } = home.value.process
    await Promise.all([answer(resultsQuestion(slug, search)), answer(resultNumbersQuestion(slug))])
  },
  head: ({ t }) => ({ title: t('results:title'), description: t('results:intro') }),
  renderedBy: 'server',
}

const follow: PageRoute = {
  path: '/folgen',
  page: 'follow-page',
  prefetch: ({ answer }) => Promise.all([answer(homeQuestion), answer(followedQuestion)]),
  head: ({ t }) => ({ title: t('following:page.title') }),
  renderedBy: 'server',
}

const mailFollowing: PageRoute = {
  path: '/abonnement',
  page: 'mail-following-page',
  prefetch: ({ answer, search }) => answer(mailFollowingQuestion(search.get('token') ?? '')),
  head: ({ t }) => ({ title: t('following:manage.title') }),
  renderedBy: 'server',
}

/** What is told of a process, and where staff tell it. */
export const processRoutes: readonly PageRoute[] = [
  news,
  newsItem,
  newsDesk,
  results,
  plainText,
  signLanguage,
  otherWays,
  processSettings,
  follow,
  mailFollowing,
]
