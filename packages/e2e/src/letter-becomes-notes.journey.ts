import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { launchBrowser } from '@randnotiz/test-kit/launch-browser'
import { type RunningServer, startServer } from '@randnotiz/test-kit/start-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { enter } from './actor.js'

/** A letter comes to the city, is typed in by keyboard, one point at a passage, and stands there for everybody without a name. */
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

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

it('types in a letter with its scan, point by point, and everybody reads it without a name', async () => {
  const mira = await enter({ browser, url: server.url }, 'mira', { viewport: { width: 390, height: 844 } })
  const { page } = mira
  await page.goto('/arbeit/eingang')
  await page.getByRole('heading', { level: 1, name: 'Eingang' }).waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByLabel('Von wem?').fill('Frieda Kleinschmidt')
  const pdf = { name: 'brief.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 Brief') }
  await page.getByLabel('Scan', { exact: true }).setInputFiles(pdf)
  await page.getByRole('button', { name: 'Eingang anlegen' }).click()
  const title = page.getByRole('heading', { name: /^Punkte aus Eingang \d{4}-1$/ })
  await title.waitFor()

  await page.getByLabel('Zu welchem Text?').selectOption({ label: 'Appmold' })
  const words = page.getByLabel('Was steht dort?')
  await words.fill('Die App soll auch ohne Netz gehen.')
  await words.press('Control+Enter')
  await page.getByText('Punkt 1 ist gespeichert.').waitFor()
  expect(await words.evaluate(area => area === document.activeElement)).toBe(true)
  await page.keyboard.type('Und mit großer Schrift.')
  await page.keyboard.press('Control+Enter')
  await page.getByText('Punkt 2 ist gespeichert.').waitFor()
  expect(await violations(page)).toEqual([])

  await page.getByRole('link', { name: 'An einer Stelle im Text eintragen' }).click()
  await page.getByText(/^Sie tragen Punkte aus Eingang/).waitFor()
  await page.getByRole('button', { name: /^Absatz kommentieren: In Detmold gibt es/ }).click()
  await page.getByRole('button', { name: 'Weiter', exact: true }).click()
  await page.getByRole('radio', { name: 'Anregung' }).check({ force: true })
  await page.getByRole('textbox').first().fill('Das fehlt in Pivitsheide.')
  await page.getByRole('button', { name: 'Absenden' }).click()
  await page
    .getByRole('article', { name: /^Anregung von Eingang \d{4}-1$/ })
    .first()
    .waitFor()
  expect(await violations(page)).toEqual([])
  expect(mira.complaints).toEqual([])
  await mira.leave()

  const nobody = await enter({ browser, url: server.url })
  await nobody.page.goto('/texte/appmold')
  await nobody.page
    .getByText(/^Per Brief eingegangen am/)
    .first()
    .waitFor()
  expect(await nobody.page.getByText(/^Per Brief eingegangen am/).count()).toBe(3)
  expect(await nobody.page.content()).not.toContain('Kleinschmidt')
  expect(nobody.complaints).toEqual([])
  await nobody.leave()
})
