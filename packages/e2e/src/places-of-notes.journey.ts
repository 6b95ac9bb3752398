import { launchBrowser } from '@randnotiz/test-kit/launch-browser'
import { type RunningServer, startServer } from '@randnotiz/test-kit/start-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, enter } from './actor.js'
import { violations } from './axe-violations.js'
import { selectWords } from './select-words.js'

/**
 * What is told about the places of notes can be read by everybody, in every look: a note whose words changed, one that
 * lost its passage, the bar in which staff put it elsewhere, and the page with the text of then.
 */
let server: RunningServer
let browser: Browser
const people: Actor[] = []

const reworded = { quote: 'guter Radweg, der an einer Kreuzung endet', note: 'Welche Kreuzung ist das?' }
const gone = { quote: 'ein älterer Mann zum Arzt', note: 'Und wer fährt am Sonntag?' }
const noteIn = (page: Page, { note }: typeof gone) => page.locator('article.note', { hasText: note })

const looks = [
  { name: 'desktop', viewport: { width: 1280, height: 900 } },
  { name: 'desktop at night', viewport: { width: 1280, height: 900 }, dark: true },
  { name: 'phone', viewport: { width: 390, height: 844 } },
  { name: 'phone at night', viewport: { width: 390, height: 844 }, dark: true },
] as const

async function come(person?: 'jonas' | 'heidi', look?: Parameters<typeof enter>[2]): Promise<Page> {
  const actor = await enter({ browser, url: server.url }, person, look)
  people.push(actor)
  return actor.page
}

async function openReader(page: Page) {
  await page.goto('/texte/mobile-stadt')
  await page.locator('.live-sign[data-state=live]').waitFor()
}

async function openEditor(page: Page) {
  await page.goto('/texte/mobile-stadt/bearbeiten')
  await page.locator('.ProseMirror').waitFor()
  await page.getByText('Gespeichert', { exact: true }).first().waitFor()
}

async function annotate(page: Page, { quote, note }: typeof gone) {
  await selectWords(page, quote)
  await page.getByRole('button', { name: 'Anmerkung schreiben' }).click()
  await page.locator('.annotation-form textarea').first().fill(note)
  await page.getByRole('button', { name: 'Absenden' }).click()
  await noteIn(page, { quote, note }).getByText('Heidi vom Hang').waitFor()
}

beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
  const [heidi, jonas] = [await come('heidi'), await come('jonas')]
  await openReader(heidi)
  for (const each of [reworded, gone]) await annotate(heidi, each)
  await openEditor(jonas)
  await jonas.locator('.ProseMirror p', { hasText: gone.quote }).click({ clickCount: 3 })
  await jonas.keyboard.press('Delete')
  await selectWords(jonas, 'Kreuzung endet')
  await jonas.keyboard.type('Ampel aufhört')
  await noteIn(heidi, gone).getByText('Textstelle entfallen.').waitFor({ timeout: 20_000 })
  await noteIn(heidi, reworded).getByText('Text geändert.').waitFor({ timeout: 20_000 })
}, 120_000)

afterAll(async () => {
  for (const person of people) await person.leave()
  await browser?.close()
  await server?.remove()
})

const shots = process.env.SCREENSHOTS

describe.each(looks)('on a $name', look => {
  const keep = async (page: Page, what: string) => {
    if (shots) await page.screenshot({ path: `${shots}/${look.name.replaceAll(' ', '-')}-${what}.png` })
  }

  it('in the margin of the reader', async () => {
    const page = await come(undefined, look)
    await openReader(page)
    for (const each of [reworded, gone]) {
      await noteIn(page, each).first().scrollIntoViewIfNeeded()
      await noteIn(page, each)
        .first()
        .click({ position: { x: 5, y: 5 } })
      await keep(page, each === gone ? 'gone' : 'changed')
    }
    expect(await violations(page)).toEqual([])
  })

  it('in the editor, with the bar that waits for a passage', async () => {
    const page = await come('jonas', look)
    await openEditor(page)
    await noteIn(page, gone).first().scrollIntoViewIfNeeded()
    await keep(page, 'editor')
    expect(await violations(page)).toEqual([])
    await noteIn(page, gone).getByRole('button', { name: 'Textstelle zuordnen' }).first().click()
    await page.locator('.attach-bar').waitFor()
    expect(await violations(page)).toEqual([])
    await selectWords(page, 'guter Radweg')
    await page.locator('.attach-bar').getByText('guter Radweg').waitFor()
    await keep(page, 'attach')
    expect(await violations(page)).toEqual([])
  })

  it('on the page with the text of then', async () => {
    const page = await come(undefined, look)
    await openReader(page)
    const link = noteIn(page, gone).getByRole('link', { name: 'Damaligen Text ansehen' }).first()
    await page.goto((await link.getAttribute('href')) ?? '')
    await page.locator('mark').waitFor()
    await keep(page, 'then')
    expect(await violations(page)).toEqual([])
  })
})
