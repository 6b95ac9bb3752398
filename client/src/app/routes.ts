import { returnAddress, signInAddress } from '../features/accounts/addresses.js'
import { answerAllAnnotations } from '../features/annotations/annotations-question.js'
import { documentQuestion } from '../features/documents/document-question.js'
import { homeQuestion } from '../features/publishing/home-question.js'
import type { HeadContext, PageHead, PageRoute } from './page-route.js'

const home: PageRoute = {
  path: '/',
  page: 'home-page',
  prefetch: ({ answer }) => answer(homeQuestion),
  head: ({ answered, language, t }) => {
    const answer = answered(homeQuestion)
    if (!answer?.ok) return { title: t('siteName') }
    const { title, summary } = answer.value.process
    return { title: title[language], description: summary[language] }
  },
  renderedBy: 'server',
}

const reader: PageRoute = {
  path: '/texte/:slug',
  page: 'document-page',
  prefetch: async ({ answer, params }) => {
    const page = await answer(documentQuestion(params.slug ?? ''))
    if (page.ok) await answerAllAnnotations(answer, page.value.document.id)
  },
  head: context => documentHead(context, title => title),
  renderedBy: 'server',
}

const editor: PageRoute = {
  path: '/texte/:slug/bearbeiten',
  page: 'editor-page',
  prefetch: ({ answer, params }) => answer(documentQuestion(params.slug ?? '')),
  head: context => documentHead(context, title => context.t('editing', { title })),
  redirect: ({ viewer, url }) => (viewer.kind === 'account' ? null : signInAddress(url.pathname)),
  renderedBy: 'browser',
}

function documentHead(context: HeadContext, wording: (title: string) => string): PageHead {
  const { answered, params, language, t } = context
  const answer = answered(documentQuestion(params.slug ?? ''))
  if (!answer?.ok) return { title: t('notFound.title'), status: 404 }
  const { title, teaser } = answer.value.document
  return { title: wording(title[language]), description: teaser[language] }
}

/** Who has signed in already goes on to where they wanted to be. */
const onwards: PageRoute['redirect'] = ({ viewer, url }) =>
  viewer.kind === 'account' ? returnAddress(url.searchParams) : null

const signIn: PageRoute = {
  path: '/anmelden',
  page: 'sign-in-page',
  head: ({ t }) => ({ title: t('accounts:signIn.title') }),
  redirect: onwards,
  renderedBy: 'server',
}

const signUp: PageRoute = {
  path: '/registrieren',
  page: 'sign-up-page',
  head: ({ t }) => ({ title: t('accounts:signUp.title') }),
  redirect: onwards,
  renderedBy: 'server',
}

const imprint: PageRoute = {
  path: '/impressum',
  page: 'imprint-page',
  head: ({ t }) => ({ title: t('legal:imprint.title') }),
  renderedBy: 'server',
}

const privacy: PageRoute = {
  path: '/datenschutz',
  page: 'privacy-page',
  head: ({ t }) => ({ title: t('legal:privacy.title') }),
  renderedBy: 'server',
}

const accessibility: PageRoute = {
  path: '/barrierefreiheit',
  page: 'accessibility-page',
  head: ({ t }) => ({ title: t('legal:accessibility.title') }),
  renderedBy: 'server',
}

const notFound: PageRoute = {
  path: '*',
  page: 'not-found-page',
  head: ({ t }) => ({ title: t('notFound.title'), status: 404 }),
  renderedBy: 'server',
}

/** Every address there is; the last one takes what no other does. */
export const routes: readonly PageRoute[] = [
  home,
  reader,
  editor,
  signIn,
  signUp,
  imprint,
  privacy,
  accessibility,
  notFound,
]
