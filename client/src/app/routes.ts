import { openAddress } from '@randnotiz/contract/annotations/exchange/addresses'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import { AnnotationId, IntakeItemId } from '@randnotiz/contract/kit/ids'
import { ownContributionsPath, returnAddress, signInAddress } from '../features/accounts/addresses.js'
import { followedQuestion } from '../features/accounts/following/following-questions.js'
import { receiptPath } from '../features/accounts/guest/receipt-address.js'
import { answerFirstAnnotations } from '../features/annotations/annotations-question.js'
import { openDataQuestion } from '../features/annotations/exchange/open-data-question.js'
import { findingsPath, findingsQuestion } from '../features/annotations/finding/findings-question.js'
import {
  intakeItemQuestion,
  intakePath,
  intakeQuestion,
} from '../features/annotations/intake/intake-questions.js'
import { linkedQuestion } from '../features/annotations/linking/linked-question.js'
import { ownContributionsQuestion } from '../features/annotations/own/own-contributions-question.js'
import { participationQuestion } from '../features/annotations/participation/participation-question.js'
import { textStateQuestion } from '../features/annotations/text-state/text-state-question.js'
import { withNotesQuestion } from '../features/annotations/with-notes/with-notes-question.js'
import { numbersQuestion } from '../features/answers/numbers/numbers-question.js'
import { documentTotalsQuestion, totalsQuestion } from '../features/answers/public/totals-question.js'
import { documentQuestion } from '../features/documents/document-question.js'
import { homeQuestion } from '../features/publishing/home-question.js'
import { newsListQuestion } from '../features/publishing/news/news-questions.js'
import { textResultsQuestion } from '../features/workshops/at-text/text-results-question.js'
import { answerRoutes } from './answer-routes.js'
import { exportRoutes } from './export-routes.js'
import { staffAddress } from './layout/staff-rooms.js'
import { moderationRoutes } from './moderation-routes.js'
import type { HeadContext, PageHead, PageRoute, PrefetchContext } from './page-route.js'
import { processRoutes } from './process-routes.js'
import { comparisonRoute, dayRoute, releaseRoute, versionsRoute } from './version-routes.js'
import { workshopRoutes } from './workshop-routes.js'

const home: PageRoute = {
  path: '/',
  page: 'home-page',
  prefetch: async ({ answer }) => {
    const page = await answer(homeQuestion)
    await answer(followedQuestion)
    if (!page.ok) return
    const { slug } = page.value.process
    await Promise.all([
      answer(newsListQuestion(slug)),
      answer(participationQuestion(slug)),
      answer(totalsQuestion(slug)),
    ])
  },
  head: ({ answered, language, t }) => {
    const answer = answered(homeQuestion)
    if (!answer?.ok) return { title: t('siteName') }
    const { slug, title, summary } = answer.value.process
    const feed = { title: t('exchange:feed'), href: openAddress.processFeed(slug, language) }
    return { title: title[language], description: summary[language], feed }
  },
  renderedBy: 'server',
}

const reader: PageRoute = {
  path: '/texte/:slug',
  page: 'document-page',
  prefetch: async ({ answer, params, search }) => {
    const page = await answer(documentQuestion(params.slug ?? ''))
    await answer(followedQuestion)
    if (page.ok) await answer(documentTotalsQuestion(page.value.document.id))
    if (page.ok) await answerFirstAnnotations(answer, page.value.document.id)
    if (page.ok) await answer(textResultsQuestion(page.value.document.id))
    const intake = IntakeItemId.safeParse(search.get('eingang'))
    if (intake.success) await answer(intakeItemQuestion(intake.data))
  },
  head: context => documentHead(context, title => title),
  renderedBy: 'server',
}

const withNotesOf = ({ params, search }: Pick<PrefetchContext, 'params' | 'search'>) =>
  withNotesQuestion(params.slug ?? '', search)

const withNotes: PageRoute = {
  path: '/texte/:slug/mit-anmerkungen',
  page: 'with-notes-page',
  prefetch: async context => {
    const page = await context.answer(withNotesOf(context))
    if (page.ok) await context.answer(textResultsQuestion(page.value.document.id))
  },
  head: context => {
    const page = context.answered(withNotesOf(context))
    if (!page?.ok) return { title: context.t('notFound.title'), status: 404 }
    const { title, teaser } = page.value.document
    const kind = context.t('annotations:withNotes.kind')
    return { title: `${title[context.language]} – ${kind}`, description: teaser[context.language] }
  },
  renderedBy: 'server',
}

const findings: PageRoute = {
  path: findingsPath,
  page: 'findings-page',
  prefetch: async ({ answer, search }) => {
    const page = await answer(homeQuestion)
    if (page.ok) await answer(findingsQuestion(page.value.process.slug, search))
  },
  head: ({ t }) => ({ title: t('annotations:finding.title') }),
  renderedBy: 'server',
}

const textState: PageRoute = {
  path: '/texte/:slug/stand/:textStateId',
  page: 'text-state-page',
  prefetch: async ({ answer, params, search }) => {
    const page = await answer(documentQuestion(params.slug ?? ''))
    const question = page.ok && storedTextQuestion(page.value.document.id, { params, search })
    if (question) await answer(question)
  },
  head: context => {
    const page = context.answered(documentQuestion(context.params.slug ?? ''))
    const question = page?.ok && storedTextQuestion(page.value.document.id, context)
    const known = question && context.answered(question)?.ok
    if (!known) return { title: context.t('notFound.title'), status: 404 }
    return documentHead(context, title => context.t('textThen', { title }))
  },
  renderedBy: 'server',
}

function storedTextQuestion(
  documentId: DocumentId,
  { params, search }: Pick<PrefetchContext, 'params' | 'search'>,
) {
  return textStateQuestion({ documentId, textStateId: params.textStateId ?? '', search })
}

/** The address of a paragraph or a contribution on a sheet of its own, to be printed and handed on. */
const linkSheets: readonly PageRoute[] = (['absatz', 'anmerkung'] as const).map(word => {
  const question = ({ params }: Pick<PrefetchContext, 'params'>) =>
    linkedQuestion({ word, slug: params.slug ?? '', id: params.id ?? '' })
  return {
    path: `/texte/:slug/${word}/:id`,
    page: 'link-page',
    prefetch: context => context.answer(question(context)),
    head: ({ answered, language, params, t }) => {
      const answer = answered(question({ params }))
      if (!answer?.ok) return { title: t('notFound.title'), status: 404 }
      return { title: t('linkOf', { title: answer.value.document.title[language] }) }
    },
    renderedBy: 'server',
  }
})

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
  const { slug, title, teaser } = answer.value.document
  const feed = { title: t('exchange:feed'), href: openAddress.documentFeed(slug, language) }
  return { title: wording(title[language]), description: teaser[language], feed }
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

const receipt: PageRoute = {
  path: '/beleg',
  page: 'receipt-page',
  head: ({ t }) => ({ title: t('accounts:receipt.enter') }),
  renderedBy: 'server',
}

const ownContributions: PageRoute = {
  path: ownContributionsPath,
  page: 'own-contributions-page',
  prefetch: ({ answer, search }) =>
    answer(ownContributionsQuestion(AnnotationId.safeParse(search.get('before')).data)),
  head: ({ t }) => ({ title: t('accounts:menu.own') }),
  // Whoever comes without a session has most likely a receipt in their hands.
  redirect: ({ viewer }) => (viewer.kind === 'anonymous' ? receiptPath : null),
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

/** Staff who are not signed in come back after they have. */
const forStaff: PageRoute['redirect'] = ({ viewer, url }) =>
  viewer.kind === 'anonymous' ? signInAddress(url.pathname) : null

const staff: PageRoute = {
  path: staffAddress,
  page: 'staff-page',
  head: ({ t }) => ({ title: t('staff.title') }),
  redirect: forStaff,
  renderedBy: 'server',
}

const importing: PageRoute = {
  path: '/arbeit/uebernehmen',
  page: 'import-page',
  prefetch: ({ answer }) => answer(homeQuestion),
  head: ({ t }) => ({ title: t('exchange:title') }),
  redirect: forStaff,
  renderedBy: 'server',
}

const intake: PageRoute = {
  path: intakePath,
  page: 'intake-page',
  prefetch: async ({ answer }) => {
    const home = await answer(homeQuestion)
    if (home.ok) await answer(intakeQuestion(home.value.process.slug))
  },
  head: ({ t }) => ({ title: t('intake:title') }),
  redirect: forStaff,
  renderedBy: 'server',
}

const numbers: PageRoute = {
  path: '/arbeit/zahlen',
  page: 'numbers-page',
  prefetch: async ({ answer }) => {
    const home = await answer(homeQuestion)
    if (home.ok) await answer(numbersQuestion(home.value.process.slug))
  },
  head: ({ t }) => ({ title: t('numbers:title') }),
  redirect: forStaff,
  renderedBy: 'server',
}

const textImport: PageRoute = {
  path: '/arbeit/text-uebernehmen',
  page: 'text-import-page',
  prefetch: ({ answer }) => answer(homeQuestion),
  head: ({ t }) => ({ title: t('textImport:title') }),
  redirect: forStaff,
  renderedBy: 'server',
}

const openData: PageRoute = {
  path: '/daten',
  page: 'open-data-page',
  prefetch: ({ answer }) => Promise.all([answer(openDataQuestion), answer(homeQuestion)]),
  head: ({ t }) => ({ title: t('exchange:data.title'), description: t('exchange:data.intro') }),
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
  findings,
  withNotes,
  textState,
  ...linkSheets,
  versionsRoute,
  releaseRoute,
  dayRoute,
  comparisonRoute,
  editor,
  signIn,
  signUp,
  receipt,
  ownContributions,
  imprint,
  privacy,
  accessibility,
  staff,
  importing,
  textImport,
  intake,
  numbers,
  ...moderationRoutes,
  ...exportRoutes,
  ...processRoutes,
  ...answerRoutes,
  openData,
  ...workshopRoutes,
  notFound,
]
