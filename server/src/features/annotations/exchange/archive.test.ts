import {
  editAnnotation,
  postAnnotation,
  postAttachment,
  postReply,
  withdrawContribution,
} from '@randnotiz/contract/annotations/endpoints'
import { openAddress } from '@randnotiz/contract/annotations/exchange/addresses'
import { vocabularyTerms } from '@randnotiz/contract/annotations/exchange/vocabulary'
import type {
  WebAnnotationCollection,
  WebContribution,
} from '@randnotiz/contract/annotations/exchange/web-annotation'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { callEndpoint } from '../../../testing/call-endpoint.js'
import { firstParagraph, readDocument } from '../../../testing/demo-document.js'
import { startTestApp, type TestApp } from '../../../testing/start-app.js'
import { accepted, claimOf, creation, liveTextOf } from '../testing/town.js'
import {
  archive,
  citizen,
  comparable,
  editor,
  moderator,
  savedBy,
  slug,
  staff,
  standing,
  upload,
} from './testing/two-towns.js'
import { expand } from './testing/web-annotation-rules.js'

/** Two towns: what one writes down, the other reads. */
let here: TestApp
let there: TestApp

beforeAll(async () => {
  here = await startTestApp({ clientDist: '' })
  there = await startTestApp({ clientDist: '' })
}, 240_000)
afterAll(async () => {
  await here.close()
  await there.close()
})

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

    await here.features.annotations.resolve(documentId)
    const written = await archive({ app: here })
    // A text that has changed in the other town meanwhile would change what is found: it is the same there.
    const copy = await editor(there)
    firstParagraph(copy.doc).insert(0, '🚲🚋 Vorweg gesagt: ')
    await savedBy(there, copy)
    copy.close()
    const before = await standing(there)

    const checked = await upload({ app: there, content: written, run: 'check' })
    expect(new Set(checked.rows.map(row => row.outcome))).toEqual(new Set(['new']))
    expect(await standing(there)).toEqual(before)
    const taken = await upload({ app: there, content: written })
    expect(taken.rows.map(row => row.outcome)).toEqual(checked.rows.map(() => 'taken'))
    await there.features.annotations.resolve((await readDocument(there.url, slug)).document.id)
    expect(comparable(onlyTaken(await archive({ app: there })))).toEqual(comparable(written))

    const again = await upload({ app: there, content: written })
    expect(again.rows.map(row => row.outcome)).toEqual(checked.rows.map(() => 'known'))
    expect(comparable(onlyTaken(await archive({ app: there })))).toEqual(comparable(written))
    // And back: nothing of it is new where it came from.
    const back = await upload({ content: onlyTaken(await archive({ app: there })), app: here })
    expect(new Set(back.rows.map(row => row.outcome))).toEqual(new Set(['known']))
    expect(comparable(await archive({ app: here }))).toEqual(comparable(written))
  })

  it('has for staff what became of a contribution, and no public file has any of it', async () => {
    const cookie = await here.signIn(citizen)
    const office = await here.signIn(staff)
    const desk = await editor(here)
    const documentId = (await readDocument(here.url, slug)).document.id
    const words = firstParagraph(desk.doc).toString().split(' ').slice(4, 9).join(' ')
    const make = async (body: string) => {
      const said = creation(documentId, { passage: claimOf(desk.doc, words), body })
      return accepted(await callEndpoint(here.url, postAnnotation, { body: said, cookie }))
    }
    const edited = await make('Erster Wortlaut')
    const params = { annotationId: edited.id }
    const { commandId } = creation(documentId)
    const change = { body: 'Zweiter Wortlaut', kind: 'idea', reason: null, instead: null, replacement: null }
    const rewording = { ...params, commandId, edition: 1, ...change }
    accepted(await callEndpoint(here.url, editAnnotation, { params, body: rewording, cookie }))
    const decision = { decision: 'detached', reason: 'Der Absatz ist entfallen.', after: 0 }
    const detaching = { ...params, commandId: creation(documentId).commandId, ...decision }
    accepted(await callEndpoint(here.url, postAttachment, { params, body: detaching, cookie: office }))
    const taken = await make('Zurückgenommen')
    const withdrawal = { annotationId: taken.id, replyId: null }
    accepted(
      await callEndpoint(here.url, withdrawContribution, {
        params: { annotationId: taken.id },
        body: withdrawal,
        cookie,
      }),
    )
    desk.close()

    const { first } = await archive({ app: here, as: moderator })
    const [one] = first?.items.filter(({ id }) => id.endsWith(edited.id)) ?? []
    expect(one).toMatchObject({
      'rn:history': {
        edition: 2,
        wordings: [{ edition: 1, body: 'Erster Wortlaut' }],
        attachments: [{ decision: 'detached', reason: 'Der Absatz ist entfallen.', anchor: null }],
      },
    })
    const [other] = first?.items.filter(({ id }) => id.endsWith(taken.id)) ?? []
    expect(other).toMatchObject({ 'rn:publication': { state: 'withdrawn' } })
    const editors = JSON.stringify(await archive({ app: here }))
    expect(editors).toContain('Erster Wortlaut')
    expect(editors).not.toContain('Zurückgenommen')
    const open = await (await fetch(here.url + openAddress.ofDocument(slug, 'jsonld'))).text()
    expect(open).toContain('Zweiter Wortlaut')
    for (const secret of ['rn:history', 'rn:publication', 'rn:present', 'Erster Wortlaut', 'Zurückgenommen'])
      expect(open.replace(/"@context":\[.*?\}\]/s, '')).not.toContain(secret)
  })

  it('says at an address what each of our own words means', async () => {
    const response = await fetch(here.url + openAddress.vocabulary)
    expect(response.headers.get('Content-Type')).toContain('application/ld+json')
    const [node] = await expand(JSON.parse(await response.text()))
    const meanings = z.array(z.object({ '@id': z.string() })).parse(node?.['@graph'] ?? [node])
    expect(meanings.length).toBeGreaterThan(0)
    const written = JSON.stringify(await archive({ app: here, as: moderator }))
    const used = new Set([...written.matchAll(/"rn:(\w+)":/g)].map(([, name]) => name))
    const explained = new Set(vocabularyTerms.map(({ name }) => name))
    expect([...used].filter(name => name !== undefined && !explained.has(name))).toEqual([])
  })

  it('counts characters, not UTF-16 units', async () => {
    const { first } = await archive({ app: here })
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
    const [collection] = await expand(await archive({ app: here }))
    expect(collection?.['@type']).toEqual(['http://www.w3.org/ns/activitystreams#OrderedCollection'])
    const text = JSON.stringify(collection)
    expect(text).toContain('"urn:randnotiz:ns:kind"')
    expect(text).toContain('"http://www.w3.org/ns/oa#hasPurpose":[{"@id":"http://www.w3.org/ns/oa#editing"}]')
    await expect(expand({ ...(await archive({ app: here })), surprise: 1 })).rejects.toThrow()
  })

  it('is for staff only', async () => {
    const address = `${here.url}/api/documents/${slug}/archive.jsonld`
    expect((await fetch(address)).status).toBe(401)
    expect((await fetch(address, { headers: { Cookie: await here.signIn(citizen) } })).status).toBe(403)
    const unknown = address.replace(slug, 'gibt-es-nicht')
    expect((await fetch(unknown, { headers: { Cookie: await here.signIn(staff) } })).status).toBe(404)
  })
})

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
