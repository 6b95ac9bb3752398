import { launchBrowser } from '@randnotiz/test-kit/launch-browser'
import { type RunningServer, startServer } from '@randnotiz/test-kit/start-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Actor, enter } from './actor.js'
import { paintedWords } from './painted-words.js'
import { selectWords } from './select-words.js'

/**
 * Staff let citizens see the last release only: what they type stays inside, a citizen writes a note on the release, and
 * the note stands at its words in both texts, and in the next release.
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

const come = async (person?: 'mira' | 'heidi') => {
  const actor = await enter({ browser, url: server.url }, person)
  people.push(actor)
  return actor
}

const secret = 'Noch nicht beschlossen: '
const quoted = 'guter Radweg, der an einer Kreuzung endet'
const note = 'Genau dort stehe ich jeden Morgen.'
const noteIn = (page: Page) => page.locator('article.note', { hasText: note })

async function showLastRelease(page: Page) {
  await page.goto('/texte/mobile-stadt/fassungen')
  await page.getByRole('radio', { name: 'die letzte Fassung' }).check()
  await page.getByText('Gespeichert', { exact: false }).first().waitFor()
}

async function typeBefore(page: Page, words: string, text: string) {
  await page.goto('/texte/mobile-stadt/bearbeiten')
  await page.getByText('Gespeichert', { exact: true }).first().waitFor()
  await page.locator('.ProseMirror p', { hasText: words }).click()
  await page.keyboard.press('Home')
  await page.keyboard.type(text)
  await page.getByText('Gespeichert', { exact: true }).first().waitFor()
}

async function expectPainted(page: Page, words: string) {
  await page.locator('.reader__text, .ProseMirror').getByText(words).first().scrollIntoViewIfNeeded()
  await expect.poll(() => paintedWords(page), { timeout: 15_000 }).toContain(words)
}

it('citizens read and annotate the last release while staff go on writing', async () => {
  const [mira, heidi, stranger] = [await come('mira'), await come('heidi'), await come()]
  await showLastRelease(mira.page)
  await stranger.page.goto('/texte/mobile-stadt')
  await typeBefore(mira.page, quoted, secret)

  // Nobody outside sees it: not on the open page, not on a new one, not in a comparison.
  await heidi.page.goto('/texte/mobile-stadt')
  await heidi.page.getByText('Sie lesen Fassung 2').waitFor()
  for (const { page } of [heidi, stranger]) expect(await page.getByText(secret.trim()).count()).toBe(0)
  await stranger.page.goto('/texte/mobile-stadt/vergleich?von=2&bis=live')
  expect(await stranger.page.content()).not.toContain(secret.trim())

  await selectWords(heidi.page, quoted)
  await heidi.page.getByRole('button', { name: 'Anmerkung schreiben' }).click()
  await heidi.page.locator('.annotation-form textarea').first().fill(note)
  await heidi.page.getByRole('button', { name: 'Absenden' }).click()
  await noteIn(heidi.page).getByText('Heidi vom Hang').waitFor()
  await expectPainted(heidi.page, quoted)

  // In the text that staff write it stands at the same words.
  await noteIn(mira.page).waitFor()
  await expectPainted(mira.page, quoted)

  await mira.page.goto('/texte/mobile-stadt/fassungen')
  await mira.page.getByRole('button', { name: 'Fassung veröffentlichen' }).click()
  await mira.page.getByLabel('Titel').fill('Beschlossen')
  await mira.page.getByRole('button', { name: 'Veröffentlichen', exact: true }).click()
  await mira.page.getByRole('heading', { name: 'Beschlossen', level: 1 }).waitFor()

  await stranger.page.goto('/texte/mobile-stadt')
  await stranger.page.getByText('Sie lesen Fassung 3').waitFor()
  await stranger.page.getByText(secret.trim()).first().waitFor()
  await noteIn(stranger.page).waitFor()
  await expectPainted(stranger.page, quoted)
  for (const { complaints } of [mira, heidi, stranger]) expect(complaints).toEqual([])
})
