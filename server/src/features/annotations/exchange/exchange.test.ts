import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import { listAnnotations, postAnnotation, postReply } from '@randnotiz/contract/annotations/endpoints'
import { importAnnotations } from '@randnotiz/contract/annotations/exchange/endpoints'
import type { ImportReport, ImportRow } from '@randnotiz/contract/annotations/exchange/import'
import {
  WebAnnotationCollection,
  type WebContribution,
} from '@randnotiz/contract/annotations/exchange/web-annotation'
import { openSyncedDocument } from '@randnotiz/test-kit/open-document'
import { until } from '@randnotiz/test-kit/until'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callEndpoint, fetchEndpoint } from '../../../testing/call-endpoint.js'
import { firstParagraph, readDocument } from '../../../testing/demo-document.js'
import { startTestApp, type TestApp } from '../../../testing/start-app.js'
import { accepted, claimOf, creation, liveTextOf } from '../testing/town.js'
import { expand, violations } from './testing/web-annotation-rules.js'

/** Two towns: what one writes down, the other reads. */
let here: TestApp
let there: TestApp
const slug = 'mobile-stadt'
const staff = 'redaktion1@example.org'
const citizen = 'heidi@example.org'

beforeAll(async () => {
  here = await startTestApp({ clientDist: '' })
  there = await startTestApp({ clientDist: '' })
}, 60_000)
afterAll(async () => {
  await here.close()
  await there.close()
})

async function archive(app: TestApp): Promise<WebAnnotationCollection> {
  const response = await fetch(`${app.url}/api/documents/${slug}/archive.jsonld`, {
    headers: { Cookie: await app.signIn(staff) },
  })
  expect(response.headers.get('Content-Type')).toMatch(/^application\/ld\+json; profile=/)
  const json: unknown = await response.json()
  expect(violations(json)).toEqual([])
  return WebAnnotationCollection.parse(json)
}

type Upload = { content: unknown; run?: 'check' | 'take'; app?: TestApp; into?: string }

async function send({ content, run = 'take', app = there, into = slug }: Upload) {
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  const body = { run, system: 'web-annotation', files: [{ name: 'upload.jsonld', content: text }] }
  const cookie = await app.signIn(staff)
  return callEndpoint(app.url, importAnnotations, { params: { slug: into }, body, cookie })
}

async function upload(given: Upload): Promise<ImportReport> {
  const result = await send(given)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

async function standing(app: TestApp): Promise<Annotation[]> {
  const { document } = await readDocument(app.url, slug)
  const page = await callEndpoint(app.url, listAnnotations, { params: { documentId: document.id } })
  if (!page.ok) throw new Error(page.refusal.code)
  return page.value.annotations
}

async function editor(app: TestApp) {
  const { document } = await readDocument(app.url, slug)
  return openSyncedDocument({ url: app.url, documentId: document.id, cookie: await app.signIn(staff) })
}

/** Waits until the server has what was typed. */
async function savedBy(app: TestApp, { doc }: Awaited<ReturnType<typeof editor>>) {
  const { text } = liveTextOf(doc).index
  await until('the server has it', async () => (await serverText(app)) === text)
}

async function serverText(app: TestApp): Promise<string> {
  const reader = await editor(app)
  const { text } = liveTextOf(reader.doc).index
  reader.close()
  return text
}

const outcomes = ({ rows }: ImportReport) =>
  rows.map(row => (row.outcome === 'refused' ? row.problem : `${row.outcome} ${row.place.status}`))

/** A contribution as any tool would write it. */
function foreign(changes: object = {}, quote: object | null = { exact: 'Mobile Stadt' }) {
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

describe('an archive as Web Annotations', () => {
  it('comes back in another town without a loss', async () => {
    const cookie = await here.signIn(citizen)
    const desk = await editor(here)
    const documentId = (await readDocument(here.url, slug)).document.id
    firstParagraph(desk.doc).insert(0, '🚲🚋 Vorweg gesagt: ')
    const words = firstParagraph(desk.doc).toString().split(' ').slice(3, 9).join(' ')
    await savedBy(here, desk)
    const wording = creation(documentId, {
      kind: 'wording',
      passage: claimOf(desk.doc, words),
      replacement: `${words} 🚲 und mehr`,
      body: 'Zeile eins\nZeile „zwei“ <b>nicht fett</b> 👩‍👩‍👧',
    })
    const made = accepted(await callEndpoint(here.url, postAnnotation, { body: wording, cookie }))
    accepted(await callEndpoint(here.url, postAnnotation, { body: creation(documentId), cookie }))
    const { commandId } = creation(documentId)
    const answer = { commandId, annotationId: made.id, body: 'Wird geprüft.' }
    const params = { annotationId: made.id }
    const office = await here.signIn(staff)
    accepted(await callEndpoint(here.url, postReply, { params, body: answer, cookie: office }))
    desk.close()

    const written = await archive(here)
    // A text that has changed in the other town meanwhile would change what is found: it is the same there.
    const copy = await editor(there)
    firstParagraph(copy.doc).insert(0, '🚲🚋 Vorweg gesagt: ')
    await savedBy(there, copy)
    copy.close()
    const before = await standing(there)

    const checked = await upload({ content: written, run: 'check' })
    expect(new Set(checked.rows.map(row => row.outcome))).toEqual(new Set(['new']))
    expect(await standing(there)).toEqual(before)
    const taken = await upload({ content: written })
    expect(taken.rows.map(row => row.outcome)).toEqual(checked.rows.map(() => 'taken'))
    expect(comparable(onlyTaken(await archive(there)))).toEqual(comparable(written))

    const again = await upload({ content: written })
    expect(again.rows.map(row => row.outcome)).toEqual(checked.rows.map(() => 'known'))
    expect(comparable(onlyTaken(await archive(there)))).toEqual(comparable(written))
    // And back: nothing of it is new where it came from.
    const back = await upload({ content: onlyTaken(await archive(there)), app: here })
    expect(new Set(back.rows.map(row => row.outcome))).toEqual(new Set(['known']))
    expect(comparable(await archive(here))).toEqual(comparable(written))
  })

  it('counts characters, not UTF-16 units', async () => {
    const { first } = await archive(here)
    const written = first?.items.find(
      item => item.motivation === 'editing' && item.body[0]?.value.startsWith('Zeile'),
    )
    const { selector } = (written as WebContribution).target
    const position = selector?.find(one => one.type === 'TextPositionSelector')
    const quote = selector?.find(one => one.type === 'TextQuoteSelector')
    const desk = await editor(here)
    const characters = [...liveTextOf(desk.doc).index.text]
    desk.close()
    expect(characters.slice(position?.start, position?.end).join('')).toBe(quote?.exact)
  })

  it('is understood by a program that reads JSON-LD, term by term', async () => {
    const [collection] = await expand(await archive(here))
    expect(collection?.['@type']).toEqual(['http://www.w3.org/ns/activitystreams#OrderedCollection'])
    const text = JSON.stringify(collection)
    expect(text).toContain('"urn:randnotiz:ns:kind"')
    expect(text).toContain('"http://www.w3.org/ns/oa#hasPurpose":[{"@id":"http://www.w3.org/ns/oa#editing"}]')
    await expect(expand({ ...(await archive(here)), surprise: 1 })).rejects.toThrow()
  })

  it('is for staff only', async () => {
    const address = `${here.url}/api/documents/${slug}/archive.jsonld`
    expect((await fetch(address)).status).toBe(401)
    expect((await fetch(address, { headers: { Cookie: await here.signIn(citizen) } })).status).toBe(403)
    const unknown = address.replace(slug, 'gibt-es-nicht')
    expect((await fetch(unknown, { headers: { Cookie: await here.signIn(staff) } })).status).toBe(404)
  })
})

/** Names and addresses of one site, and when something came there. */
function comparable({ first, total, 'rn:texts': texts }: WebAnnotationCollection) {
  const short = (iri: string) => iri.replace(/^http:\/\/[^/]+/, '').replace(/[0-9a-f]{24}/g, '…')
  const items = first?.items.map(({ id, canonical: _, 'rn:system': __, ...item }) => {
    if (typeof item.target === 'string') return { ...item, id: short(id), target: short(item.target) }
    const { state, source, ...target } = item.target
    const { sourceDate: _date, cached, ...lasting } = state ?? {}
    return { ...item, id: short(id), target: { ...target, source: short(source), ...lasting } }
  })
  const words = texts?.map(text => `${text['rn:sha256']} ${text['rn:excerpt'] ?? ''} ${text.value}`).sort()
  const sorted = items?.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1))
  return { total, items: sorted, words }
}

/** Without what the other town had of its own. */
function onlyTaken(collection: WebAnnotationCollection): WebAnnotationCollection {
  const { first } = collection
  const items = first?.items.filter(item => item['rn:system'] !== undefined) ?? []
  const used = new Set(items.map(item => (typeof item.target === 'string' ? '' : item.target.state?.cached)))
  const texts = collection['rn:texts']?.filter(({ id }) => used.has(id)) ?? []
  return {
    ...collection,
    total: items.length,
    ...(first ? { first: { ...first, items } } : {}),
    'rn:texts': texts,
  }
}

describe('contributions of other tools', () => {
  it('stand where their words stand, or say that they do not', async () => {
    const desk = await editor(there)
    const paragraph = firstParagraph(desk.doc).toString()
    const { text } = liveTextOf(desk.doc).index
    desk.close()
    const start = text.indexOf(paragraph)
    const exact = text.slice(start + 40, start + 80)
    const surroundings = {
      prefix: text.slice(start, start + 40),
      suffix: text.slice(start + 80, start + 140),
    }
    const changed = `${exact.slice(0, 12)}x${exact.slice(13)}`
    const items = [
      foreign({}, { exact, ...surroundings }),
      foreign({}, { exact: changed, ...surroundings }),
      foreign({}, { exact: text.slice(start + 30, start + 130) }),
      foreign({}, { exact: 'die' }),
      foreign({}, { exact: 'ein Satz, der hier ganz gewiss nie gestanden hat', ...surroundings }),
      foreign({}, null),
    ]
    expect(outcomes(await upload({ content: items, run: 'check' }))).toEqual([
      'new exact',
      'new changed',
      'new suggested',
      'new orphaned',
      'new orphaned',
      'new whole',
    ])
    const report = await upload({ content: { rows: items } })
    const [first] = report.rows
    if (first?.outcome !== 'taken') throw new Error('not taken')
    const taken = (await standing(there)).find(({ id }) => id === first.annotationId)
    expect(taken).toMatchObject({
      author: { pseudonym: 'lerche', staff: false },
      createdAt: '2023-04-01T10:00:00.000Z',
      target: { quote: { exact } },
      resolution: { status: 'exact' },
      source: { system: 'web-annotation', id: items[0]?.id, support: null, official: false },
    })
    // Looked for anew after the next change, they stay what they are.
    const again = await editor(there)
    firstParagraph(again.doc).insert(0, 'Neu: ')
    await savedBy(there, again)
    again.close()
    await until('they have been looked for again', async () => {
      const statuses = (await standing(there)).filter(({ source }) => report.rows.some(isRow(source?.id)))
      return (
        statuses.map(({ resolution }) => resolution.status).join() ===
        'exact,changed,suggested,orphaned,orphaned,whole'
      )
    })
  })

  const isRow = (id: string | undefined) => (row: ImportRow) => row.sourceId === id

  it('bring their answers, however deep, and what they call their own', async () => {
    const root = foreign({ motivation: ['questioning'] }, null)
    const answer = foreign({ motivation: 'replying', target: root.id })
    const deeper = foreign({ motivation: 'oa:replying', target: { source: answer.id } })
    const hypothesis = {
      ...foreign({ body: undefined, text: 'Noch eine Antwort', references: [root.id, answer.id] }),
      user: 'acct:amsel@notes.example',
      creator: undefined,
    }
    const lost = foreign({ motivation: 'replying', target: 'https://notes.example/a/gone' })
    const circle = foreign({ motivation: 'replying', id: 'x:1', target: 'x:2' })
    const back = foreign({ motivation: 'replying', id: 'x:2', target: 'x:1' })
    const report = await upload({ content: [deeper, answer, root, hypothesis, lost, circle, back] })
    const reason = 'reply-without-contribution'
    expect(outcomes(report)).toEqual(['taken whole', reason, reason, reason])
    const taken = (await standing(there)).find(({ source }) => source?.id === root.id)
    expect(taken).toMatchObject({ kind: 'question' })
    expect(taken?.replies.map(({ author }) => author.pseudonym).sort()).toEqual(['amsel', 'lerche', 'lerche'])
  })

  it('are words, whatever they were made of', async () => {
    const html =
      '<p>Erster <b>Satz</b></p><script>alert(1)</script><p>Zweiter &amp; letzter<img src=x onerror=alert(1)>'
    const items = [
      foreign({ body: { type: 'TextualBody', value: html, format: 'text/html' } }, null),
      foreign({ body: { type: 'TextualBody', value: '<i>schräg</i>\u0000\r\nund \ud83d halb' } }, null),
      foreign(
        {
          body: [
            { type: 'TextualBody', value: 'a' },
            { type: 'TextualBody', value: 'Schlagwort', purpose: 'tagging' },
          ],
          creator: { type: 'Person', name: '\u202eepieH  Heidi\n' },
        },
        null,
      ),
      foreign({ body: undefined, bodyValue: 'einfach so', created: 'gestern', creator: undefined }, null),
    ]
    await upload({ content: items })
    const all = await standing(there)
    const [first, second, third, fourth] = items.map(({ id }) => all.find(({ source }) => source?.id === id))
    expect(first?.body).toBe('Erster Satz\nZweiter & letzter')
    expect(second?.body).toBe('<i>schräg</i>\nund \ufffd halb')
    expect(third).toMatchObject({ body: 'a', author: { pseudonym: 'epieH Heidi' } })
    expect(fourth).toMatchObject({ body: 'einfach so', author: { pseudonym: 'N. N.' } })
  })

  it('make nobody an officer and support nothing', async () => {
    const claims = foreign(
      { 'rn:official': true, 'rn:support': 77, creator: { type: 'Person', name: 'Jonas Wittekamp' } },
      null,
    )
    await upload({ content: claims })
    const taken = (await standing(there)).find(({ source }) => source?.id === claims.id)
    expect(taken).toMatchObject({ author: { staff: false }, source: { official: true, support: 77 } })
    const own = await standing(here)
    expect(own.map(({ author }) => author.id)).not.toContain(taken?.author.id)
  })

  it('are refused one by one, each with its reason', async () => {
    const other = foreign({ target: { source: 'https://other.example/texte/soziale-stadt' } }, null)
    const items = [
      'nothing',
      foreign({ type: 'Sandwich' }),
      foreign({ body: undefined }),
      foreign({ body: { type: 'TextualBody', value: 'x'.repeat(5_001) } }),
      foreign({
        target: { source: 'https://example.org', selector: { type: 'FragmentSelector', value: 'xywh=1,2' } },
      }),
      foreign({}, { exact: 'x'.repeat(4_001) }),
      foreign({ target: undefined }),
      other,
    ]
    expect(outcomes(await upload({ content: items }))).toEqual([
      'not-a-contribution',
      'not-a-contribution',
      'no-text',
      'text-too-long',
      'no-place',
      'quote-too-long',
      'no-place',
      'other-document',
    ])
  })
})

describe('refused as a whole, and nothing is written:', () => {
  const code = async (content: unknown) => {
    const result = await send({ content })
    return result.ok ? 'taken' : result.refusal.code
  }

  it('what is no JSON, or holds nothing', async () => {
    for (const content of [
      '{',
      '[]',
      'null',
      '{"type":"AnnotationCollection","total":3,"first":"https://x.example/p1"}',
    ])
      expect(await code(content)).toBe('annotations/import-unreadable')
  })

  it('more rows than one upload may have', async () => {
    expect(await code(Array.from({ length: 5_001 }, () => 1))).toBe('annotations/import-too-many')
  })

  it('nested without end', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
    const selector = `${'{"type":"X","refinedBy":'.repeat(20_000)}1${'}'.repeat(20_000)}`
    const inside = `{"type":"Annotation","id":"x:deep","body":{"value":"a","type":"TextualBody"},"target":{"source":"x:y","selector":${selector}}}`
    expect(['taken', 'annotations/import-unreadable']).toContain(await code(deep))
    expect(outcomes(await upload({ content: inside }))).toEqual(['no-place'])
    const html = '<b>'.repeat(100_000)
    const deepHtml = foreign({ body: { type: 'TextualBody', format: 'text/html', value: `${html}a` } }, null)
    expect(outcomes(await upload({ content: deepHtml, run: 'check' }))).toEqual(['new whole'])
  })

  it('what is too large, before it is read', async () => {
    const files = [{ name: 'a', content: 'x'.repeat(33 * 1024 * 1024) }]
    const cookie = await there.signIn(staff)
    const body = { run: 'take', system: 'web-annotation', files }
    const options = { params: { slug }, body, cookie }
    expect(await callEndpoint(there.url, importAnnotations, options)).toMatchObject({
      refusal: { code: 'request/too-large' },
    })
    // Whoever may not import does not get to send it.
    expect(
      (await fetchEndpoint(there.url, importAnnotations, { params: { slug }, body: { run: 1 } })).status,
    ).toBe(401)
  })

  it('citizens, and unknown documents', async () => {
    const body = { run: 'take', system: 'web-annotation', files: [{ name: 'a', content: '[]' }] }
    const cookie = await there.signIn(citizen)
    expect(
      await callEndpoint(there.url, importAnnotations, { params: { slug }, body, cookie }),
    ).toMatchObject({
      refusal: { code: 'accounts/not-permitted' },
    })
    expect(await send({ content: [foreign()], into: 'gibt-es-nicht' })).toMatchObject({
      refusal: { code: 'documents/unknown' },
    })
  })
})
