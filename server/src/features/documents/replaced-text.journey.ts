import type { DocumentId } from '@randnotiz/contract/kit/ids'
import { documentFragment } from '@randnotiz/document-schema/fragment'
import { launchBrowser } from '@randnotiz/test-kit/launch-browser'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readDocument } from '../../testing/demo-document.js'
import { startTestApp, type TestApp } from '../../testing/start-app.js'

/**
 * A text is replaced while somebody has words in it that the server never got. The words are offered back, and kept on
 * the device until they are not needed any more; the old text is never mixed into the new one. In this process, since
 * nothing that people can press replaces a text in this way: it is what remains when a text cannot be edited over.
 */
type Browser = Awaited<ReturnType<typeof launchBrowser>>
type BrowserContext = Awaited<ReturnType<Browser['newContext']>>
type Page = Awaited<ReturnType<BrowserContext['newPage']>>

let app: TestApp
let browser: Browser
let documentId: DocumentId
const contexts: BrowserContext[] = []
const slug = 'soziale-stadt'

beforeAll(async () => {
  app = await startTestApp()
  browser = await launchBrowser()
  documentId = (await readDocument(app.url, slug)).document.id
})
beforeEach(() => replaceBy('Der alte Text.', 'Noch ein alter Absatz.'))
afterAll(async () => {
  for (const context of contexts) await context.close()
  await browser?.close()
  await app?.close()
})

async function replaceBy(...paragraphs: string[]): Promise<void> {
  const doc = new Y.Doc()
  documentFragment(doc).insert(
    0,
    paragraphs.map(words => {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText(words)])
      return paragraph
    }),
  )
  await app.features.documents.replace(documentId, Y.encodeStateAsUpdate(doc))
}

/** A browser of its own, signed in. */
async function come(email: string): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ baseURL: app.url, locale: 'de-DE', reducedMotion: 'reduce' })
  contexts.push(context)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const session = (await app.signIn(email)).split('; ').map(cookie => {
    const at = cookie.indexOf('=')
    return { name: cookie.slice(0, at), value: cookie.slice(at + 1), url: app.url }
  })
  await context.addCookies(session)
  return { context, page: await context.newPage() }
}

const text = (page: Page) => page.locator('.ProseMirror')
const panel = (page: Page) => page.locator('.returned-text')
const words = (page: Page) => panel(page).getByLabel('Ihre Worte')
const saved = (page: Page) => page.getByText('Gespeichert', { exact: true }).first().waitFor()

async function openEditor(page: Page): Promise<void> {
  await page.goto(`/texte/${slug}/bearbeiten`)
  await text(page).waitFor()
  await saved(page)
}

async function typeAtEndOf(page: Page, paragraph: string, typed: string): Promise<void> {
  await text(page).getByText(paragraph).click()
  await page.keyboard.press('End')
  await page.keyboard.type(typed)
  await text(page).getByText(typed).waitFor()
}

it('gives back what was typed without a connection, over a reload, until it is inserted and dismissed', async () => {
  const { context, page } = await come('redaktion1@example.org')
  await openEditor(page)
  await context.setOffline(true)
  await page.getByText('Keine Verbindung').first().waitFor()
  await typeAtEndOf(page, 'Der alte Text.', ' Mit einem neuen Gedanken.')
  await page.getByText('Ihre Änderungen sind auf diesem Gerät').first().waitFor()
  await replaceBy('Eine ganz neue Fassung.')
  await context.setOffline(false)

  await panel(page).waitFor()
  expect((await words(page).inputValue()).trim()).toBe('Mit einem neuen Gedanken.')
  await text(page).getByText('Eine ganz neue Fassung.').waitFor()
  expect(await text(page).innerText()).not.toContain('Der alte Text.')

  await page.reload()
  await panel(page).waitFor()
  await text(page).getByText('Eine ganz neue Fassung.').click()
  await page.keyboard.press('End')
  await panel(page).getByRole('button', { name: 'Kopieren' }).click()
  await panel(page).getByText('Kopiert.').waitFor()
  expect((await page.evaluate(() => navigator.clipboard.readText())).trim()).toBe('Mit einem neuen Gedanken.')
  await panel(page)
    .getByRole('button', { name: /^Einfügen/ })
    .click()
  await text(page).getByText('Eine ganz neue Fassung. Mit einem neuen Gedanken.').waitFor()
  await saved(page)

  await panel(page).getByRole('button', { name: 'Brauche ich nicht mehr' }).click()
  await panel(page).getByRole('button', { name: 'Endgültig wegwerfen' }).click()
  await panel(page).waitFor({ state: 'detached' })
  await page.reload()
  await text(page).getByText('Mit einem neuen Gedanken.').waitFor()
  expect(await panel(page).count()).toBe(0)
})

it('gives it back when the page had been closed in between', async () => {
  const { context, page } = await come('redaktion2@example.org')
  await openEditor(page)
  await context.setOffline(true)
  await typeAtEndOf(page, 'Noch ein alter Absatz.', ' Geschrieben im Zug.')
  await page.getByText('Ihre Änderungen sind auf diesem Gerät').first().waitFor()
  await page.close()
  await replaceBy('Eine andere Fassung.')
  await context.setOffline(false)
  const later = await context.newPage()
  await later.goto(`/texte/${slug}/bearbeiten`)
  await panel(later).waitFor()
  expect((await words(later).inputValue()).trim()).toBe('Geschrieben im Zug.')
  await text(later).getByText('Eine andere Fassung.').waitFor()
  expect(await text(later).innerText()).not.toContain('alter Absatz')
})

it('shows the new text by itself to who had saved everything, and offers nobody the words of others', async () => {
  const [jonas, mira] = [await come('redaktion1@example.org'), await come('redaktion2@example.org')]
  await openEditor(jonas.page)
  await openEditor(mira.page)
  await typeAtEndOf(jonas.page, 'Der alte Text.', ' Jonas schreibt.')
  await text(mira.page).getByText('Jonas schreibt.').waitFor()
  await saved(jonas.page)
  await replaceBy('Fassung für alle.')
  for (const { page } of [jonas, mira]) {
    await text(page).getByText('Fassung für alle.').waitFor()
    expect(await panel(page).count()).toBe(0)
  }
  await typeAtEndOf(mira.page, 'Fassung für alle.', ' Und es geht weiter.')
  await text(jonas.page).getByText('Und es geht weiter.').waitFor()
  await saved(mira.page)
})
