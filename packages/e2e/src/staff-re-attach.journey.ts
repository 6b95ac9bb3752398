import { launchBrowser } from '@randnotiz/test-kit/launch-browser'
import { type RunningServer, startServer } from '@randnotiz/test-kit/start-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Actor, enter } from './actor.js'
import { paintedWords } from './painted-words.js'
import { selectWords } from './select-words.js'

/**
 * A citizen's passage is deleted; staff put the note at another one by selecting it in the editor. Everybody sees it
 * at once, it stays while somebody types before it, and over a killed server; the words of then can be read without
 * a script.
 */
let server: RunningServer
let browser: Browser
const people: Actor[] = []

beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
})

afterAll(async () => {
  for (const person of people) await person.leave()
  await browser?.close()
  await server?.remove()
})

const come = async (person?: 'jonas' | 'heidi', look?: Parameters<typeof enter>[2]) => {
  const actor = await enter({ browser, url: server.url }, person, look)
  people.push(actor)
  return actor
}

const note = 'Und wer fährt am Sonntag?'
const quoted = 'ein älterer Mann zum Arzt'
const elsewhere = 'guter Radweg, der an einer Kreuzung endet'
const noteIn = (page: Page) => page.locator('article.note', { hasText: note })

async function openReader({ page }: Actor) {
  await page.goto('/texte/mobile-stadt')
  await page.locator('.live-sign[data-state=live]').waitFor()
}

async function openEditor({ page }: Actor) {
  await page.goto('/texte/mobile-stadt/bearbeiten')
  await page.locator('.ProseMirror').waitFor()
  await page.getByText('Gespeichert', { exact: true }).first().waitFor()
}

async function annotate(page: Page) {
  await selectWords(page, quoted)
  await page.getByRole('button', { name: 'Anmerkung schreiben' }).click()
  await page.locator('.annotation-form textarea').first().fill(note)
  await page.getByRole('button', { name: 'Absenden' }).click()
  await noteIn(page).getByText('Heidi vom Hang').waitFor()
}

/** As writers do it: a click into the paragraph, three times, and the delete key. */
async function deleteParagraph(page: Page, words: string) {
  const paragraph = page.locator('.ProseMirror p', { hasText: words })
  await paragraph.click({ clickCount: 3 })
  await page.keyboard.press('Delete')
  await paragraph.waitFor({ state: 'detached' })
}

async function expectPainted(page: Page, words: string) {
  await page.locator('.reader__text, .ProseMirror').getByText(words).first().scrollIntoViewIfNeeded()
  await expect.poll(() => paintedWords(page), { timeout: 15_000 }).toContain(words)
}

it('a note that lost its passage is put at another one by staff, and stays there', async () => {
  const [jonas, heidi, stranger] = [await come('jonas'), await come('heidi'), await come()]
  await Promise.all([openEditor(jonas), openReader(heidi), openReader(stranger)])
  await annotate(heidi.page)

  await deleteParagraph(jonas.page, quoted)
  for (const { page } of [jonas, heidi, stranger])
    await noteIn(page).getByText('Textstelle entfallen.').waitFor({ timeout: 20_000 })
  expect(await heidi.page.getByRole('button', { name: 'Textstelle zuordnen' }).count()).toBe(0)

  // The words of then, without a script.
  const address = await noteIn(stranger.page)
    .getByRole('link', { name: 'Damaligen Text ansehen' })
    .getAttribute('href')
  const plain = await browser.newPage({ javaScriptEnabled: false, baseURL: server.url })
  await plain.goto(address ?? '')
  expect(await plain.locator('mark').textContent()).toBe(quoted)
  expect(await plain.locator('.word-difference del').first().textContent()).toContain(quoted)
  await plain.close()

  // One press, one selection, one press.
  await noteIn(jonas.page).getByRole('button', { name: 'Textstelle zuordnen' }).click()
  await selectWords(jonas.page, elsewhere)
  await jonas.page.locator('.attach-bar').getByText(elsewhere).waitFor()
  await jonas.page.getByRole('button', { name: 'Anmerkung hier zuordnen' }).click()
  for (const { page } of [jonas, heidi, stranger]) {
    await noteIn(page).getByText('Von der Redaktion zugeordnet.').waitFor()
    await expectPainted(page, elsewhere)
  }
  expect(await noteIn(stranger.page).innerText()).not.toContain('Jonas')

  // Typing before it moves it along, in every browser.
  await jonas.page.locator('.ProseMirror li', { hasText: elsewhere }).click({ position: { x: 4, y: 10 } })
  await jonas.page.keyboard.press('Home')
  await jonas.page.keyboard.type('Neu davor: ')
  await stranger.page.getByText('Neu davor:').waitFor()
  for (const { page } of [jonas, heidi, stranger]) await expectPainted(page, elsewhere)
  await jonas.page.getByText('Gespeichert', { exact: true }).first().waitFor()

  await server.kill()
  await server.start()
  const late = await come(undefined, { viewport: { width: 390, height: 844 } })
  await openReader(late)
  await expectPainted(late.page, elsewhere)
  await noteIn(late.page).getByText('Von der Redaktion zugeordnet.').waitFor()
  expect(people.flatMap(person => person.complaints)).toEqual([])
})
