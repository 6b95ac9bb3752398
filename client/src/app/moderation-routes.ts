import { signInAddress } from '../features/accounts/addresses.js'
import { followedQuestion } from '../features/accounts/following/following-questions.js'
import {
  noticesQuestion,
  notificationSettingsQuestion,
  outboxQuestion,
} from '../features/accounts/notifications/questions.js'
import {
  decisionQuestion,
  logQuestion,
  numbersQuestion,
  queueQuestion,
  reportableQuestion,
  settingsQuestion,
} from '../features/annotations/moderation/questions.js'
import { homeQuestion } from '../features/publishing/home-question.js'
import type { PageRoute } from './page-route.js'

/** Whoever is not signed in comes back after they have. */
const forPeople: PageRoute['redirect'] = ({ viewer, url }) =>
  viewer.kind === 'anonymous' ? signInAddress(url.pathname) : null

const queue: PageRoute = {
  path: '/arbeit/moderation',
  page: 'moderation-page',
  prefetch: ({ answer }) => answer(queueQuestion),
  head: ({ t }) => ({ title: t('moderation:queue.title') }),
  redirect: forPeople,
  renderedBy: 'server',
}

const rules: PageRoute = {
  path: '/arbeit/moderation/regeln',
  page: 'moderation-rules-page',
  prefetch: async ({ answer }) => {
    const home = await answer(homeQuestion)
    if (home.ok) await answer(settingsQuestion(home.value.process.id))
  },
  head: ({ t }) => ({ title: t('moderation:settings.title') }),
  redirect: forPeople,
  renderedBy: 'server',
}

const log: PageRoute = {
  path: '/arbeit/moderation/protokoll',
  page: 'moderation-log-page',
  prefetch: ({ answer }) => answer(logQuestion),
  head: ({ t }) => ({ title: t('moderation:log.title') }),
  redirect: forPeople,
  renderedBy: 'server',
}

const outbox: PageRoute = {
  path: '/arbeit/postausgang',
  page: 'outbox-page',
  prefetch: ({ answer }) => answer(outboxQuestion),
  head: ({ t }) => ({ title: t('notices:outbox.title') }),
  redirect: forPeople,
  renderedBy: 'server',
}

const statement: PageRoute = {
  path: '/moderation/:decisionId',
  page: 'statement-page',
  prefetch: ({ answer, params }) => answer(decisionQuestion(params.decisionId ?? '')),
  head: ({ t }) => ({ title: t('moderation:statement.title') }),
  redirect: forPeople,
  renderedBy: 'server',
}

const report: PageRoute = {
  path: '/melden/:annotationId',
  page: 'report-page',
  prefetch: ({ answer, params, search }) =>
    answer(reportableQuestion(params.annotationId ?? '', search.get('antwort'))),
  head: ({ t }) => ({ title: t('moderation:report.title') }),
  renderedBy: 'server',
}

const reportState: PageRoute = {
  path: '/meldung',
  page: 'report-state-page',
  head: ({ t }) => ({ title: t('moderation:report.stateTitle') }),
  renderedBy: 'server',
}

const numbers: PageRoute = {
  path: '/berichte/moderation',
  page: 'moderation-numbers-page',
  prefetch: ({ answer }) => answer(numbersQuestion),
  head: ({ t }) => ({ title: t('moderation:numbers.title') }),
  renderedBy: 'server',
}

const notices: PageRoute = {
  path: '/benachrichtigungen',
  page: 'notices-page',
  prefetch: async ({ answer }) => {
    await answer(noticesQuestion)
    await answer(notificationSettingsQuestion)
    await answer(followedQuestion)
  },
  head: ({ t }) => ({ title: t('notices:title') }),
  redirect: forPeople,
  renderedBy: 'server',
}

const confirm: PageRoute = {
  path: '/bestaetigen',
  page: 'confirm-address-page',
  head: ({ t }) => ({ title: t('notices:confirm.title') }),
  renderedBy: 'server',
}

const unsubscribe: PageRoute = {
  path: '/abbestellen',
  page: 'unsubscribe-page',
  head: ({ t }) => ({ title: t('notices:unsubscribe.title') }),
  renderedBy: 'server',
}

/** Moderation, and telling people what concerns them. */
export const moderationRoutes: readonly PageRoute[] = [
  queue,
  rules,
  log,
  outbox,
  statement,
  report,
  reportState,
  numbers,
  notices,
  confirm,
  unsubscribe,
]
