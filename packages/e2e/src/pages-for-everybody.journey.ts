import { launchBrowser } from '@randnotiz/test-kit/launch-browser'
import { type RunningServer, startServer } from '@randnotiz/test-kit/start-server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, enter } from './actor.js'
import { violations } from './axe-violations.js'
import { everyPage, pageFiles, shownByOthers, type Visit } from './every-page.js'

/** Every page there is: without violations axe can find, without a request to a third party, and without script. */

/** What staff see is looked at in two of them: each colour and each width comes once. */
const forEverybody = everyPage.filter(({ person }) => person === undefined)
const looks = [
  { name: 'desktop', viewport: { width: 1440, height: 900 }, dark: false, visits: everyPage },
  { name: 'phone', viewport: { width: 390, height: 844 }, dark: false, visits: forEverybody },
  { name: 'phone at night', viewport: { width: 390, height: 844 }, dark: true, visits: everyPage },
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

it('knows every page of the product', () => {
  const visited = new Set<string>([...everyPage.map(({ page }) => page), ...shownByOthers])
  expect(pageFiles().filter(page => !visited.has(page))).toEqual([])
  expect([...visited].filter(page => !pageFiles().includes(page))).toEqual([])
})

/** The address itself, or the first link of that kind on the page that leads there. */
async function addressOf({ path, link, to = address => address }: Visit, { page }: Actor): Promise<string> {
  if (link === undefined) return path
  await page.goto(path, { waitUntil: 'networkidle' })
  const addresses = await page
    .locator('a[href]')
    .evaluateAll(found => found.map(each => each.getAttribute('href') ?? ''))
  const address = addresses.find(each => link.test(each))
  if (address === undefined) throw new Error(`no ${link} on ${path}`)
  return to(address)
}

describe.each(looks)('on a $name', look => {
  it.each(look.visits)('$page at $path has no violation and asks nobody else', async visit => {
    const actor = await enter({ browser, url: server.url }, visit.person, look)
    const path = await addressOf(visit, actor)
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
    ['/anmerkungen?kind=risk&order=newest&answered=no', 'Anmerkungen gefunden'],
    ['/texte/mobile-stadt/mit-anmerkungen', 'zu diesem Absatz'],
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
