import type { CallEndpoint, PageRequest, RenderedPage, RenderPage } from '@randnotiz/contract/kit/page'
import { accept } from '@randnotiz/contract/kit/result'
import { dehydrate, type QueryClient } from '@tanstack/react-query'
import { renderToString } from 'react-dom/server'
import { StaticRouter } from 'react-router'
import { createI18n } from '../platform/i18n/create-i18n.js'
import { createQueryClient } from '../platform/query-client.js'
import { answerTo, questionKey } from '../platform/question.js'
import { noRealtime } from '../platform/realtime.js'
import { viewerQuestion } from '../platform/viewer.js'
import { App } from './app.js'
import { type FoundRoute, findRoute } from './find-route.js'
import { headHtml } from './head-html.js'
import { headOf } from './head-of.js'
import { loadPageCode } from './page-code.js'
import { stateJson } from './state-json.js'
import { loadTexts } from './texts/load-texts.js'

/** A page as HTML: finds its route, asks the route's questions, renders what the browser would render. */
export const renderPage: RenderPage = async (request, call) => {
  const url = new URL(request.url, 'https://here.invalid')
  const found = findRoute(url.pathname)
  const elsewhere = found.route.redirect?.({ viewer: request.viewer, url }) ?? null
  if (elsewhere !== null) return { kind: 'redirect', location: elsewhere }

  const queryClient = createQueryClient()
  queryClient.setQueryData(questionKey(viewerQuestion), accept(request.viewer))
  if (found.route.renderedBy === 'server') await loadPageCode(found.route)
  await prefetch(found, queryClient, call)
  return page(request, found, { queryClient, call })
}

async function prefetch({ route, params }: FoundRoute, queryClient: QueryClient, call: CallEndpoint) {
  await route.prefetch?.({ params, answer: question => queryClient.fetchQuery(answerTo(call, question)) })
}

type Asked = { queryClient: QueryClient; call: CallEndpoint }

async function page(
  { url, viewer, language }: PageRequest,
  found: FoundRoute,
  { queryClient, call }: Asked,
): Promise<RenderedPage> {
  const i18n = createI18n(language, await loadTexts(language))
  const head = headOf(found, { i18n, queryClient, viewer })
  const app = renderToString(
    <StaticRouter location={url}>
      <App platform={{ call, realtime: noRealtime }} queryClient={queryClient} i18n={i18n} />
    </StaticRouter>,
  )
  const state = stateJson(dehydrate(queryClient))
  queryClient.clear()
  return { kind: 'page', status: head.status ?? 200, head: headHtml(head), app, state }
}
