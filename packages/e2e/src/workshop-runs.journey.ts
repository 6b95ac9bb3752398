import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { launchBrowser } from '@randnotiz/test-kit/launch-browser'
import { type RunningServer, startServer } from '@randnotiz/test-kit/start-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Actor, enter } from './actor.js'

/** A workshop from its plan to its result: a facilitator at a desk, a projector, two phones. */
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const phone = { viewport: { width: 390, height: 844 }, touch: true }

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

type Violation = { id: string; nodes: { target: unknown }[] }

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }
    return (await axe.run()).violations
  })
  return found.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${JSON.stringify(node.target)}`))
}

/** For whoever wants to look at it: `SHOTS=<folder>`. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`) })
}

async function plan({ page }: Actor): Promise<string> {
  await page.goto('/arbeit/werkstatt/neu')
  await page.getByRole('radio', { name: 'Bewertungswerkstatt' }).check({ force: true })
  await page.getByLabel('Titel').fill('Mobil am Marktplatz')
  await page.getByLabel('Einladung').fill('Kommen Sie vorbei, bringen Sie Ihr Telefon mit.')
  await page.getByLabel('Ort').fill('Rathaus, Großer Saal')
  await look(page, 'plan')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Planen' }).click()
  await page.getByRole('heading', { name: 'Ablauf' }).waitFor()
  await look(page, 'agenda')
  expect(await violations(page)).toEqual([])
  await page.getByRole('link', { name: 'Zum Leitungstisch' }).click()
  const code = page.locator('.desk-head__code strong')
  await code.waitFor()
  return code.innerText()
}

/** The one key. */
const next = ({ page }: Actor, words: string) => page.getByRole('button', { name: words }).last().click()

async function comeIn({ page }: Actor, code: string, name: string): Promise<void> {
  await page.goto(`/w/${code.toLowerCase()}`)
  await page.getByLabel('Wie dürfen wir Sie nennen?').fill(name)
  await look(page, `phone-join-${name}`)
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Mitmachen' }).tap()
  await page.getByRole('button', { name: 'Melden' }).waitFor()
}

it('runs from plan to result, through a lost network, with everything in place afterwards', async () => {
  const stage = { browser, url: server.url }
  const lead = await enter(stage, 'facilitator', { viewport: { width: 1440, height: 900 } })
  const wall = await enter(stage, undefined, { viewport: { width: 1920, height: 1080 } })
  const one = await enter(stage, undefined, phone)
  const two = await enter(stage, undefined, { ...phone, dark: true })
  const code = await plan(lead)

  await wall.page.goto('/leinwand')
  const pairing = wall.page.locator('.stage__pairing-code')
  await pairing.filter({ hasText: /^\d{5}$/ }).waitFor()
  await look(wall.page, 'wall-pairing')
  await lead.page.getByLabel('Zahl auf der Leinwand').fill(await pairing.innerText())
  await lead.page.getByRole('button', { name: 'Verbinden' }).click()

  await next(lead, 'Einlass öffnen')
  await wall.page.getByText('Kommen Sie mit Ihrem Telefon dazu.').waitFor()
  await look(wall.page, 'wall-welcome')
  const scripts = weighScripts(one.page)
  await comeIn(one, code, 'Aylin')
  // 500 phones on one network: what each of them loads is part of the promise.
  expect(await scripts()).toBeLessThanOrEqual(170_000)
  await comeIn(two, code, 'Bernd')
  await next(lead, 'Beginnen')
  await next(lead, 'Weiter: Willkommen')
  await one.page.getByText('Heute geht es um einen Text').waitFor()
  await look(one.page, 'phone-words')
  await look(wall.page, 'wall-words')

  // The key a pointer sends, as soon as the desk says what comes next.
  await lead.page.getByRole('button', { name: 'Weiter: Lesen', disabled: false }).waitFor()
  await lead.page.keyboard.press('PageDown')
  await one.page.getByRole('heading', { name: 'Lesen', exact: true }).waitFor()
  await look(one.page, 'phone-read')
  await look(wall.page, 'wall-read')
  await next(lead, 'Weiter: Erste Einschätzung')

  await one.page.getByRole('radio', { name: '4' }).check({ force: true })
  await look(one.page, 'phone-poll')
  expect(await violations(one.page)).toEqual([])
  await one.page.getByRole('button', { name: 'Abstimmen' }).tap()
  await one.page.getByText(/^Gespeichert um/).waitFor()
  // In mid-vote the network goes; the choice waits on the phone and arrives by itself.
  two.wire.sever()
  await two.page.getByText('Keine Verbindung').waitFor()
  await two.page.getByRole('radio', { name: '2' }).check({ force: true })
  await two.page.getByRole('button', { name: 'Abstimmen' }).tap()
  await two.page.getByText('1 wird gesendet').waitFor()
  await look(two.page, 'phone-unsent-dark')
  two.wire.mend()
  await two.page.getByText(/^Gespeichert um/).waitFor({ timeout: 30_000 })
  await lead.page.getByText('2 von 2 haben abgestimmt').first().waitFor()
  await look(lead.page, 'desk-poll')
  await look(wall.page, 'wall-poll')
  expect(await violations(lead.page)).toEqual([])
  expect(await violations(wall.page)).toEqual([])
  await next(lead, 'Schließen (in 5 Sekunden)')
  await reveal(lead)
  await one.page.getByText('2 von 2 haben abgestimmt', { exact: false }).first().waitFor()
  await look(one.page, 'phone-result')
  await look(wall.page, 'wall-result')

  await next(lead, 'Weiter: Erst allein')
  await say(one, 'Mehr Schatten am Bahnhof.')
  await say(two, 'Am Bahnhof fehlt Schatten.')
  await look(one.page, 'phone-gather')
  expect(await violations(one.page)).toEqual([])
  await lead.page.getByText('2 Beiträge. Niemand sieht sie').waitFor()
  expect(await two.page.content()).not.toContain('Mehr Schatten')
  await next(lead, 'Schließen (in 5 Sekunden)')
  await reveal(lead)
  await two.page.getByText('Mehr Schatten am Bahnhof.').waitFor()
  await lead.page.locator('.stream').getByText('Mehr Schatten am Bahnhof.').waitFor()
  await look(lead.page, 'desk-stream')
  await look(wall.page, 'wall-notes')

  await next(lead, 'Weiter: Was gehört zusammen?')
  await lead.page.getByRole('button', { name: 'Zusammenfassen' }).click()
  await lead.page.getByLabel('Titel der Gruppe 1').fill('Schatten')
  await lead.page.keyboard.press('Enter')
  await one.page.getByRole('heading', { name: 'Schatten' }).waitFor()
  await look(lead.page, 'desk-groups')
  expect(await violations(lead.page)).toEqual([])
  await next(lead, 'Weiter: Was ist am wichtigsten?')
  await one.page.getByRole('button', { name: 'Ein Punkt mehr: Schatten' }).tap()
  await look(one.page, 'phone-dots')
  expect(await violations(one.page)).toEqual([])
  await one.page.getByRole('button', { name: 'Abstimmen' }).tap()
  await one.page.getByText(/^Gespeichert um/).waitFor()

  await two.page.getByRole('button', { name: 'Melden' }).tap()
  await two.page.getByRole('button', { name: 'Platz 1' }).waitFor()
  await lead.page.setViewportSize({ width: 1024, height: 768 })
  await look(lead.page, 'desk-tablet')
  await lead.page.getByRole('button', { name: 'Bernd aufrufen' }).first().click()
  await two.page.getByRole('button', { name: 'Sie sind dran' }).waitFor()
  await look(wall.page, 'wall-dots')
  await wall.page.getByRole('button', { name: 'Dunkel' }).click()
  await look(wall.page, 'wall-dots-dark')
  for (const actor of [lead, wall, one, two]) {
    expect(actor.complaints).toEqual([])
    await actor.leave()
  }
}, 180_000)

/** Bytes of script that a page has loaded from now on, gzipped. */
function weighScripts(page: Page): () => Promise<number> {
  const bodies: Promise<Buffer>[] = []
  page.on('response', response => {
    if (response.request().resourceType() === 'script') bodies.push(response.body())
  })
  return async () => (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).byteLength, 0)
}

/** Offered as soon as no ballot can be on its way any more. */
async function reveal(lead: Actor): Promise<void> {
  await next(lead, 'Aufdecken')
  await lead.page.locator('.step-panel').getByText('aufgedeckt', { exact: true }).waitFor()
}

async function say({ page }: Actor, words: string): Promise<void> {
  await page.getByLabel('Was regen Sie an?').fill(words)
  await page.getByRole('button', { name: 'Abgeben' }).tap()
  await page.locator('.said').getByText(words).waitFor()
}
