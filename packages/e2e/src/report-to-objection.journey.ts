import { launchBrowser } from '@randnotiz/test-kit/launch-browser'
import { type RunningServer, startServer } from '@randnotiz/test-kit/start-server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Actor, enter } from './actor.js'

/**
 * A neighbour without an account reports a contribution. A moderator hides it by keyboard alone, with a reason from a
 * text block. Its author reads why, objects, and somebody else gives them right.
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

async function enters(person?: 'werner' | 'moderator' | 'admin') {
  const actor = await enter({ browser, url: server.url }, person)
  actors.push(actor)
  return actor
}

const words = 'Wer hier noch Auto fährt, ist ein Dummkopf.'

it('leads from a report to an objection that another person decides', { timeout: 120_000 }, async () => {
  const author = await enters('werner')
  await author.page.goto('/texte/soziale-stadt')
  await author.page.getByRole('button', { name: 'Zum ganzen Text schreiben' }).click()
  await author.page.locator('textarea[name="body"]').fill(words)
  await author.page.getByRole('button', { name: 'Absenden' }).click()
  const note = author.page.locator('.note', { hasText: words })
  await note.getByRole('link', { name: 'Beitrag von Opa Werner melden' }).waitFor()

  // A neighbour, without an account: the browser works for them, they solve nothing.
  const neighbour = await enters()
  await neighbour.page.goto('/texte/soziale-stadt')
  // The reader waits until the page is live, as a person does who has read the note before reporting it.
  await neighbour.page.locator('.live-sign[data-state=live]').waitFor()
  await neighbour.page
    .locator('.note', { hasText: words })
    .getByRole('link', { name: 'Beitrag von Opa Werner melden' })
    .click()
  await neighbour.page.waitForURL(/\/melden\//)
  await neighbour.page.getByText(words).waitFor()
  await neighbour.page.getByLabel('Was genau meinen Sie?').fill('Das Wort am Ende.')
  await neighbour.page.getByRole('button', { name: 'Meldung absenden' }).click()
  await neighbour.page.getByText('Danke. Ihre Meldung ist da.').waitFor({ timeout: 30_000 })
  const code = (await neighbour.page.locator('.report-form__code').textContent()) ?? ''
  expect(code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/)

  // A moderator, by keyboard alone.
  const moderator = await enters('moderator')
  const { page } = moderator
  await page.goto('/arbeit/moderation')
  const card = page.locator('.queue-card', { hasText: words })
  await card.waitFor()
  await page.locator('.queue-card').first().focus()
  for (let moves = 0; moves < 20; moves++) {
    if (await card.evaluate(element => element === document.activeElement)) break
    await page.keyboard.press('j')
  }
  expect(await card.evaluate(element => element === document.activeElement)).toBe(true)
  await page.keyboard.press('a')
  await page.waitForFunction(() => document.activeElement?.tagName === 'SELECT')
  await page.keyboard.type('Beleidigung')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await card.waitFor({ state: 'detached' })

  // Its author hears of it in the page, reads why, and objects.
  await note.getByText('Nicht öffentlich').waitFor()
  await note.getByRole('link', { name: 'Begründung lesen und widersprechen' }).click()
  await author.page.getByText('Der Beitrag greift eine Person mit herabsetzenden Worten an.').waitFor()
  await author.page.getByLabel('Warum ist die Entscheidung falsch?').fill('Das steht so im Volkslied.')
  await author.page.getByRole('button', { name: 'Widersprechen' }).click()
  await author.page.getByText('Eine andere Person prüft ihn').waitFor()

  // Whoever decided cannot decide again.
  await page.locator('.queue-card', { hasText: words }).getByText('eine andere Person als Sie').waitFor()

  const admin = await enters('admin')
  await admin.page.goto('/arbeit/moderation')
  await admin.page
    .locator('.queue-card', { hasText: words })
    .getByRole('link', { name: 'Widerspruch prüfen' })
    .click()
  await admin.page.getByLabel('Ihre Begründung').fill('Es meint niemanden persönlich.')
  await admin.page.getByRole('button', { name: 'Entscheidung aufheben' }).click()
  await admin.page.getByText('Die Entscheidung ist aufgehoben').waitFor()

  await neighbour.page.getByRole('link', { name: 'Zurück zum Text' }).click()
  await neighbour.page.locator('.note', { hasText: words }).waitFor()
  await neighbour.page.goto(`/meldung?code=${code}`)
  await neighbour.page.getByRole('button', { name: 'Nachsehen' }).click()
  await neighbour.page.getByText('Danke für Ihren Hinweis').waitFor()
  await author.page.goto('/benachrichtigungen')
  await author.page.getByText('Ihr Widerspruch wegen „Soziale Stadt“ hatte Erfolg.').waitFor()
  expect(actors.flatMap(({ complaints }) => complaints)).toEqual([])
})
