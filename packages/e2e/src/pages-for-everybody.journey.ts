import { launchBrowser } from '@randnotiz/test-kit/launch-browser'
import { type RunningServer, startServer } from '@randnotiz/test-kit/start-server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enter } from './actor.js'
import { violations } from './axe-violations.js'

/** Every page of the slice: without violations axe can find, without a request to a third party, and without script. */
const pages = [
  { name: 'home', path: '/', person: undefined },
  { name: 'reader', path: '/texte/mobile-stadt', person: undefined },
  { name: 'measure', path: '/texte/nudging', person: undefined },
  { name: 'sign-in', path: '/anmelden', person: undefined },
  { name: 'sign-up', path: '/registrieren', person: undefined },
  { name: 'receipt', path: '/beleg', person: undefined },
  { name: 'own contributions', path: '/meine-beitraege', person: 'heidi' },
  { name: 'transparency report', path: '/berichte/moderation', person: undefined },
  { name: 'state of a report', path: '/meldung', person: undefined },
  { name: 'way out of mails', path: '/abbestellen?token=x', person: undefined },
  { name: 'notices', path: '/benachrichtigungen', person: 'heidi' },
  { name: 'moderation', path: '/arbeit/moderation', person: 'moderator' },
  { name: 'rules of moderation', path: '/arbeit/moderation/regeln', person: 'moderator' },
  { name: 'log of moderation', path: '/arbeit/moderation/protokoll', person: 'admin' },
  { name: 'outbox', path: '/arbeit/postausgang', person: 'admin' },
  { name: 'news', path: '/neuigkeiten', person: undefined },
  { name: 'ways to follow', path: '/folgen?text=mobile-stadt', person: undefined },
  { name: 'link of a mail', path: '/folgen?token=x', person: undefined },
  { name: 'results', path: '/ergebnisse', person: undefined },
  { name: 'plain language', path: '/texte/mobile-stadt/leichte-sprache', person: undefined },
  { name: 'other ways to a text', path: '/texte/mobile-stadt/zugaenge', person: 'jonas' },
  { name: 'writing news', path: '/arbeit/neuigkeiten', person: 'jonas' },
  { name: 'settings of the process', path: '/arbeit/prozess', person: 'admin' },
  { name: 'editor', path: '/texte/mobile-stadt/bearbeiten', person: 'jonas' },
] as const

const looks = [
  { name: 'desktop', viewport: { width: 1440, height: 900 }, dark: false },
  { name: 'phone', viewport: { width: 390, height: 844 }, dark: false },
  { name: 'phone at night', viewport: { width: 390, height: 844 }, dark: true },
] as const

let server: RunningServer
let browser: Browser

beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await server?.remove()
})

describe.each(looks)('on a $name', look => {
  it.each(pages)('$name has no violation and asks nobody else', async ({ path, person }) => {
    const actor = await enter({ browser, url: server.url }, person, look)
    const foreign: string[] = []
    actor.page.on('request', request => {
      if (!request.url().startsWith(server.url) && !/^(data|blob):/.test(request.url()))
        foreign.push(request.url())
    })
    await actor.page.goto(path, { waitUntil: 'networkidle' })
    expect(await violations(actor.page)).toEqual([])
    const width = await actor.page.evaluate(() => document.documentElement.scrollWidth)
    expect(width, 'scrolls sideways').toBeLessThanOrEqual(look.viewport.width)
    expect(foreign).toEqual([])
    expect(actor.complaints).toEqual([])
    await actor.leave()
  })
})

describe('without JavaScript', () => {
  it.each([
    ['/', 'Konzeptbausteine'],
    ['/texte/mobile-stadt', 'Anmerkungen'],
    ['/?lang=en', 'Building blocks'],
    ['/neuigkeiten', 'Pivitsheide'],
    ['/texte/mobile-stadt/leichte-sprache', 'Anmerkung'],
  ])('%s reads well', async (path, words) => {
    const context = await browser.newContext({
      baseURL: server.url,
      javaScriptEnabled: false,
      locale: 'de-DE',
    })
    const page = await context.newPage()
    const response = await page.goto(path)
    expect(response?.status()).toBe(200)
    await page.getByText(words, { exact: false }).first().waitFor()
    expect(await page.locator('[style]').count()).toBe(0)
    await context.close()
  })

  it('shows a document with its text and its annotations', async () => {
    const context = await browser.newContext({
      baseURL: server.url,
      javaScriptEnabled: false,
      locale: 'de-DE',
    })
    const page = await context.newPage()
    await page.goto('/texte/mobile-stadt')
    const text = await page.locator('.reader__text .document').textContent()
    expect((text ?? '').split(/\s+/).length).toBeGreaterThan(500)
    expect(await page.locator('[id^="anmerkung-"]').count()).toBeGreaterThanOrEqual(8)
    await context.close()
  })
})
