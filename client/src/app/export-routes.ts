import { signInAddress } from '../features/accounts/addresses.js'
import {
  blackeningPath,
  blackeningQuestion,
  exportsPath,
  exportsQuestion,
  reImportPath,
} from '../features/answers/exports/exports-questions.js'
import { homeQuestion } from '../features/publishing/home-question.js'
import type { PageRoute } from './page-route.js'

/** Whoever is not signed in comes back after they have. */
const forPeople: PageRoute['redirect'] = ({ viewer, url }) =>
  viewer.kind === 'anonymous' ? signInAddress(url.pathname) : null

const exports: PageRoute = {
  path: exportsPath,
  page: 'exports-page',
  prefetch: async ({ answer }) => {
    const home = await answer(homeQuestion)
    if (home.ok) await answer(exportsQuestion(home.value.process.slug))
  },
  head: ({ t }) => ({ title: t('exports:title') }),
  redirect: forPeople,
  renderedBy: 'server',
}

const reImport: PageRoute = {
  path: reImportPath,
  page: 're-import-page',
  prefetch: ({ answer }) => answer(homeQuestion),
  head: ({ t }) => ({ title: t('exports:back.title') }),
  redirect: forPeople,
  renderedBy: 'server',
}

const blackening: PageRoute = {
  path: `${blackeningPath}/:annotationId`,
  page: 'blackening-page',
  prefetch: ({ answer, params }) => answer(blackeningQuestion(params.annotationId ?? '')),
  head: ({ t }) => ({ title: t('exports:blacken.title') }),
  redirect: forPeople,
  renderedBy: 'server',
}

/** Files of what people wrote and what the city says to it. */
export const exportRoutes: readonly PageRoute[] = [exports, reImport, blackening]
