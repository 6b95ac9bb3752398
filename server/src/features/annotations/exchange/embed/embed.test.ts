import { postAnnotation } from '@randnotiz/contract/annotations/endpoints'
import { openSyncedDocument } from '@randnotiz/test-kit/open-document'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callEndpoint } from '../../../../testing/call-endpoint.js'
import { readDocument } from '../../../../testing/demo-document.js'
import { startTestApp, type TestApp } from '../../../../testing/start-app.js'
import { accepted, claimOf, creation, liveTextOf } from '../../testing/town.js'
import { paintPassages } from './paint-passages.js'

let app: TestApp
const slug = 'mobile-stadt'
beforeAll(async () => {
  app = await startTestApp({ clientDist: '' })
})
afterAll(() => app.close())

const embed = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${app.url}/embed/${path}`, { headers })

describe('an embedded text', () => {
  it('may stand in a frame anywhere, and needs nothing of the person who reads it', async () => {
    const response = await embed(`texte/${slug}`, { Cookie: await app.signIn('heidi@example.org') })
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Security-Policy')).toContain('frame-ancestors *')
    expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
    expect(response.headers.get('X-Frame-Options')).toBeNull()
    expect(response.headers.get('Set-Cookie')).toBeNull()
    const html = await response.text()
    expect(html).not.toContain('<script')
    expect(html).not.toContain('Heidi')
    expect(html).toContain('<mark>')
    expect(html).toContain('<html lang="de">')
    expect(await (await embed(`texte/${slug}?lang=en`)).text()).toContain('Read and take part')
    // Only there.
    const elsewhere = await fetch(`${app.url}/api/home`)
    expect(elsewhere.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'")
    expect(elsewhere.headers.get('X-Frame-Options')).toBe('DENY')
    const style = await embed('style.css')
    expect(style.headers.get('Content-Type')).toContain('text/css')
  })

  it('shows words and notes as words, and changes when they do', async () => {
    const { document } = await readDocument(app.url, slug)
    const cookie = await app.signIn('heidi@example.org')
    const desk = await openSyncedDocument({ url: app.url, documentId: document.id, cookie })
    const { text } = liveTextOf(desk.doc).index
    const words = text
      .slice(text.indexOf('\n') + 1)
      .split(' ')
      .slice(2, 6)
      .join(' ')
    const first = await embed(`texte/${slug}`)
    const etag = first.headers.get('ETag') ?? ''
    const again = { 'If-None-Match': etag, 'Cache-Control': 'max-age=0' }
    expect((await embed(`texte/${slug}`, again)).status).toBe(304)
    const body = creation(document.id, {
      passage: claimOf(desk.doc, words),
      body: '<img src=x onerror=alert(1)>',
    })
    accepted(await callEndpoint(app.url, postAnnotation, { body, cookie }))
    desk.close()
    const changed = await embed(`texte/${slug}`, again)
    expect(changed.status).toBe(200)
    const html = await changed.text()
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(html).not.toContain('<img src=x')
    const [, number = ''] =
      /id="note-(\d+)"><p class="kind">\d+ · [^<]*<\/p><blockquote class="words">(?=[^<]*<\/blockquote><p class="body">&lt;img)/.exec(
        html,
      ) ?? []
    expect(html).toContain(`id="passage-${number}"`)
  })

  it('of a text that does not exist is no page', async () => {
    for (const wrong of ['gibt-es-nicht', '../api/home', '%00'])
      expect((await embed(`texte/${wrong}`)).status).not.toBe(200)
  })
})

describe('painted passages', () => {
  const source =
    '<h2 id="block-a">Titel</h2><p>Ein <strong>fetter</strong> Satz,<br>und noch einer. <a href="https://x.example">Hin</a></p>'
  const text = 'Titel\nEin fetter Satz,\nund noch einer. Hin'
  const paint = (...passages: [number, number][]) =>
    paintPassages(
      source,
      text,
      passages.map(([start, end], index) => ({ start, end, number: index + 1 })),
    )
  const reference = (number: number) =>
    `<a class="reference" href="#note-${number}" id="passage-${number}">${number}</a>`

  it('go through marks and lines, with their number at the end', () => {
    expect(paint([10, 30])).toContain(
      `<p>Ein <strong><mark>fetter</mark></strong><mark> Satz,</mark><br><mark>und noc</mark>${reference(1)}h einer. `,
    )
  })

  it('may overlap and touch', () => {
    expect(paint([0, 3], [2, 5], [6, 9])).toContain(
      `<h2 id="block-a"><mark>Ti</mark><mark>t</mark>${reference(1)}<mark>el</mark>${reference(2)}</h2><p><mark>Ein</mark>${reference(3)} `,
    )
  })

  it('are left out when the HTML says something else', () => {
    const painted = paintPassages(source, `${text}!`, [{ start: 0, end: 3, number: 1 }])
    expect(painted).not.toContain('<mark>')
    expect(painted).toContain('target="_blank" rel="noopener"')
  })
})
