import { type Browser, chromium } from 'playwright-core'

/** Says nothing to the outside: these switches keep Chromium from looking for its own services. */
const switches = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A headless Chromium: CHROMIUM_PATH, else Debian's; an empty CHROMIUM_PATH means Playwright's own. */
export function launchBrowser(): Promise<Browser> {
  const path = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
  return chromium.launch({ args: switches, ...(path === '' ? {} : { executablePath: path }) })
}
