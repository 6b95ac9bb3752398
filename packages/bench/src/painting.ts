/**
 * What annotations cost the people at the screen: a text of 200 pages in Chromium, with one, with 2,000 and with 10,000
 * annotations. Typing in the editor: from a key to the frame that shows its letter, and all that the page's main thread
 * does for it, also later. Scrolling in the reader: time between frames. Other ways of painting as many passages are
 * measured in turns with the one that is built, on the same page, one after the other and once more.
 */
import { launchBrowser } from '@randnotiz/test-kit/launch-browser'
import { signInAs } from '@randnotiz/test-kit/sign-in-as'
import { startServer } from '@randnotiz/test-kit/start-server'
import type { Browser, Page } from 'playwright-core'
import { type AnnotatedText, multiplyAnnotations, writeText } from './annotated-text.js'
import { demoDocumentSlug } from './demo-documents.js'
import { scrollFrames } from './scroll-frames.js'
import { type Typing, together, typeLetters } from './typing.js'
import { untilDecorable, type Way, whilePainted } from './ways-of-painting.js'
import type { Figure, Workload } from './workload.js'

const paragraphs = 1_600
const counts = [1, 2_000, 10_000]
const rounds = 2
const typingWays: readonly Way[] = ['as built', 'decorations', 'all registered']
const scrollingWays: readonly Way[] = ['as built', 'all registered']

export const painting: Workload = {
  name: 'painting',
  story: `${paragraphs} paragraphs in Chromium; typing in the editor, scrolling in the reader`,
  async run() {
    const server = await startServer()
    const browser = await launchBrowser()
    try {
      const text = await writeText(server, { paragraphs })
      const figures: Figure[] = []
      for (const annotations of counts) {
        await server.stop()
        await multiplyAnnotations(text, { index: text.index, annotations })
        await server.start()
        figures.push(...(await scrolling(text, browser, annotations)))
        figures.push(...(await typing(text, browser, annotations)))
      }
      return figures
    } finally {
      await browser.close()
      await server.remove()
    }
  },
}

async function scrolling(text: AnnotatedText, browser: Browser, passages: number): Promise<Figure[]> {
  const slug = await demoDocumentSlug(text.server.url, text.documentId)
  const reader = await open(browser, `${text.server.url}/texte/${slug}`)
  await untilPainted(reader)
  const taken = await inTurns(scrollingWays, way =>
    whilePainted(reader, { way, passages }, () => scrollFrames(reader)),
  )
  await reader.context().close()
  return scrollingWays.flatMap(way =>
    quantiles(`${nameOf(passages)}: frame while scrolling, ${way}`, (taken.get(way) ?? []).flat()),
  )
}

async function typing(text: AnnotatedText, browser: Browser, passages: number): Promise<Figure[]> {
  const slug = await demoDocumentSlug(text.server.url, text.documentId)
  const address = `${text.server.url}/texte/${slug}/bearbeiten`
  const editor = await open(browser, address, text.cookie)
  await untilPainted(editor)
  const other = await open(browser, address, await signInAs(text.server.url, 'redaktion2@example.org'))
  await select(other)
  await untilDecorable(editor)
  await other.context().close()
  await editor
    .locator('.ProseMirror p')
    .nth(paragraphs / 2)
    .click()
  const taken = await inTurns(typingWays, way =>
    whilePainted(editor, { way, passages }, () => typeLetters(editor)),
  )
  await editor.context().close()
  return typingWays.flatMap(way =>
    typingFigures(`${nameOf(passages)}: `, way, together(taken.get(way) ?? [])),
  )
}

function typingFigures(name: string, way: Way, { latencies, busyMs, keys }: Typing): Figure[] {
  return [
    ...quantiles(`${name}key to letter, ${way}`, latencies),
    { name: `${name}main thread for a key, ${way}`, value: Math.round(busyMs / keys), unit: 'ms' },
  ]
}

/** One after the other, and once more, so that a machine that becomes slower or faster is so to all. */
async function inTurns<Measured>(
  ways: readonly Way[],
  measure: (way: Way) => Promise<Measured>,
): Promise<Map<Way, Measured[]>> {
  const taken = new Map<Way, Measured[]>()
  for (let round = 0; round < rounds; round++)
    for (const way of ways) taken.set(way, [...(taken.get(way) ?? []), await measure(way)])
  return taken
}

async function open(browser: Browser, url: string, cookie?: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  if (cookie) await context.addCookies(cookiesOf(cookie, url))
  const page = await context.newPage()
  await page.goto(url)
  return page
}

/** Until every annotation is known and the page has come to rest. */
async function untilPainted(page: Page): Promise<void> {
  await page.locator('.margin__item').first().waitFor({ state: 'attached', timeout: 120_000 })
  await page.locator('.margin__first').waitFor({ state: 'detached', timeout: 120_000 })
  await page.waitForFunction(() => CSS.highlights.size > 0, undefined, { timeout: 60_000 })
  await page.waitForTimeout(3_000)
}

async function select(page: Page): Promise<void> {
  await page.locator('.ProseMirror p').nth(5).click()
  for (let letter = 0; letter < 5; letter++) await page.keyboard.press('Shift+ArrowRight')
}

/** For the whole site: a cookie of the page's own path would not reach the socket that carries what is typed. */
function cookiesOf(header: string, url: string) {
  const { origin } = new URL(url)
  return header.split('; ').map(cookie => {
    const at = cookie.indexOf('=')
    return { name: cookie.slice(0, at), value: cookie.slice(at + 1), url: origin }
  })
}

const nameOf = (annotations: number) => (annotations === 1 ? 'one annotation' : `${annotations} annotations`)

function quantiles(name: string, milliseconds: number[]): Figure[] {
  const sorted = milliseconds.toSorted((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return [
    { name: `${name} p50`, value: Math.round(at(0.5)), unit: 'ms' },
    { name: `${name} p95`, value: Math.round(at(0.95)), unit: 'ms' },
  ]
}
