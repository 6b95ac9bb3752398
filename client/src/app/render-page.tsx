import type { RenderedPage, RenderPage } from '@randnotiz/contract/kit/page'
import { accept } from '@randnotiz/contract/kit/result'
import type { Language } from '@randnotiz/contract/kit/wire-values'
import { dehydrate } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { StaticRouter } from 'react-router'
import { createI18n } from '../platform/i18n/create-i18n.js'
import { createQueryClient } from '../platform/query-client.js'
import { answerTo, NoAnswer, questionKey } from '../platform/question.js'
import { noRealtime } from '../platform/realtime.js'
import { viewerQuestion } from '../platform/viewer.js'
import { App, type AppParts } from './app.js'
import { fontsFor, modulesFor } from './browser-files.js'
import { type FoundRoute, findRoute } from './find-route.js'
import { headHtml } from './head-html.js'
import { headOf } from './head-of.js'
import { isHallAddress } from './is-hall-address.js'
import { CurrentPage } from './layout/current-page.js'
import { Frame } from './layout/frame.js'
import { Outage } from './layout/outage.js'
import { loadPageCode, sourceOf } from './page-code.js'
import type { PageRoute } from './page-route.js'
import { stateJson } from './state-json.js'
import { hallTextsSource } from './texts/load-hall-texts.js'
import { loadTexts, textsSource } from './texts/load-texts.js'

/** A page as HTML: finds its route, asks the route's questions, renders what the browser would render. */
export const renderPage: RenderPage = async ({ url, viewer, language }, call) => {
  const address = new URL(url, 'https://here.invalid')
  const found = findRoute(address.pathname, address.search)
  const elsewhere = found.route.redirect?.({ viewer, url: address }) ?? null
  if (elsewhere !== null) return { kind: 'redirect', location: elsewhere }

  const queryClient = createQueryClient()
  queryClient.setQueryData(questionKey(viewerQuestion), accept(viewer))
  const i18n = createI18n(language, await loadTexts(language))
  const parts = { platform: { call, realtime: noRealtime }, queryClient, i18n }
  if (!(await areAnswered(found, parts))) return outage(url, parts)

  const head = headOf(found, { i18n, queryClient, viewer })
  const app = html(url, parts, <CurrentPage />)
  const state = stateJson(dehydrate(queryClient))
  const files = filesOf(found.route, { pathname: address.pathname, language })
  const lasts = found.route.lasts === true && head.status === undefined && viewer.kind === 'anonymous'
  return {
    kind: 'page',
    status: head.status ?? 200,
    lasts,
    head: headHtml(head, preloads(files)),
    app,
    state,
  }
}

/** What a browser needs for a page, beside what every page begins with. */
function filesOf(
  route: PageRoute,
  { pathname, language }: { pathname: string; language: Language },
): string[] {
  if (isHallAddress(pathname)) return ['src/app/start-hall.tsx', hallTextsSource(language)]
  const page = route.renderedBy === 'server' ? [sourceOf(route)] : []
  return ['src/app/start-site.tsx', textsSource(language), ...page]
}

/** Loads the page's code and asks its questions; false when there is no answer. */
async function areAnswered({ route, params, search }: FoundRoute, { platform, queryClient }: AppParts) {
  if (route.renderedBy === 'server') await loadPageCode(route)
  try {
    await route.prefetch?.({
      params,
      search,
      answer: question => queryClient.fetchQuery(answerTo(platform.call, question)),
    })
    return true
  } catch (error) {
    if (error instanceof NoAnswer) return false
    throw error
  }
}

/** No state goes with it, so the browser starts from nothing and asks for itself. */
function outage(url: string, parts: AppParts): RenderedPage {
  const app = html(
    url,
    parts,
    <Frame>
      <Outage />
    </Frame>,
  )
  const title = `${parts.i18n.t('outage.title')} – ${parts.i18n.t('siteName')}`
  return { kind: 'page', status: 503, lasts: false, head: headHtml({ title }, preloads([])), app, state: '' }
}

const preloads = (sources: readonly string[]) => ({ fonts: fontsFor(), modules: modulesFor(sources) })

function html(url: string, parts: AppParts, content: ReactNode): string {
  return renderToString(
    <StaticRouter location={url}>
      <App {...parts}>{content}</App>
    </StaticRouter>,
  )
}
