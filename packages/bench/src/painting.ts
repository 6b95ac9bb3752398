/**
 * What annotations cost the people at the screen: a text of 200 pages in Chromium, with none, with 2,000 and with 10,000
 * annotations. Typing in the editor: from a key to the frame that shows its letter, and all that the page's main thread
 * does for it, also later. Scrolling in the reader: time between frames. Beside the way that is built, in which only what
 * is near the screen is painted, the same with as many passages registered as highlights all at once.
 */
import { launchBrowser } from '@randnotiz/test-kit/launch-browser'
import { startServer } from '@randnotiz/test-kit/start-server'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { type AnnotatedText, multiplyAnnotations, writeText } from './annotated-text.js'
import { demoDocumentSlug } from './demo-documents.js'
import { scrollFrames } from './scroll-frames.js'
import type { Figure, Workload } from './workload.js'

const paragraphs = 1_600
const counts = [1, 2_000, 10_000]
const keys = 40
const keyEveryMs = 200

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
        figures.push(...(await measure(text, browser, annotations)))
      }
      return figures
    } finally {
      await browser.close()
      await server.remove()
    }
  },
}

async function measure(text: AnnotatedText, browser: Browser, annotations: number): Promise<Figure[]> {
  const name = annotations === 1 ? 'no annotations' : `${annotations} annotations`
  const slug = await demoDocumentSlug(text.server.url, text.documentId)
  const reader = await open(browser, `${text.server.url}/texte/${slug}`)
  const scrolling = await scrollFrames(reader)
  await registerAll(reader, annotations)
  const scrollingAll = await scrollFrames(reader)
  await reader.context().close()
  const editor = await open(browser, `${text.server.url}/texte/${slug}/bearbeiten`, text.cookie)
  const typing = await type(editor)
  await registerAll(editor, annotations)
  const typingAll = await type(editor)
  await editor.context().close()
  return [
    ...quantiles(`${name}: key to letter`, typing.latencies),
    { name: `${name}: main thread for a key`, value: Math.round(typing.busyMs), unit: 'ms' },
    ...quantiles(`${name}: key to letter, all registered`, typingAll.latencies),
    {
      name: `${name}: main thread for a key, all registered`,
      value: Math.round(typingAll.busyMs),
      unit: 'ms',
    },
    ...quantiles(`${name}: frame while scrolling`, scrolling),
    ...quantiles(`${name}: frame while scrolling, all registered`, scrollingAll),
  ]
}

/** Until every annotation is known and the page has come to rest. */
async function open(browser: Browser, url: string, cookie?: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  if (cookie) await context.addCookies(cookiesOf(cookie, url))
  const page = await context.newPage()
  await page.goto(url)
  await page.locator('.margin__item').first().waitFor({ state: 'attached', timeout: 120_000 })
  await page.locator('.margin__first').waitFor({ state: 'detached', timeout: 120_000 })
  await page.waitForFunction(() => CSS.highlights.size > 0, undefined, { timeout: 60_000 })
  await page.waitForTimeout(3_000)
  return page
}

/** For the whole site: a cookie of the page's own path would not reach the socket that carries what is typed. */
function cookiesOf(header: string, url: string) {
  const { origin } = new URL(url)
  return header.split('; ').map(cookie => {
    const at = cookie.indexOf('=')
    return { name: cookie.slice(0, at), value: cookie.slice(at + 1), url: origin }
  })
}

type Typing = { latencies: number[]; busyMs: number }

/** Types into a paragraph in the middle; milliseconds from each key to the end of the frame that shows its letter. */
async function type(page: Page): Promise<Typing> {
  await page
    .locator('.ProseMirror p')
    .nth(paragraphs / 2)
    .click()
  await page.evaluate(() => {
    const taken: number[] = []
    Object.assign(window, { taken })
    document.addEventListener(
      'keydown',
      () => {
        const pressedAt = performance.now()
        const channel = new MessageChannel()
        channel.port1.onmessage = () => taken.push(performance.now() - pressedAt)
        requestAnimationFrame(() => channel.port2.postMessage(null))
      },
      { capture: true },
    )
  })
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const lettersBefore = await lettersIn(page)
  const busyBefore = await busyTime(session)
  for (let key = 0; key < keys; key++) {
    await page.keyboard.press('e')
    await page.waitForTimeout(keyEveryMs)
  }
  const busyMs = ((await busyTime(session)) - busyBefore) / keys
  const written = (await lettersIn(page)) - lettersBefore
  if (written < keys) throw new Error(`only ${written} of ${keys} letters were taken`)
  return { latencies: await page.evaluate(() => Reflect.get(window, 'taken')), busyMs }
}

const lettersIn = (page: Page) => page.locator('.ProseMirror').evaluate(text => text.textContent.length)

/** How long the page's main thread has been at work, in milliseconds. */
async function busyTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1_000
}

/** As many highlights again, all at once, wherever they are. */
async function registerAll(page: Page, annotations: number): Promise<void> {
  await page.evaluate(count => {
    const root = document.querySelector('.ProseMirror, .document')
    const walker = document.createTreeWalker(root ?? document.body, NodeFilter.SHOW_TEXT)
    const nodes: Text[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (node instanceof Text && node.length > 60) nodes.push(node)
    const highlight = new Highlight()
    for (let number = 0; number < count; number++) {
      const node = nodes[Math.floor((number * nodes.length) / count)]
      if (!node) continue
      const range = document.createRange()
      const start = (number * 7) % 30
      range.setStart(node, start)
      range.setEnd(node, start + 20)
      highlight.add(range)
    }
    const sheet = new CSSStyleSheet()
    sheet.insertRule('::highlight(bench) { background-color: #ff880044; text-decoration: underline 2px }')
    document.adoptedStyleSheets.push(sheet)
    CSS.highlights.set('bench', highlight)
  }, annotations)
}

function quantiles(name: string, milliseconds: number[]): Figure[] {
  const sorted = milliseconds.toSorted((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return [
    { name: `${name} p50`, value: Math.round(at(0.5)), unit: 'ms' },
    { name: `${name} p95`, value: Math.round(at(0.95)), unit: 'ms' },
  ]
}
