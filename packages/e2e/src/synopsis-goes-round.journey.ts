import { readFile } from 'node:fs/promises'
import { launchBrowser } from '@randnotiz/test-kit/launch-browser'
import { type RunningServer, startServer } from '@randnotiz/test-kit/start-server'
import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Actor, enter } from './actor.js'
import { violations } from './axe-violations.js'
import { cellsIn, filledIn } from './filled-sheet.js'

/**
 * Somebody of the office asks for the synopsis as PDF and as Excel, thinks better of another file while it waits, and
 * fetches what is ready. A department fills in the Excel file; it comes back, looked at first and then taken, with a word
 * on each row; the answers stand at the desk as drafts.
 */
let server: RunningServer
let browser: Browser
let mira: Actor

beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
  mira = await enter({ browser, url: server.url }, 'mira')
})
afterAll(async () => {
  await mira?.leave()
  await browser?.close()
  await server?.remove()
})

/** The second sheet is the synopsis. */
const sheet = 'sheet2'

async function ask(format: string): Promise<void> {
  const { page } = mira
  await page.getByLabel('Format').selectOption({ label: format })
  await page.getByRole('button', { name: 'Datei erstellen' }).click()
}

async function downloaded(link: Locator): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([mira.page.waitForEvent('download'), link.click()])
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

it('is asked for, watched, cancelled, fetched, filled in and taken back', async () => {
  const { page } = mira
  await page.goto('/arbeit/ausgaben')
  const jobs = page.locator('.export-job')
  await ask('PDF, barrierefrei')
  await jobs.first().waitFor()
  await ask('Excel (XLSX), zum Ausfüllen')
  await ask('JSON')
  await page.getByRole('button', { name: 'Synopse (Abwägungstabelle) – JSON abbrechen' }).click()
  await jobs.first().getByText('Abgebrochen').waitFor()
  expect(await violations(page)).toEqual([])

  const pdf = page.getByRole('link', { name: /^synopse-.*\.pdf herunterladen/ })
  await pdf.waitFor({ timeout: 120_000 })
  expect((await downloaded(pdf)).bytes.toString('latin1', 0, 5)).toBe('%PDF-')
  const excel = page.getByRole('link', { name: /^synopse-.*\.xlsx herunterladen/ })
  await excel.waitFor({ timeout: 60_000 })
  const { name, bytes } = await downloaded(excel)
  expect(await jobs.count()).toBe(3)
  expect(await violations(page)).toEqual([])

  const cells = cellsIn(bytes, sheet)
  const columnOf = (title: string) =>
    [...cells].find(([place, words]) => /^[A-Z]+1$/.test(place) && words === title)?.[0].slice(0, -1) ?? ''
  const [outcome, reason] = [columnOf('Ergebnis'), columnOf('Begründung (öffentlich)')]
  const open = [...cells].flatMap(([place, words]) =>
    place.startsWith(outcome) && /^\d+$/.test(place.slice(outcome.length)) && words === ''
      ? [place.slice(outcome.length)]
      : [],
  )
  const [good = '', bad = ''] = open
  const filled = filledIn(bytes, sheet, {
    [outcome + good]: 'wird zur Kenntnis genommen',
    [reason + good]: 'Das Fachamt hat es sich angesehen.',
    [outcome + bad]: 'vielleicht',
    [reason + bad]: 'Wir wissen es nicht.',
  })
  const number = cells.get(`A${good}`) ?? ''

  await page.getByRole('link', { name: 'Ausgefüllte Synopse hochladen' }).click()
  await page
    .getByLabel('Excel-Datei')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: filled })
  await page.getByRole('button', { name: 'Erst prüfen' }).click()
  await page.getByText('Das würde übernommen. Noch ist nichts gespeichert.').waitFor()
  const rows = page.getByRole('table', { name: 'Ergebnis je Zeile' })
  const rowOf = (place: string) => rows.getByRole('row', { name: new RegExp(`^${place} `) })
  await rowOf(good).getByText('wird übernommen').waitFor()
  await rowOf(bad).getByText('Dieses Ergebnis gibt es nicht.').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: '1 Antwort übernehmen' }).click()
  await rowOf(good).getByText('übernommen', { exact: true }).waitFor()
  await rowOf(bad).getByText('nicht übernommen').waitFor()

  await page.goto('/arbeit/beitraege?state=drafted')
  await page
    .getByText(cells.get(`${columnOf('Anmerkung')}${good}`)?.slice(0, 40) ?? number)
    .first()
    .waitFor()
  expect(mira.complaints).toEqual([])
})
