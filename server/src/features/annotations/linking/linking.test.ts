import { listAnnotations } from '@randnotiz/contract/annotations/endpoints'
import { getLinked } from '@randnotiz/contract/annotations/links'
import type { DocumentPage } from '@randnotiz/contract/documents/endpoints'
import { toString as codeFor } from 'qrcode'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callEndpoint } from '../../../testing/call-endpoint.js'
import { readDocument } from '../../../testing/demo-document.js'
import { startTestApp, type TestApp } from '../../../testing/start-app.js'

const slug = 'mobile-stadt'
const site = 'http://localhost:4711'
let app: TestApp
let page: DocumentPage

beforeAll(async () => {
  app = await startTestApp({ clientDist: '', env: { PUBLIC_URL: site } })
  page = await readDocument(app.url, slug)
})
afterAll(() => app.close())

const find = (kind: 'block' | 'annotation', id: string, text: string = slug) =>
  callEndpoint(app.url, getLinked, { params: { slug: text, kind, id } })
const code = (path: string) => fetch(`${app.url}/qr/${path}`)

async function annotation() {
  const { id: documentId } = page.document
  const feed = await callEndpoint(app.url, listAnnotations, { params: { documentId }, query: { since: '0' } })
  const first = feed.ok ? feed.value.annotations[0] : undefined
  if (first?.target.kind !== 'passage') throw new Error('the demo has no annotation on a passage')
  return { id: first.id, quote: first.target.quote.exact, body: first.body ?? '' }
}

function heading() {
  const [first] = page.text.outline
  if (!first) throw new Error('the demo text has no heading')
  return first
}

describe('the address of a place in a text', () => {
  it('tells a block with its words, and an annotation with the words it is about but none of its own', async () => {
    const { blockId, text } = heading()
    const url = `${site}/texte/${slug}#block-${blockId}`
    expect(page.text.html).toContain(`id="block-${blockId}"`)
    expect(await find('block', blockId)).toMatchObject({ ok: true, value: { words: text, url } })
    const { id, quote, body } = await annotation()
    const linked = await find('annotation', id)
    expect(linked).toMatchObject({
      ok: true,
      value: { words: quote, url: `${site}/texte/${slug}#anmerkung-${id}`, document: { slug } },
    })
    expect(JSON.stringify(linked)).not.toContain(body)
  })

  it('is also a code, which may be kept for a day', async () => {
    const { blockId } = heading()
    const answer = await code(`absatz/${slug}/${blockId}.svg`)
    expect(answer.headers.get('content-type')).toMatch(/^image\/svg\+xml/)
    expect(answer.headers.get('cache-control')).toBe('public, max-age=86400')
    const url = `${site}/texte/${slug}#block-${blockId}`
    expect(await answer.text()).toBe(
      await codeFor(url, { type: 'svg', margin: 4, errorCorrectionLevel: 'M' }),
    )
    expect((await code(`anmerkung/${slug}/${(await annotation()).id}.svg`)).status).toBe(200)
  })

  it('is refused for what is not there, and for an annotation of another text', async () => {
    const { id } = await annotation()
    const refused = async (answer: ReturnType<typeof find>) => {
      const result = await answer
      return result.ok ? null : result.refusal.code
    }
    expect(await refused(find('block', heading().blockId, 'gibt-es-nicht'))).toBe('documents/unknown')
    expect(await refused(find('block', 'weg'))).toBe('documents/unknown-block')
    expect(await refused(find('annotation', '0'.repeat(24)))).toBe('annotations/unknown')
    expect(await refused(find('annotation', 'keine-kennung'))).toBe('annotations/unknown')
    expect(await refused(find('annotation', id, 'soziale-stadt'))).toBe('annotations/unknown')
    for (const path of [
      `absatz/${slug}/weg.svg`,
      `absatz/${slug}/${heading().blockId}.png`,
      `absatz/${slug}/%3Cscript%3E.svg`,
      `anmerkung/${slug}/${heading().blockId}.svg`,
      `workshop/${slug}/${heading().blockId}.svg`,
    ])
      expect((await code(path)).status).toBe(404)
  })
})
