import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import { listAnnotations } from '@randnotiz/contract/annotations/endpoints'
import { importAnnotations } from '@randnotiz/contract/annotations/exchange/endpoints'
import type { ImportReport } from '@randnotiz/contract/annotations/exchange/import'
import { WebAnnotationCollection } from '@randnotiz/contract/annotations/exchange/web-annotation'
import { Slug } from '@randnotiz/contract/kit/ids'
import { type OpenDocument, openSyncedDocument } from '@randnotiz/test-kit/open-document'
import { until } from '@randnotiz/test-kit/until'
import { callEndpoint } from '../../../../testing/call-endpoint.js'
import { readDocument } from '../../../../testing/demo-document.js'
import type { TestApp } from '../../../../testing/start-app.js'
import { liveTextOf } from '../../testing/town.js'
import { violations } from './web-annotation-rules.js'

export const slug = Slug.parse('mobile-stadt')
export const staff = 'redaktion1@example.org'
export const moderator = 'moderation@example.org'
export const citizen = 'heidi@example.org'

type Archived = { app: TestApp; of?: string; as?: string }

/** The archive of a document, after it was held against the model. */
export async function archive({ app, of = slug, as = staff }: Archived): Promise<WebAnnotationCollection> {
  const response = await fetch(`${app.url}/api/documents/${of}/archive.jsonld`, {
    headers: { Cookie: await app.signIn(as) },
  })
  const type = response.headers.get('Content-Type') ?? ''
  if (!/^application\/ld\+json; profile=/.test(type)) throw new Error(`${response.status} ${type}`)
  const json: unknown = await response.json()
  const wrong = violations(json)
  if (wrong.length > 0) throw new Error(wrong.join('\n'))
  return WebAnnotationCollection.parse(json)
}

export type Upload = { content: unknown; app: TestApp; run?: 'check' | 'take'; into?: string }

export async function send({ content, run = 'take', app, into = slug }: Upload) {
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  const body = { run, system: 'web-annotation', files: [{ name: 'upload.jsonld', content: text }] }
  const cookie = await app.signIn(staff)
  return callEndpoint(app.url, importAnnotations, { params: { slug: into }, body, cookie })
}

export async function upload(given: Upload): Promise<ImportReport> {
  const result = await send(given)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

export async function standing(app: TestApp): Promise<Annotation[]> {
  const { document } = await readDocument(app.url, slug)
  const page = await callEndpoint(app.url, listAnnotations, { params: { documentId: document.id } })
  if (!page.ok) throw new Error(page.refusal.code)
  return page.value.annotations
}

export async function editor(app: TestApp): Promise<OpenDocument> {
  const { document } = await readDocument(app.url, slug)
  return openSyncedDocument({ url: app.url, documentId: document.id, cookie: await app.signIn(staff) })
}

/** Waits until the server has what was typed. */
export async function savedBy(app: TestApp, { doc }: OpenDocument): Promise<void> {
  const { text } = liveTextOf(doc).index
  await until('the server has it', async () => (await serverText(app)) === text)
}

async function serverText(app: TestApp): Promise<string> {
  const reader = await editor(app)
  const { text } = liveTextOf(reader.doc).index
  reader.close()
  return text
}

export const outcomes = ({ rows }: ImportReport) =>
  rows.map(row => (row.outcome === 'refused' ? row.problem : `${row.outcome} ${row.place.status}`))

/** A contribution as any tool would write it. */
export function foreign(changes: object = {}, quote: object | null = { exact: 'Mobile Stadt' }) {
  const selector = quote && [{ type: 'TextQuoteSelector', ...quote }]
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `https://notes.example/a/${Math.random().toString(36).slice(2)}`,
    type: 'Annotation',
    motivation: 'commenting',
    created: '2023-04-01T10:00:00Z',
    creator: 'acct:lerche@notes.example',
    body: { type: 'TextualBody', value: 'Bitte auch an Lastenräder denken.', format: 'text/plain' },
    target: { source: 'https://example.org/concept', ...(selector ? { selector } : {}) },
    ...changes,
  }
}

/** What an archive says, without what belongs to one site: its names and addresses, and when something came there. */
export function comparable({ first, total, 'rn:texts': texts }: WebAnnotationCollection) {
  const items = first?.items.map(({ id, canonical: _, 'rn:sourceId': __, 'rn:system': ___, ...item }) => {
    if (typeof item.target === 'string') return { ...item, id: short(id), target: short(item.target) }
    const { state, source, ...target } = item.target
    const { sourceDate: _date, cached, ...lasting } = state ?? {}
    return { ...item, id: short(id), target: { ...target, source: short(source), ...lasting } }
  })
  const sorted = items?.map(item => short(JSON.stringify(item))).sort()
  const words = texts?.map(text => `${text['rn:sha256']} ${text['rn:excerpt'] ?? ''} ${text.value}`).sort()
  return { total, items: sorted?.map(item => JSON.parse(item)), words }
}

const short = (text: string) =>
  text
    .replace(/http:\/\/127\.0\.0\.1:\d+|http:\/\/localhost:\d+/g, '')
    .replace(/\/texte\/[a-z0-9-]+/g, '/texte/…')
    .replace(/[0-9a-f]{24}(?![0-9a-f])/g, '…')
