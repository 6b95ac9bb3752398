import { launchBrowser } from '@randnotiz/test-kit/launch-browser'
import { type RunningServer, startServer } from '@randnotiz/test-kit/start-server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Actor, enter } from './actor.js'

/**
 * A citizen writes. One of the office finds it at the desk, by keyboard, and answers; a colleague who was typing too is
 * told so and loses nothing, then releases the answer and publishes it. The citizen sees it where it stands, and is told.
 */
let server: RunningServer
let browser: Browser
const actors: Actor[] = []

beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
})
afterAll(async () => {
  for (const actor of actors) await actor.leave()
  await browser?.close()
  await server?.remove()
})

async function enters(person: 'heidi' | 'jonas' | 'mira') {
  const actor = await enter({ browser, url: server.url }, person)
  actors.push(actor)
  return actor
}

const words = 'Am Marktplatz fehlt ein Trinkbrunnen für heiße Tage.'
const reason = 'Ein Brunnen ist für den nächsten Sommer eingeplant.'

it('leads from a contribution to an answer that two people stand for', { timeout: 120_000 }, async () => {
  const heidi = await enters('heidi')
  await heidi.page.goto('/texte/soziale-stadt')
  await heidi.page.getByRole('button', { name: 'Zum ganzen Text schreiben' }).click()
  await heidi.page.locator('textarea[name="body"]').fill(words)
  await heidi.page.getByRole('button', { name: 'Absenden' }).click()
  const note = heidi.page.locator('.note', { hasText: words })
  await note.getByRole('link', { name: 'Beitrag von Heidi vom Hang melden' }).waitFor()

  const jonas = await enters('jonas')
  await jonas.page.goto('/arbeit/beitraege?q=Trinkbrunnen')
  const row = jonas.page.getByRole('link', { name: words })
  await row.waitFor()
  await jonas.page.getByRole('checkbox', { name: /Auswählen/ }).focus()
  await jonas.page.keyboard.press('?')
  await jonas.page.getByRole('dialog', { name: 'Tastenkürzel' }).waitFor()
  await jonas.page.keyboard.press('Escape')
  await jonas.page.getByRole('checkbox', { name: /Auswählen/ }).focus()
  await jonas.page.keyboard.press('j')
  expect(await row.evaluate(link => link === document.activeElement)).toBe(true)
  await jonas.page.keyboard.press('o')
  await jonas.page.getByLabel('Ergebnis').waitFor()
  const address = new URL(jonas.page.url()).pathname

  const mira = await enters('mira')
  await mira.page.goto(address)
  await mira.page.getByLabel('Öffentliche Begründung').fill('Das schreibe ich gerade.')

  await jonas.page.getByRole('button', { name: 'Entwurf speichern' }).click()
  await jonas.page.getByText('Bitte füllen Sie das aus.').first().waitFor()
  await jonas.page.getByLabel('Ergebnis').selectOption('noted')
  await jonas.page.getByLabel('Öffentliche Begründung').fill(reason)
  await jonas.page.getByRole('button', { name: 'Entwurf speichern' }).click()
  await jonas.page.getByText('Der Entwurf ist gespeichert.').waitFor()
  await jonas.page.getByText('Eine zweite Person gibt diese Antwort frei.').waitFor()
  expect(await jonas.page.getByRole('button', { name: 'Freigeben' }).count()).toBe(0)

  await mira.page.getByText('Jemand anderes hat inzwischen eine Antwort gespeichert.').waitFor()
  expect(await mira.page.getByLabel('Öffentliche Begründung').inputValue()).toBe('Das schreibe ich gerade.')
  await mira.page.getByRole('button', { name: 'Freigeben' }).click()
  await mira.page.getByRole('button', { name: 'Veröffentlichen …' }).click()
  await mira.page.getByText('1 Person bekommt Bescheid').waitFor()
  await mira.page.getByRole('button', { name: 'Jetzt veröffentlichen' }).click()
  await mira.page.getByText('Veröffentlicht', { exact: true }).waitFor()

  await note.getByText(reason).waitFor()
  await note.getByText('Zur Kenntnis genommen').waitFor()
  await heidi.page.goto('/benachrichtigungen')
  await heidi.page.getByText('Ergebnis zu Ihrer Anmerkung', { exact: false }).first().waitFor()
  await heidi.page.goto('/meine-beitraege')
  await heidi.page.getByText(reason).waitFor()
  for (const actor of actors) expect(actor.complaints).toEqual([])
})
