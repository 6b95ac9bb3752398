import { launchBrowser } from '@randnotiz/test-kit/launch-browser'
import { type RunningServer, startServer } from '@randnotiz/test-kit/start-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Actor, enter } from './actor.js'
import { paintedWords } from './painted-words.js'
import { selectWords } from './select-words.js'

/**
 * Two of the staff write one paragraph at the same time, a citizen annotates with the mouse, another one with the
 * keyboard; a wire is cut, the server is killed; nothing that was shown as saved is missing.
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

const slug = 'mobile-stadt'
const come = async (...who: Parameters<typeof enter> extends [unknown, ...infer Rest] ? Rest : never) => {
  const actor = await enter({ browser, url: server.url }, ...who)
  people.push(actor)
  return actor
}

const editorText = (page: Page) => page.locator('.ProseMirror')
const readerText = (page: Page) => page.locator('.reader__text .document')
const saved = (page: Page) => page.getByText('Gespeichert', { exact: true }).first()

async function openEditor(actor: Actor) {
  await actor.page.goto(`/texte/${slug}/bearbeiten`)
  await editorText(actor.page).waitFor()
  await saved(actor.page).waitFor()
}

async function openReader(actor: Actor) {
  await actor.page.goto(`/texte/${slug}`)
  await actor.page.locator('.live-sign[data-state=live]').waitFor()
}

/** Puts the caret behind the first words of the first paragraph and types. */
async function typeInFirstParagraph(page: Page, words: string) {
  await editorText(page)
    .locator('p')
    .first()
    .click({ position: { x: 40, y: 8 } })
  await page.keyboard.type(words, { delay: 15 })
}

async function expectEverywhere(words: string, pages: Page[]) {
  for (const [number, page] of pages.entries()) {
    const seen = page.getByText(words).first().waitFor({ timeout: 15_000 })
    await seen.catch(async () => {
      const text = await page.locator('.ProseMirror, .reader__text .document').first().textContent()
      throw new Error(`page ${number} does not show ${words}; it begins: ${text?.slice(0, 500)}`)
    })
  }
}

it('keeps what four people do to one text at the same time', async () => {
  const [jonas, mira, heidi, werner] = [
    await come('jonas'),
    await come('mira'),
    await come('heidi'),
    await come('werner'),
  ]
  await Promise.all([openEditor(jonas), openEditor(mira), openReader(heidi), openReader(werner)])
  const editors = [jonas.page, mira.page]
  const readers = [heidi.page, werner.page]

  // Two write the same paragraph at once; all four see both.
  await Promise.all([
    typeInFirstParagraph(jonas.page, ' (Jonas war hier) '),
    typeInFirstParagraph(mira.page, ' [Mira war hier] '),
  ])
  for (const page of [...editors, ...readers]) {
    const text = () => page.locator('.ProseMirror, .reader__text .document').first().innerText()
    await expect.poll(async () => lettersOf(await text())).toSatisfy(hasLettersOf('(Jonas war hier)'))
    await expect.poll(async () => lettersOf(await text())).toSatisfy(hasLettersOf('[Mira war hier]'))
  }
  await Promise.all(editors.map(page => saved(page).waitFor()))

  // Heidi with the mouse.
  const passage = await lastSentenceOf(heidi.page)
  await selectWords(heidi.page, passage)
  await heidi.page.getByRole('button', { name: 'Anmerkung schreiben' }).click()
  await heidi.page.getByRole('radio', { name: /Risiko/ }).check({ force: true })
  await heidi.page.locator('textarea[name="body"]').fill('Heidi fragt nach dem letzten Bus am Sonntag.')
  await heidi.page.getByRole('button', { name: 'Absenden' }).click()
  await expectEverywhere('Heidi fragt nach dem letzten Bus am Sonntag.', [...readers, ...editors])

  // Werner with the keyboard only, through the button at a paragraph.
  await annotateByKeyboard(werner.page, 'Werner hätte gern mehr Bänke am Weg.')
  await expectEverywhere('Werner hätte gern mehr Bänke am Weg.', [...readers, ...editors])

  // The mark stays with its words while somebody types before them, in every open browser.
  await typeInFirstParagraph(jonas.page, 'Davor steht jetzt mehr. ')
  await expectEverywhere('Davor steht jetzt mehr.', [...readers, ...editors])
  for (const page of [...editors, ...readers]) await expectPainted(page, passage)

  // The words share no letter with what stands behind the caret: the editor's difference of old and new text cannot tell
  // which of two equal neighbours is new, and what Mira typed could come to stand between the letters of Jonas's word.
  // Mira loses her connection, goes on writing, and the server is killed in between.
  mira.wire.sever()
  await mira.page.getByText('Keine Verbindung').first().waitFor({ timeout: 60_000 })
  await typeInFirstParagraph(mira.page, 'OFFLINEGESCHRIEBEN ')
  await typeInFirstParagraph(jonas.page, 'NOCHGESICHERT ')
  await saved(jonas.page).waitFor()
  await server.kill()
  await server.start()
  mira.wire.mend()

  await expectEverywhere('OFFLINEGESCHRIEBEN', [...editors, ...readers])
  await expectEverywhere('NOCHGESICHERT', [...editors, ...readers])
  await expectEverywhere('Heidi fragt nach dem letzten Bus am Sonntag.', [...readers, ...editors])
  await Promise.all(editors.map(page => saved(page).waitFor()))

  // A stranger who comes later, and a browser that starts afresh, find it all.
  const stranger = await come()
  await openReader(stranger)
  for (const words of [
    'OFFLINEGESCHRIEBEN',
    'NOCHGESICHERT',
    'Heidi fragt nach dem letzten Bus',
    'Werner hätte gern',
  ])
    await expectEverywhere(words, [stranger.page])
  await expectPainted(stranger.page, passage)
  expect(people.flatMap(person => person.complaints)).toEqual([])
})

/** The words that are painted as annotated. Only what is near the window is painted, so the words come into it first. */
async function expectPainted(page: Page, words: string) {
  await page.getByText(words).first().scrollIntoViewIfNeeded()
  await expect.poll(() => paintedWords(page), { timeout: 10_000 }).toContain(words)
}

/** Two who type into the same place at once interleave letter by letter; what counts is that no letter is lost. */
const lettersOf = (text: string) => text.slice(0, 2_000)
const hasLettersOf = (words: string) => (text: string) => {
  let at = 0
  for (const letter of words) {
    at = text.indexOf(letter, at)
    if (at < 0) return false
    at += 1
  }
  return true
}

async function lastSentenceOf(page: Page): Promise<string> {
  const paragraph = await readerText(page)
    .locator('p')
    .nth(3)
    .evaluate(node => node.firstChild?.textContent ?? '')
  const words = paragraph.split(' ').slice(0, 6).join(' ')
  expect(words.length).toBeGreaterThan(10)
  return words
}

async function annotateByKeyboard(page: Page, words: string) {
  const button = page.getByRole('button', { name: /^Absatz kommentieren: Zwei Drittel/ })
  await button.focus()
  await page.keyboard.press('Enter')
  await page.getByText('Welche Stelle meinen Sie?').waitFor()
  await page.keyboard.press('ArrowDown')
  await pressUntilFocused(page, 'Weiter')
  await page.keyboard.press('Enter')
  await page.locator('textarea[name="body"]').waitFor()
  await tabTo(page, 'textarea')
  await page.keyboard.type(words)
  await pressUntilFocused(page, 'Absenden')
  await page.keyboard.press('Enter')
}

async function pressUntilFocused(page: Page, name: string) {
  for (let presses = 0; presses < 40; presses++) {
    if (await page.evaluate(text => document.activeElement?.textContent?.trim() === text, name)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard does not reach ${name}`)
}

async function tabTo(page: Page, selector: string) {
  for (let presses = 0; presses < 40; presses++) {
    if (await page.evaluate(wanted => document.activeElement?.matches(wanted) === true, selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard does not reach ${selector}`)
}
