import { resultsPath } from '@randnotiz/contract/workshops/paths'
import { signInAddress } from '../features/accounts/addresses.js'
import { homeQuestion } from '../features/publishing/home-question.js'
import { minutesQuestion } from '../features/workshops/minutes/minutes-question.js'
import {
  deskQuestion,
  invitationQuestion,
  workshopsQuestion,
} from '../features/workshops/planning/questions.js'
import type { PageRoute } from './page-route.js'

/** Staff who are not signed in come back after they have. */
const forStaff: PageRoute['redirect'] = ({ viewer, url }) =>
  viewer.kind === 'anonymous' ? signInAddress(url.pathname) : null

const hall: PageRoute = {
  path: '/w/:code',
  page: 'hall-page',
  prefetch: ({ answer, params }) => answer(invitationQuestion(params.code ?? '')),
  head: ({ answered, params, t }) => {
    const answer = answered(invitationQuestion(params.code ?? ''))
    return answer?.ok ? { title: answer.value.title } : { title: t('notFound.title'), status: 404 }
  },
  renderedBy: 'server',
  frame: 'bare',
}

const stage: PageRoute = {
  path: '/leinwand',
  page: 'stage-page',
  head: ({ t }) => ({ title: t('workshops:stage.title') }),
  renderedBy: 'browser',
  frame: 'bare',
}

const list: PageRoute = {
  path: '/arbeit/werkstatt',
  page: 'workshops-page',
  prefetch: async ({ answer }) => {
    const home = await answer(homeQuestion)
    if (home.ok) await answer(workshopsQuestion(home.value.process.id))
  },
  head: ({ t }) => ({ title: t('workshops:list.title') }),
  redirect: forStaff,
  renderedBy: 'server',
}

const plan: PageRoute = {
  path: '/arbeit/werkstatt/neu',
  page: 'plan-workshop-page',
  prefetch: ({ answer }) => answer(homeQuestion),
  head: ({ t }) => ({ title: t('workshops:plan.heading') }),
  redirect: forStaff,
  renderedBy: 'server',
}

const ofDesk: PageRoute['head'] = ({ answered, params, t }) => {
  const answer = answered(deskQuestion(params.id ?? ''))
  return { title: answer?.ok ? answer.value.session.setup.title : t('workshops:title') }
}

const desk: PageRoute = {
  path: '/arbeit/werkstatt/:id',
  page: 'desk-page',
  head: ofDesk,
  redirect: forStaff,
  renderedBy: 'browser',
  frame: 'bare',
}

const agenda: PageRoute = {
  path: '/arbeit/werkstatt/:id/ablauf',
  page: 'agenda-page',
  head: ofDesk,
  redirect: forStaff,
  renderedBy: 'browser',
}

const sheet: PageRoute = {
  path: '/arbeit/werkstatt/:id/aushang',
  page: 'workshop-sheet-page',
  head: ofDesk,
  redirect: forStaff,
  renderedBy: 'browser',
}

const minutes: PageRoute = {
  path: '/werkstatt/:id/protokoll',
  page: 'minutes-page',
  prefetch: ({ answer, params }) => answer(minutesQuestion(params.id ?? '')),
  head: ({ answered, params, t }) => {
    const answer = answered(minutesQuestion(params.id ?? ''))
    if (!answer?.ok) return { title: t('notFound.title'), status: 404 }
    return { title: `${answer.value.title}: ${t('workshops:minutesPage.toMinutes')}` }
  },
  renderedBy: 'server',
}

const results: PageRoute = {
  path: resultsPath,
  page: 'workshop-results-page',
  head: ({ t }) => ({ title: t('workshops:resultsMail.title') }),
  renderedBy: 'server',
}

/** Workshops: in the hall, on the wall, at the desk, and before they begin. */
export const workshopRoutes: readonly PageRoute[] = [
  hall,
  stage,
  list,
  plan,
  desk,
  agenda,
  sheet,
  minutes,
  results,
]
