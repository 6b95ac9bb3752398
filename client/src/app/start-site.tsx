import { hydrate as restoreAnswers } from '@tanstack/react-query'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router'
import { callEndpoint } from '../platform/api.js'
import type { EarlyActs } from '../platform/early-acts.js'
import { createI18n } from '../platform/i18n/create-i18n.js'
import { createQueryClient } from '../platform/query-client.js'
import { openRealtime } from '../platform/socket.js'
import { App } from './app.js'
import { createSocket } from './create-socket.js'
import { findRoute } from './find-route.js'
import { CurrentPage } from './layout/current-page.js'
import { loadPageCode } from './page-code.js'
import { forgetLanguageInAddress, languageOfPage } from './page-language.js'
import { loadTexts } from './texts/load-texts.js'

/**
 * Takes over the page that the server has rendered; under the development server, where nobody has rendered one,
 * starts from nothing.
 */
export async function start(container: HTMLElement, renderedState: string, earlyActs: EarlyActs) {
  const language = languageOfPage()
  const { route } = findRoute(location.pathname)
  const [texts] = await Promise.all([loadTexts(language), loadPageCode(route)])
  const queryClient = createQueryClient()
  const platform = { call: callEndpoint, realtime: openRealtime({ createSocket, network: window }) }
  const app = (
    <BrowserRouter>
      <App platform={platform} queryClient={queryClient} i18n={createI18n(language, texts)}>
        <CurrentPage onAlive={earlyActs.handOver} />
      </App>
    </BrowserRouter>
  )
  if (!renderedState.startsWith('{')) return void createRoot(container).render(app)
  forgetLanguageInAddress()
  restoreAnswers(queryClient, JSON.parse(renderedState))
  hydrateRoot(container, app)
}
