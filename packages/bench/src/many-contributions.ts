/**
 * Five thousand annotations on one text of 400,000 characters: how long the server takes for the pages people read them
 * on (the list with its filters and its search, the feed's first page, the text with its margin, the linear view), and
 * how evenly list, margin and linear view scroll in Chromium.
 */
import { launchBrowser } from '@randnotiz/test-kit/launch-browser'
import { startServer } from '@randnotiz/test-kit/start-server'
import type { Browser } from 'playwright-core'
import { type AnnotatedText, multiplyAnnotations, writeText } from './annotated-text.js'
import { demoDocumentSlug } from './demo-documents.js'
import { percentiles } from './percentiles.js'
import { scrollFrames } from './scroll-frames.js'
import type { Figure, Workload } from './workload.js'

const paragraphs = 1_600
const annotations = 5_000
const visits = 12

export const manyContributions: Workload = {
  name: 'many contributions',
  story: `${annotations} annotations on one text; ${visits} visits of each page, one after the other`,
  async run() {
    const server = await startServer()
    const browser = await launchBrowser()
    try {
      const text = await writeText(server, { paragraphs })
      await server.stop()
      await multiplyAnnotations(text, { index: text.index, annotations })
      await server.start()
      const slug = await demoDocumentSlug(server.url, text.documentId)
      return [...(await served(text, slug)), ...(await scrolled(browser, text, slug))]
    } finally {
      await browser.close()
      await server.remove()
    }
  },
}

async function served({ server, documentId }: AnnotatedText, slug: string): Promise<Figure[]> {
  const list = `/api/processes/smart-city-konzept/annotations?document=${slug}`
  const addresses = {
    'feed, first page': `/api/documents/${documentId}/annotations?since=0`,
    'list, first page': list,
    'list, newest': `${list}&order=newest`,
    'list, kind and no answer': `${list}&kind=idea&answered=no`,
    'list, search': `${list}&q=Anregung%20Betrieb`,
    'list as a page': `/anmerkungen?document=${slug}`,
    'linear view as a page': `/texte/${slug}/mit-anmerkungen`,
    'text with margin as a page': `/texte/${slug}`,
  }
  const figures: Figure[] = []
  for (const [name, address] of Object.entries(addresses)) {
    const first = await visit(`${server.url}${address}`)
    const taken: number[] = []
    for (let count = 0; count < visits; count++) taken.push((await visit(`${server.url}${address}`)).took)
    figures.push({ name: `${name}: first visit`, value: Math.round(first.took), unit: 'ms' })
    figures.push(...percentiles(name, taken).filter(figure => /p50|p95/.test(figure.name)))
    figures.push({ name: `${name}: size`, value: Math.round(first.bytes / 1024), unit: 'KiB' })
  }
  return figures
}

async function visit(url: string): Promise<{ took: number; bytes: number }> {
  const startedAt = performance.now()
  // A page of its own for each visit, as browsers make it.
  const response = await fetch(url, { headers: { Connection: 'close' } })
  const bytes = (await response.arrayBuffer()).byteLength
  if (!response.ok) throw new Error(`${response.status} at ${url}`)
  return { took: performance.now() - startedAt, bytes }
}

async function scrolled(browser: Browser, { server }: AnnotatedText, slug: string): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [name, address, item] of [
    ['list', `/anmerkungen?document=${slug}`, '.finding'],
    ['text with margin', `/texte/${slug}`, '.margin__item'],
    ['linear view', `/texte/${slug}/mit-anmerkungen`, '.with-notes__note'],
  ] as const) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    const startedAt = performance.now()
    await page.goto(`${server.url}${address}`, { waitUntil: 'load' })
    await page.locator(item).first().waitFor()
    figures.push({
      name: `${name}: shown after`,
      value: Math.round(performance.now() - startedAt),
      unit: 'ms',
    })
    // Until the page has come to life and to rest.
    await page.waitForTimeout(5_000)
    figures.push(...percentiles(`${name}: frame while scrolling`, await scrollFrames(page)).slice(0, 2))
    await page.close()
  }
  return figures
}
