import './platform/validate-without-eval.js'
import './app/styles.css'
import { Language } from '@randnotiz/contract/kit/wire-values'
import { hydrate as restoreAnswers } from '@tanstack/react-query'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router'
import { App } from './app/app.js'
import { findRoute } from './app/find-route.js'
import { CurrentPage } from './app/layout/current-page.js'
import { loadPageCode } from './app/page-code.js'
import { loadTexts } from './app/texts/load-texts.js'
import { callEndpoint } from './platform/api.js'
import { createI18n } from './platform/i18n/create-i18n.js'
import { createQueryClient } from './platform/query-client.js'
import { openRealtime } from './platform/socket.js'

/** Apart from the page's own code: the text is there to be read before anything is live. */
async function createSocket() {
  const { io } = await import('socket.io-client')
  return io({ autoConnect: false, transports: ['websocket', 'polling'], reconnectionDelayMax: 10_000 })
}

/**
 * Takes over the page that the server has rendered; under the development server, where nobody has rendered one,
 * starts from nothing.
 */
async function start(container: HTMLElement, renderedState: string) {
  const language = languageOfPage()
  const { route } = findRoute(location.pathname)
  const [texts] = await Promise.all([loadTexts(language), loadPageCode(route)])
  const queryClient = createQueryClient()
  const platform = { call: callEndpoint, realtime: openRealtime({ createSocket, network: window }) }
  const app = (
    <BrowserRouter>
      <App platform={platform} queryClient={queryClient} i18n={createI18n(language, texts)}>
        <CurrentPage />
      </App>
    </BrowserRouter>
  )
  if (!renderedState.startsWith('{')) return void createRoot(container).render(app)
  forgetLanguageInAddress()
  restoreAnswers(queryClient, JSON.parse(renderedState))
  hydrateRoot(container, app)
}

/** The server writes it into the page; without one, the address may choose. */
function languageOfPage(): Language {
  const named = new URLSearchParams(location.search).get('lang')
  const language = Language.catch(Language.catch('de').parse(named)).parse(document.documentElement.lang)
  document.documentElement.lang = language
  return language
}

/** The server keeps the choice in a cookie; an address passed on to somebody else should not choose for them. */
function forgetLanguageInAddress() {
  const address = new URL(location.href)
  if (!address.searchParams.has('lang')) return
  address.searchParams.delete('lang')
  history.replaceState(history.state, '', address)
}

const container = document.getElementById('app')
if (container === null) throw new Error('the page has no place for the app')
void start(container, document.getElementById('state')?.textContent?.trim() ?? '')
