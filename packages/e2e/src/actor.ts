import { demoPeople } from '@randnotiz/test-kit/demo-people'
import { type SeverableProxy, startSeverableProxy } from '@randnotiz/test-kit/severable-proxy'
import { signInAs } from '@randnotiz/test-kit/sign-in-as'
import type { Browser, BrowserContext, Page } from 'playwright-core'

/** One person with a browser of their own and a wire that can be cut. */
export type Actor = {
  page: Page
  context: BrowserContext
  wire: SeverableProxy
  /** What the page complained about: uncaught errors and violations of the content security policy. */
  complaints: string[]
  leave(): Promise<void>
}

export type Stage = { browser: Browser; url: string }

type Look = { viewport?: { width: number; height: number }; dark?: boolean; touch?: boolean }

/** Opens a browser context; signed in when `person` is named. */
export async function enter(stage: Stage, person?: keyof typeof demoPeople, look: Look = {}): Promise<Actor> {
  const wire = await startSeverableProxy()
  const context = await stage.browser.newContext({
    baseURL: stage.url,
    locale: 'de-DE',
    viewport: look.viewport ?? { width: 1440, height: 900 },
    colorScheme: look.dark ? 'dark' : 'light',
    hasTouch: look.touch ?? false,
    isMobile: look.touch ?? false,
    reducedMotion: 'reduce',
    proxy: wire.settings,
  })
  if (person) await context.addCookies(cookiesOf(await signInAs(stage.url, demoPeople[person]), stage.url))
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(error.message))
  page.on('console', message => {
    if (/Content Security Policy|Hydration|hydrat/i.test(message.text())) complaints.push(message.text())
  })
  const leave = async () => {
    await context.close()
    await wire.close()
  }
  return { page, context, wire, complaints, leave }
}

function cookiesOf(header: string, url: string) {
  return header.split('; ').map(cookie => {
    const at = cookie.indexOf('=')
    return { name: cookie.slice(0, at), value: cookie.slice(at + 1), url }
  })
}
