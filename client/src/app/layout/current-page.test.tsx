// @vitest-environment happy-dom
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { QueryClient } from '@tanstack/react-query'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { MemoryRouter } from 'react-router'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from '../../platform/i18n/create-i18n.js'
import { noRealtime } from '../../platform/realtime.js'
import { App } from '../app.js'
import { aProcessPage } from '../testing/a-process-page.js'
import { answering } from '../testing/answering.js'
import { textsDe } from '../texts/de.js'
import { CurrentPage } from './current-page.js'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

type Answers = Record<string, Result<unknown>>

async function openAt(address: string, answers: Answers) {
  const page = document.body.appendChild(document.createElement('div'))
  const parts = {
    platform: { call: answering(answers), realtime: noRealtime },
    queryClient: new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 1_000 } } }),
    i18n: createI18n('de', textsDe),
  }
  const app = (
    <MemoryRouter initialEntries={[address]}>
      <App {...parts}>
        <CurrentPage />
      </App>
    </MemoryRouter>
  )
  await act(async () => createRoot(page).render(app))
  const heading = () => page.querySelector('main h1')
  /** Waits for code and answers, as a visitor would. */
  const arrive = (title: string) =>
    vi.waitFor(
      async () => {
        await act(() => vi.dynamicImportSettled())
        expect(heading()?.textContent).toBe(title)
      },
      { timeout: 20_000 },
    )
  const click = (selector: string) => act(async () => page.querySelector<HTMLElement>(selector)?.click())
  return { page, heading, arrive, click }
}

const answers = (): Answers => ({
  getViewer: accept({ kind: 'anonymous' }),
  getHome: accept(aProcessPage('Mobile Stadt')),
})

afterEach(() => document.body.replaceChildren())

describe('CurrentPage', () => {
  it('leaves the first page to the browser, and says where one is on every further one', async () => {
    const { heading, arrive, click } = await openAt('/', answers())
    await arrive('Smart-City-Konzept')
    expect(document.title).toBe('Smart-City-Konzept – Randnotiz')
    expect(document.activeElement).toBe(document.body)
    await click('a[href="/impressum"]')
    await arrive('Impressum')
    expect(document.title).toBe('Impressum – Randnotiz')
    expect(document.activeElement).toBe(heading())
    await click('a[href="/"]')
    await arrive('Smart-City-Konzept')
    expect(document.activeElement).toBe(heading())
  })

  it('says that the server does not answer, and tries again when asked to', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const changing = { ...answers(), getHome: refuse('server/unavailable') as Result<unknown> }
    const { page, arrive, click } = await openAt('/', changing)
    await arrive('Das hat nicht geklappt')
    expect(page.querySelector('[role=alert]')?.textContent).toContain('gerade nicht erreichbar')
    changing.getHome = accept(aProcessPage('Mobile Stadt'))
    await click('main button')
    await arrive('Smart-City-Konzept')
    vi.restoreAllMocks()
  })

  it('shows a refusal as a sentence', async () => {
    const { page, arrive } = await openAt('/', {
      ...answers(),
      getHome: refuse('publishing/unknown-process'),
    })
    await arrive('Das geht hier nicht')
    expect(page.textContent).toContain('Diesen Beteiligungsprozess gibt es nicht.')
  })
})
