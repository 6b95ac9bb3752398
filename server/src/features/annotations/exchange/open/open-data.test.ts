import { postAnnotation } from '@randnotiz/contract/annotations/endpoints'
import { openEndpoints } from '@randnotiz/contract/annotations/exchange/open-api'
import { OpenAnnotation, type OpenAnnotationPage } from '@randnotiz/contract/annotations/exchange/open-data'
import { openAnnotations, openIndex } from '@randnotiz/contract/annotations/exchange/open-endpoints'
import { WebAnnotationCollection } from '@randnotiz/contract/annotations/exchange/web-annotation'
import { openCsvColumns } from '@randnotiz/domain/annotations/exchange/open-csv'
import { until } from '@randnotiz/test-kit/until'
import { Validator } from '@seriousme/openapi-schema-validator'
import { parse } from 'csv-parse/sync'
import { parseFragment } from 'parse5'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { callEndpoint } from '../../../../testing/call-endpoint.js'
import { readDocument } from '../../../../testing/demo-document.js'
import { startTestApp, type TestApp } from '../../../../testing/start-app.js'
import { accepted, creation } from '../../testing/town.js'
import { violations } from '../testing/web-annotation-rules.js'

let app: TestApp
const slug = 'mobile-stadt'
const process = 'smart-city-konzept'
beforeAll(async () => {
  app = await startTestApp({ clientDist: '' })
  // What is still looked for would be found between one format and the next.
  await until('every passage of the text is looked for', async () =>
    (await allPages('200')).every(({ status }) => status !== 'pending'),
  )
})
afterAll(() => app.close())

const open = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${app.url}/api/open/v1${path}`, { headers })

async function pageOf(query: Record<string, string>): Promise<OpenAnnotationPage> {
  const page = await callEndpoint(app.url, openAnnotations, { params: { slug }, query, origin: null })
  if (!page.ok) throw new Error(page.refusal.code)
  return page.value
}

async function allPages(limit: string): Promise<OpenAnnotation[]> {
  let page = await pageOf({ limit })
  const items = [...page.items]
  while (page.next !== null) {
    page = await pageOf({ limit, after: page.next })
    items.push(...page.items)
  }
  return items
}

async function write(body: string) {
  const { document } = await readDocument(app.url, slug)
  const cookie = await app.signIn('heidi@example.org')
  return accepted(
    await callEndpoint(app.url, postAnnotation, { body: creation(document.id, { body }), cookie }),
  )
}

/** As a browser asks that has an answer already; left to itself, `fetch` would ask for a fresh one. */
const again = (etag: string) => ({ 'If-None-Match': etag, 'Cache-Control': 'max-age=0' })

describe('open data', () => {
  it('lead from the index to every contribution, page by page', async () => {
    const index = await callEndpoint(app.url, openIndex, { origin: null })
    expect(index).toMatchObject({ value: { licence: 'https://www.govdata.de/dl-de/by-2-0' } })
    expect(index.ok && index.value.processes[0]?.documents).toContain(slug)
    const all = await allPages('200')
    expect(all.length).toBeGreaterThan(2)
    expect(await allPages('1')).toEqual(all)
    const one = all[0]
    expect(await (await open(`/annotations/${one?.id}`)).json()).toEqual(one)
    const text = z.object({ text: z.string() }).parse(await (await open(`/documents/${slug}/text`)).json())
    for (const { place, quote, status } of all)
      if (place && status === 'exact')
        expect([...text.text].slice(place.start, place.end).join('')).toBe(quote?.exact)
  })

  it('name nobody, in no format', async () => {
    const names = ['Heidi', 'Jonas Wittekamp', 'pseudonym', 'creator', 'author']
    for (const of of [`/documents/${slug}`, `/processes/${process}`])
      for (const file of ['annotations.json', 'annotations.csv', 'annotations.jsonld', 'annotations']) {
        if (of.startsWith('/processes') && file === 'annotations') continue
        const body = await (await open(`${of}/${file}`)).text()
        expect(body.length, file).toBeGreaterThan(500)
        for (const name of names) expect(body.includes(name), `${name} in ${of}/${file}`).toBe(false)
      }
  })

  it('are the same in every format', async () => {
    const pages = await allPages('200')
    const json = z
      .object({ items: z.array(OpenAnnotation) })
      .parse(await (await open(`/documents/${slug}/annotations.json`)).json())
    expect(json.items).toEqual(pages)
    const csv = await (await open(`/documents/${slug}/annotations.csv`)).text()
    const rows: Record<string, string>[] = parse(csv, { columns: true, bom: true })
    expect(Object.keys(rows[0] ?? {})).toEqual([...openCsvColumns])
    expect(rows.filter(row => row.answers === '').map(row => row.id)).toEqual(pages.map(({ id }) => id))
    expect(rows.length).toBe(
      pages.reduce((sum, { replies, answers }) => sum + 1 + replies.length + answers.length, 0),
    )
    const collection: unknown = await (await open(`/documents/${slug}/annotations.jsonld`)).json()
    expect(violations(collection)).toEqual([])
    const { total, first } = WebAnnotationCollection.parse(collection)
    expect(total).toBe(rows.length)
    const answers = pages.flatMap(page => page.answers)
    expect(answers.length).toBeGreaterThan(0)
    for (const { reason, outcome } of answers) {
      expect(rows).toContainEqual(expect.objectContaining({ kind: 'answer', body: reason, outcome }))
      const said = [expect.objectContaining({ value: reason, purpose: 'assessing' })]
      const item = { motivation: 'assessing', 'rn:outcome': outcome, 'rn:official': true, body: said }
      expect(first?.items).toContainEqual(expect.objectContaining(item))
    }
  })

  it('compute nothing on anybody’s machine', async () => {
    await write('=HYPERLINK("https://evil.example";"Klick")')
    await write('  @SUM(1+1)*cmd|’ /C calc’!A0')
    const csv = await (await open(`/documents/${slug}/annotations.csv`)).text()
    const bytes = new Uint8Array(await (await open(`/documents/${slug}/annotations.csv`)).arrayBuffer())
    expect([...bytes.slice(0, 5)]).toEqual([0xef, 0xbb, 0xbf, 0x69, 0x64])
    const rows: Record<string, string>[] = parse(csv, { columns: true, bom: true })
    for (const row of rows) for (const value of Object.values(row)) expect(value).not.toMatch(/^\s*[=+@-]/)
    expect(rows.some(({ body }) => body?.startsWith("'=HYPERLINK"))).toBe(true)
  })

  it('may be read by programs on other sites, and kept until they change', async () => {
    for (const path of [
      `/documents/${slug}/annotations`,
      `/documents/${slug}/annotations.csv`,
      `/documents/${slug}/feed.atom`,
      '',
    ]) {
      const first = await open(path, { Origin: 'https://elsewhere.example' })
      expect(first.headers.get('Access-Control-Allow-Origin'), path).toBe('*')
      expect(first.headers.get('Access-Control-Allow-Credentials')).toBeNull()
      expect(first.headers.get('Set-Cookie')).toBeNull()
      expect(first.headers.get('Cache-Control')).toBe('public, max-age=60')
      const etag = first.headers.get('ETag') ?? ''
      expect(etag).not.toBe('')
      expect((await open(path, again(etag))).status).toBe(304)
      if (path === '') continue
      await write('Noch etwas Neues.')
      expect((await open(path, again(etag))).status).toBe(200)
    }
    const preflight = await fetch(`${app.url}/api/open/v1/documents/${slug}/annotations`, {
      method: 'OPTIONS',
      headers: { Origin: 'https://elsewhere.example', 'Access-Control-Request-Method': 'DELETE' },
    })
    expect(preflight.headers.get('Access-Control-Allow-Methods')).toBe('GET, HEAD')
    // Nothing else opened up beside them.
    const closed = await fetch(`${app.url}/api/home`, { headers: { Origin: 'https://elsewhere.example' } })
    expect(closed.headers.get('Access-Control-Allow-Origin')).toBeNull()
  })

  it('refuse what does not exist with a reason', async () => {
    const asked: [string, string][] = [
      ['/documents/gibt-es-nicht', 'documents/unknown'],
      ['/documents/gibt-es-nicht/annotations.csv', 'documents/unknown'],
      ['/processes/gibt-es-nicht/feed.atom', 'publishing/unknown-process'],
      [`/annotations/${'0'.repeat(24)}`, 'annotations/unknown'],
      [`/texts/${'0'.repeat(24)}`, 'annotations/unknown-text-state'],
      ['/texts/..%2f..', 'annotations/unknown-text-state'],
      [`/documents/${slug}/annotations?limit=201`, 'request/invalid'],
      [`/documents/${slug}/annotations?after=zz`, 'request/invalid'],
      ['/nothing', 'request/unknown-address'],
    ]
    for (const [path, code] of asked)
      expect(await (await open(path)).json(), path).toMatchObject({ refusal: { code } })
  })

  it('have a limit', async () => {
    const small = await startTestApp({
      clientDist: '',
      clock: { now: () => new Date('2026-05-01T10:00:00Z') },
    })
    const statuses = new Set<number>()
    for (let count = 0; count < 45; count++)
      statuses.add((await fetch(`${small.url}/api/open/v1/openapi.json`)).status)
    expect([...statuses]).toEqual([200, 429])
    await small.close()
  })
})

describe('the OpenAPI description', () => {
  it('is valid, and says what is true of every answer', async () => {
    const description = await (await open('/openapi.json')).json()
    const validator = new Validator()
    expect(await validator.validate(description)).toMatchObject({ valid: true })
    const { paths } = z
      .object({ paths: z.record(z.string(), z.object({ get: z.looseObject({}) })) })
      .parse(description)
    for (const { endpoint } of openEndpoints)
      expect(Object.keys(paths)).toContain(endpoint.path.replace(/:(\w+)/g, '{$1}'))
    const [annotation] = await allPages('1')
    for (const path of Object.keys(paths)) {
      const of = path.includes('/processes/') ? process : slug
      const address = path.replace('{slug}', of).replace('{annotationId}', annotation?.id ?? '')
      if (address.includes('{')) continue
      expect((await fetch(app.url + address)).status, address).toBe(200)
    }
  })
})

describe('a feed', () => {
  it('is Atom, with the newest contributions first, whatever they say', async () => {
    const body = 'Ein ]]> Ende & <script>alert(1)</script> "quer" \u0007 und 🚲'
    const made = await write(body)
    for (const address of [`/documents/${slug}/feed.atom`, `/processes/${process}/feed.atom?lang=en`]) {
      const response = await open(address)
      expect(response.headers.get('Content-Type')).toBe('application/atom+xml; charset=utf-8')
      const text = await response.text()
      const feed = wellFormed(text)
      expect(feed).toMatchObject({ name: 'feed' })
      for (const name of ['id', 'title', 'updated', 'author'])
        expect(feed.children.filter(child => child.name === name)).toHaveLength(1)
      const entries = feed.children.filter(({ name }) => name === 'entry')
      expect(entries.length).toBeGreaterThan(2)
      for (const entry of entries)
        for (const name of ['id', 'title', 'updated', 'content'])
          expect(
            entry.children.filter(child => child.name === name),
            name,
          ).toHaveLength(1)
      expect(entries[0]?.children.find(({ name }) => name === 'content')?.text).toContain(
        body.replace('\u0007', ''),
      )
      expect(text).toContain(`#anmerkung-${made.id}`)
      expect(text).not.toContain('Heidi')
    }
  })
})

type XmlNode = { name: string; text: string; children: XmlNode[] }

/** Reads XML as strictly as this test needs: every tag is closed in order, nothing unescaped is left. */
function wellFormed(xml: string): XmlNode {
  expect(xml).not.toMatch(/(?![\t\n\r])\p{Cc}/u)
  const root: XmlNode = { name: '', text: '', children: [] }
  const stack = [root]
  for (const [token] of xml.replace(/^<\?xml[^>]*\?>/, '').matchAll(/<[^>]*>|[^<]+/g)) {
    const top = stack.at(-1)
    if (top === undefined) throw new Error('more is closed than was opened')
    const tag = /^<(\/?)([a-z]+)((?:\s[a-z:]+="[^"<]*")*)\s*(\/?)>$/.exec(token)
    if (tag === null) {
      if (token.startsWith('<') || /&(?!(amp|lt|gt|quot);)/.test(token)) throw new Error(`not XML: ${token}`)
      const [child] = parseFragment(token).childNodes
      top.text += child && 'value' in child ? child.value : ''
    } else if (tag[1] === '/') {
      if (stack.pop()?.name !== tag[2]) throw new Error(`closed in the wrong order: ${token}`)
    } else {
      const node = { name: tag[2] ?? '', text: '', children: [] }
      top.children.push(node)
      if (tag[4] === '') stack.push(node)
    }
  }
  const [only] = root.children
  if (only === undefined || root.children.length > 1 || stack.length > 1) throw new Error('not one root')
  return only
}
