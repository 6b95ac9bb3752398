import { launchBrowser } from '@randnotiz/test-kit/launch-browser'
import { type RunningServer, startServer } from '@randnotiz/test-kit/start-server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { enter } from './actor.js'

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

const draft = `
## Ziel

Am Markt fehlen Bäume, und im Schatten säße man gern.

Der Rat entscheidet im Herbst über die erste Fassung.
`

it('a text is replaced, published, compared and brought back, and everybody can read what happened', async () => {
  const stage = { browser, url: server.url }
  const editor = await enter(stage, 'mira')
  const { page } = editor

  await page.goto('/texte/mobile-stadt/bearbeiten')
  await page.getByRole('button', { name: 'Neuer Entwurf' }).click()
  await page.getByLabel('Entwurf als Text oder Markdown').fill(draft)
  await page.getByRole('button', { name: 'Vorschau' }).click()
  await page.getByRole('heading', { name: 'Was mit den Anmerkungen geschieht' }).waitFor()
  await page.getByRole('button', { name: 'Jetzt ersetzen' }).click()
  await page.getByText('Der Arbeitsstand ist ersetzt.').waitFor()
  await page.getByRole('button', { name: 'Schließen' }).last().click()
  await page.getByText('im Schatten säße man gern').waitFor()

  await page.goto('/texte/mobile-stadt/fassungen')
  await page.getByRole('button', { name: 'Fassung veröffentlichen' }).click()
  await page.getByRole('button', { name: 'Veröffentlichen', exact: true }).click()
  await page.getByText('Bitte geben Sie der Fassung einen Titel.').waitFor()
  await page.getByLabel('Titel').fill('Ganz kurz')
  await page.getByRole('button', { name: 'Veröffentlichen', exact: true }).click()
  await page.getByRole('heading', { name: 'Ganz kurz', level: 1 }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/texte/mobile-stadt/fassungen/3')

  await page.getByRole('link', { name: 'Was sich seit Fassung 2 geändert hat' }).click()
  await page.getByRole('heading', { name: 'Vergleich: Mobile Stadt' }).waitFor()
  await page.getByRole('button', { name: 'Nächste Änderung' }).click()
  const focused = page.locator('.change:focus')
  await focused.waitFor()
  expect(await focused.getAttribute('id')).toBe('aenderung-1')
  await page.keyboard.press('Alt+ArrowDown')
  await page.locator('#aenderung-2:focus').waitFor()
  await page.keyboard.press('Alt+ArrowUp')
  await page.locator('#aenderung-1:focus').waitFor()

  const reader = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false, locale: 'de-DE' })
  const silent = await reader.newPage()
  await silent.goto('/texte/mobile-stadt/vergleich?von=2&bis=3')
  expect(await silent.locator('.compared del').count()).toBeGreaterThan(0)
  expect(await silent.locator('.compared ins').count()).toBeGreaterThan(0)
  await silent.getByLabel('Von', { exact: true }).selectOption('1')
  await silent.getByRole('button', { name: 'Vergleichen' }).click()
  expect(new URL(silent.url()).search).toContain('von=1')
  const answer = await silent.goto('/texte/mobile-stadt/fassungen/3')
  expect(answer?.headers()['cache-control']).toBe('public, max-age=300')
  expect(await silent.getByText('im Schatten säße man gern').count()).toBe(1)

  await page.goto('/texte/mobile-stadt/fassungen')
  await page.getByRole('button', { name: 'Wiederherstellen Fassung 2' }).click()
  await page.getByRole('button', { name: 'Jetzt wiederherstellen' }).click()
  await page.getByText('Der Arbeitsstand ist ersetzt.').waitFor()
  await silent.goto('/texte/mobile-stadt')
  expect(await silent.getByText('Woran wir Erfolg erkennen').count()).toBeGreaterThan(0)
  expect(editor.complaints).toEqual([])
  await editor.leave()
  await reader.close()
})
