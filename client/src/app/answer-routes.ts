import { signInAddress } from '../features/accounts/addresses.js'
import {
  answerSettingsPath,
  caseQuestion,
  deskPath,
  deskQuestion,
  readDeskQuery,
} from '../features/answers/desk/desk-questions.js'
import { homeQuestion } from '../features/publishing/home-question.js'
import { followUpsQuestion } from '../features/workshops/follow-ups/follow-ups-question.js'
import type { PageRoute, PrefetchContext } from './page-route.js'

/** Staff who are not signed in come back after they have. */
const forStaff: PageRoute['redirect'] = ({ viewer, url }) =>
  viewer.kind === 'anonymous' ? signInAddress(url.pathname) : null

async function prefetchDesk({ answer }: PrefetchContext, search: URLSearchParams): Promise<void> {
  const home = await answer(homeQuestion)
  if (home.ok) await answer(deskQuestion(home.value.process.slug, readDeskQuery(search)))
}

/** Where contributions are answered. */
export const answerRoutes: readonly PageRoute[] = [
  {
    path: deskPath,
    page: 'answer-desk-page',
    prefetch: async context => {
      await prefetchDesk(context, context.search)
      const home = await context.answer(homeQuestion)
      if (home.ok) await context.answer(followUpsQuestion(home.value.process.id))
    },
    head: ({ t }) => ({ title: t('answers:desk.title') }),
    redirect: forStaff,
    renderedBy: 'server',
  },
  {
    path: answerSettingsPath,
    page: 'answer-settings-page',
    prefetch: context => prefetchDesk(context, new URLSearchParams()),
    head: ({ t }) => ({ title: t('answers:settings.title') }),
    redirect: forStaff,
    renderedBy: 'server',
  },
  {
    path: `${deskPath}/:annotationId`,
    page: 'answer-case-page',
    prefetch: ({ answer, params }) => answer(caseQuestion(params.annotationId ?? '')),
    head: ({ t }) => ({ title: t('answers:case.title') }),
    redirect: forStaff,
    renderedBy: 'server',
  },
]
