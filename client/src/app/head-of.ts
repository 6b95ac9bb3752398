import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import { Language } from '@randnotiz/contract/kit/wire-values'
import type { QueryClient } from '@tanstack/react-query'
import type { i18n } from 'i18next'
import { questionKey } from '../platform/question.js'
import type { FoundRoute } from './find-route.js'
import { type HeadContext, headNamespaces, type PageHead } from './page-route.js'

type Known = { i18n: i18n; queryClient: QueryClient; viewer: Viewer }

/** Head of a page from what is known already; the title ends with the name of the site. */
export function headOf(
  { route, params, search }: FoundRoute,
  { i18n, queryClient, viewer }: Known,
): PageHead {
  const answered: HeadContext['answered'] = question => queryClient.getQueryData(questionKey(question))
  const t = i18n.getFixedT(null, headNamespaces)
  const language = Language.parse(i18n.language)
  const head = route.head({ params, search, viewer, language, t, answered })
  const siteName = t('siteName')
  return { ...head, title: head.title === siteName ? siteName : `${head.title} – ${siteName}` }
}
