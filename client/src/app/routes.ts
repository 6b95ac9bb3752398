import { returnAddress, signInAddress } from '../features/accounts/addresses.js'
import { answerAllAnnotations } from '../features/annotations/annotations-question.js'
import { documentQuestion } from '../features/documents/document-question.js'
import { homeQuestion } from '../features/publishing/home-question.js'
import type { HeadContext, PageHead, PageRoute } from './page-route.js'

const home: PageRoute = {
  path: '/',
  load: () => import('./pages/home-page.js'),
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
  load: () => import('./pages/document-page.js'),
  prefetch: async ({ answer, params }) => {
    const page = await answer(documentQuestion(params.slug ?? ''))
    if (page.ok) await answerAllAnnotations(answer, page.value.document.id)
  },
  head: context => documentHead(context, title => title),
  renderedBy: 'server',
}

const editor: PageRoute = {
  path: '/texte/:slug/bearbeiten',
  load: () => import('./pages/editor-page.js'),
  prefetch: ({ answer, params }) => answer(documentQuestion(params.slug ?? '')),
  head: context => documentHead(context, title => context.t('editing', { title })),
  redirect: ({ viewer, url }) => (viewer.kind === 'anonymous' ? signInAddress(url.pathname) : null),
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
  load: () => import('./pages/sign-in-page.js'),
  head: ({ t }) => ({ title: t('accounts:signIn.title') }),
  redirect: onwards,
  renderedBy: 'server',
}

const signUp: PageRoute = {
  path: '/registrieren',
  load: () => import('./pages/sign-up-page.js'),
  head: ({ t }) => ({ title: t('accounts:signUp.title') }),
  redirect: onwards,
  renderedBy: 'server',
}

const imprint: PageRoute = {
  path: '/impressum',
  load: () => import('./pages/imprint-page.js'),
  head: ({ t }) => ({ title: t('legal:imprint.title') }),
  renderedBy: 'server',
}

const privacy: PageRoute = {
  path: '/datenschutz',
  load: () => import('./pages/privacy-page.js'),
  head: ({ t }) => ({ title: t('legal:privacy.title') }),
  renderedBy: 'server',
}

const accessibility: PageRoute = {
  path: '/barrierefreiheit',
  load: () => import('./pages/accessibility-page.js'),
  head: ({ t }) => ({ title: t('legal:accessibility.title') }),
  renderedBy: 'server',
}

const notFound: PageRoute = {
  path: '*',
  load: () => import('./pages/not-found-page.js'),
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
