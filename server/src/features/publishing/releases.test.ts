import { createHash, randomUUID } from 'node:crypto'
import { postAnnotation } from '@randnotiz/contract/annotations/endpoints'
import { getDocument } from '@randnotiz/contract/documents/endpoints'
import type { Slug } from '@randnotiz/contract/kit/ids'
import type { ComparisonPage } from '@randnotiz/contract/publishing/comparison'
import {
  compareVersions,
  getDay,
  getRelease,
  listVersions,
  previewRewriting,
  publishRelease,
  rewriteText,
  showText,
} from '@randnotiz/contract/publishing/version-endpoints'
import { toBase64 } from '@randnotiz/document-schema/base64'
import { contentOf } from '@randnotiz/document-schema/content/content-node'
import { createCrdtRange } from '@randnotiz/document-schema/crdt-range'
import { indexFlatText } from '@randnotiz/document-schema/flat-text'
import { documentFragment } from '@randnotiz/document-schema/fragment'
import { demoPeople } from '@randnotiz/test-kit/demo-people'
import { type OpenDocument, openDocument } from '@randnotiz/test-kit/open-document'
import { until } from '@randnotiz/test-kit/until'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { callEndpoint } from '../../testing/call-endpoint.js'
import { startTestApp, type TestApp } from '../../testing/start-app.js'
import { aDocument, annotationsOf, flatTextOf, openEditor, textWith } from './testing/a-document.js'

const text = `
## Ziel

Die Stadt prüft bis zum Sommer, wo Fahrräder sicher abgestellt werden können.

Am Markt fehlen Bäume, und im Schatten säße man gern.
`

let app: TestApp
let staff: string
let citizen: string
let now = new Date('2026-03-02T10:00:00Z')
const opened: OpenDocument[] = []
beforeAll(async () => {
  app = await startTestApp({ clock: { now: () => now } })
  staff = await app.signIn(demoPeople.mira)
  citizen = await app.signIn(demoPeople.heidi)
})
beforeEach(() => {
  now = new Date('2026-03-02T10:00:00Z')
})
afterEach(() => {
  for (const open of opened.splice(0)) open.close()
})
afterAll(() => app.close())

async function value<V>(answer: Promise<{ ok: true; value: V } | { ok: false; refusal: { code: string } }>) {
  const result = await answer
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

const refusal = (code: string) => ({ ok: false, refusal: { code } })

async function demoDocument(slug: string) {
  const page = await value(callEndpoint(app.url, getDocument, { params: { slug } }))
  return page.document
}

async function aRoom() {
  const document = await aDocument(app, text)
  const { id: documentId, slug } = document
  const editor = await openEditor(app, documentId, staff)
  opened.push(editor)
  const params = { documentId }
  const publish = (said: Record<string, unknown> = {}, cookie = staff) => {
    const body = { commandId: randomUUID(), title: 'Eine Fassung', summary: 'Neu.', after: 0, ...said }
    return callEndpoint(app.url, publishRelease, { params, cookie, body })
  }
  const list = (cookie = staff) => value(callEndpoint(app.url, listVersions, { params: { slug }, cookie }))
  const type = async (before: string, words: string) => {
    textWith(editor.doc, before).insert(0, words)
    await until('it is saved', async () => {
      const state = await app.features.documents.liveState(documentId)
      const doc = new Y.Doc()
      Y.applyUpdate(doc, state?.update ?? new Uint8Array())
      return flatTextOf(doc) === flatTextOf(editor.doc)
    })
  }
  const compare = (from: string, to: string, cookie = staff) =>
    callEndpoint(app.url, compareVersions, { params: { slug }, query: { from, to }, cookie })
  const show = (shown: string, cookie = staff) =>
    callEndpoint(app.url, showText, { params, cookie, body: { shown } })
  return { documentId, slug, doc: editor.doc, publish, list, type, compare, show }
}

const changes = (page: ComparisonPage) =>
  page.rows.flatMap(row => (row.row === 'block' && row.block.kind !== 'same' ? [row.block] : []))

describe('a release', () => {
  it('is the live text for good, with a number, and a file whose hash anybody can check', async () => {
    const room = await aRoom()
    const release = await value(room.publish({ title: ' Erste Fassung ' }))
    expect(release).toMatchObject({ number: 1, title: 'Erste Fassung', createdAt: now.toISOString() })
    await room.type('Am Markt', 'Und: ')
    const page = await value(
      callEndpoint(app.url, getRelease, { params: { slug: room.slug, number: '1' }, cookie: '' }),
    )
    expect(page).toMatchObject({ release, newest: 1, contributions: 0 })
    expect(page.text.html).toContain('<p id="block-')
    expect(page.text.html).not.toContain('Und: ')

    const file = await fetch(`${app.url}/fassungen/${release.id}.json`)
    expect(file.headers.get('cache-control')).toContain('immutable')
    const bytes = await file.text()
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(release.hash)
    expect(JSON.parse(bytes)).toMatchObject({ number: 1, title: 'Erste Fassung', content: { type: 'doc' } })
    const plain = await fetch(`${app.url}/fassungen/${release.id}.txt`)
    expect(await plain.text()).toContain('Am Markt fehlen Bäume')
    const state = new Uint8Array(await (await fetch(`${app.url}/fassungen/${release.id}.yjs`)).arrayBuffer())
    const doc = new Y.Doc()
    Y.applyUpdate(doc, state)
    expect(flatTextOf(doc)).toContain('Ziel\nDie Stadt prüft')
  })

  it('is there once, however often the same command comes', async () => {
    const room = await aRoom()
    const commandId = randomUUID()
    const both = await Promise.all([room.publish({ commandId }), room.publish({ commandId })])
    const third = await room.publish({ commandId })
    expect(new Set([...both, third].map(answer => JSON.stringify(answer))).size).toBe(1)
    expect((await room.list()).releases).toHaveLength(1)
    expect(await room.publish({ commandId, title: 'Eine andere' })).toEqual(
      refusal('annotations/command-reused'),
    )
  })

  it('of two that are published at the same time is one, and numbers have no gaps', async () => {
    const room = await aRoom()
    const answers = await Promise.all(Array.from({ length: 5 }, () => room.publish()))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toEqual(refusal('publishing/released-meanwhile'))
    expect(await room.publish({ after: 1 })).toEqual(refusal('publishing/nothing-new'))
    await room.type('Am Markt', 'Und: ')
    expect(await room.publish({ after: 0 })).toEqual(refusal('publishing/released-meanwhile'))
    expect(await room.publish({ after: 5 })).toEqual(refusal('publishing/released-meanwhile'))
    expect((await value(room.publish({ after: 1 }))).number).toBe(2)
    expect((await room.list()).releases.map(({ number }) => number)).toEqual([2, 1])
  })

  it('that is published while somebody types is one state that there was', async () => {
    const room = await aRoom()
    const typing = textWith(room.doc, 'Am Markt')
    const typed = setInterval(() => typing.insert(0, 'x'), 1)
    const release = await value(room.publish())
    clearInterval(typed)
    const plain = await (await fetch(`${app.url}/fassungen/${release.id}.txt`)).text()
    expect(plain).toMatch(/\nx*Am Markt fehlen/)
  })

  it('may be published by the staff only, and says what is missing', async () => {
    const room = await aRoom()
    expect(await room.publish({}, citizen)).toEqual(refusal('accounts/not-permitted'))
    expect(await room.publish({}, '')).toEqual(refusal('accounts/sign-in-required'))
    expect(await room.publish({ title: '  ' })).toMatchObject(refusal('request/invalid'))
    const params = { slug: room.slug, number: '1' }
    expect(await callEndpoint(app.url, getRelease, { params })).toEqual(refusal('publishing/unknown-version'))
    for (const name of ['0'.repeat(24), '../x', 'x.json'])
      expect((await fetch(`${app.url}/fassungen/${name}.yjs`)).status).toBe(404)
  })

  it('comes back into the live text with all its blocks, and keeps what stayed', async () => {
    const room = await aRoom()
    await value(room.publish())
    const content = contentOf(documentFragment(room.doc))
    const heading = documentFragment(room.doc).get(0)
    await room.type('Am Markt', 'Und: ')
    await room.type('Die Stadt', 'Auch: ')
    const params = { documentId: room.documentId }
    const newText = { kind: 'version', version: '1' }
    const { state } = await value(
      callEndpoint(app.url, previewRewriting, { params, cookie: staff, body: { newText } }),
    )
    await value(callEndpoint(app.url, rewriteText, { params, cookie: staff, body: { newText, state } }))
    await until('it is back', () => !flatTextOf(room.doc).includes('Und: '))
    expect(contentOf(documentFragment(room.doc))).toEqual(content)
    expect(documentFragment(room.doc).get(0)).toBe(heading)
    const { ahead, days } = await room.list()
    expect(ahead).toBe(false)
    // What was there before can be brought back too.
    expect(days.map(({ day }) => day)).toEqual(['2026-03-02-110000'])
    const replaced = await value(room.compare('2026-03-02-110000', 'live'))
    expect(replaced.figures).toMatchObject({ changed: 2, wordsRemoved: 2 })
  })
})

describe('what citizens see', () => {
  const read = (slug: Slug, cookie = '') =>
    value(callEndpoint(app.url, getDocument, { params: { slug }, cookie }))

  it('is the last release where staff want it so, and the live text otherwise', async () => {
    const room = await aRoom()
    await value(room.show('release'))
    expect((await read(room.slug)).source).toEqual({ kind: 'live', publicRelease: null })
    await value(room.publish())
    await room.type('Am Markt', 'Und: ')
    const page = await read(room.slug, citizen)
    expect(page.source).toMatchObject({ kind: 'release', number: 1 })
    expect(page.text.html).not.toContain('Und: ')
    expect(await read(room.slug, staff)).toMatchObject({ source: { kind: 'live', publicRelease: 1 } })
    await value(room.show('live'))
    expect((await read(room.slug)).text.html).toContain('Und: ')
    expect(await room.show('release', citizen)).toEqual(refusal('accounts/not-permitted'))
  })

  it('is nothing of the live text then: no connection, no comparison, no day', async () => {
    const room = await aRoom()
    const reader = openDocument({ url: app.url, documentId: room.documentId })
    opened.push(reader)
    await until('the reader reads', () => reader.provider.synced)
    await value(room.publish())
    const turnedAway = new Promise<number>(resolve =>
      reader.provider.on('connection-close', event => resolve(event?.code ?? 0)),
    )
    await value(room.show('release'))
    expect(await turnedAway).toBe(4403)
    expect(await room.compare('1', 'live', citizen)).toEqual(refusal('publishing/not-yet-public'))
    expect(await room.list(citizen)).toMatchObject({ ahead: null, days: [] })
    const params = { slug: room.slug, day: '2026-03-02' }
    expect(await callEndpoint(app.url, getDay, { params, cookie: citizen })).toEqual(
      refusal('accounts/not-permitted'),
    )
  })

  it('can be annotated as it was published, and the note is found in the live text', async () => {
    const room = await aRoom()
    const { id } = await value(room.publish())
    await value(room.show('release'))
    await room.type('Am Markt', 'Und: ')
    const doc = new Y.Doc()
    Y.applyUpdate(doc, new Uint8Array(await (await fetch(`${app.url}/fassungen/${id}.yjs`)).arrayBuffer()))
    const index = indexFlatText(documentFragment(doc))
    const exact = 'Am Markt fehlen Bäume'
    const range = { start: index.text.indexOf(exact), end: index.text.indexOf(exact) + exact.length }
    const claim = {
      release: 1,
      stateVector: toBase64(Y.encodeStateVector(doc)),
      range,
      exact,
      crdt: createCrdtRange(index, range),
    }
    const post = (passage: object) =>
      callEndpoint(app.url, postAnnotation, {
        cookie: citizen,
        body: {
          commandId: randomUUID(),
          documentId: room.documentId,
          passage,
          kind: 'idea',
          body: 'Ja!',
          replacement: null,
        },
      })
    const annotation = await value(post(claim))
    expect(annotation.target).toMatchObject({
      release: 1,
      quote: { exact, suffix: ', und im Schatten säße man gern.' },
    })
    await app.features.annotations.resolve(room.documentId)
    const [found] = await annotationsOf(app, room.documentId)
    expect(found?.resolution).toMatchObject({ status: 'exact', range: { start: range.start + 5 } })
    expect(await post({ ...claim, release: 7 })).toMatchObject(refusal('annotations/passage-outside'))
    const shifted = { ...claim, range: { start: range.start + 1, end: range.end + 1 } }
    expect(await post(shifted)).toMatchObject(refusal('annotations/passage-changed'))
  })
})

describe('days', () => {
  it('keep how the text ended them, and can be read, compared and brought back', async () => {
    const room = await aRoom()
    await app.features.publishing.versions.keepDay(room.documentId, now)
    await room.type('Am Markt', 'Erst ')
    await app.features.publishing.versions.keepDay(room.documentId, new Date('2026-03-03T09:00:00Z'))
    await room.type('Erst', 'Zu')
    await app.features.publishing.versions.keepDay(room.documentId, new Date('2026-03-03T21:00:00Z'))
    expect((await room.list()).days.map(({ day }) => day)).toEqual(['2026-03-03', '2026-03-02'])
    const page = await value(room.compare('2026-03-02', '2026-03-03'))
    expect(changes(page).map(({ both }) => both.replace(/ id="[^"]*"/, ''))).toEqual([
      '<p><ins>ZuErst </ins>Am Markt fehlen Bäume, und im Schatten säße man gern.</p>',
    ])
    const day = await value(
      callEndpoint(app.url, getDay, { params: { slug: room.slug, day: '2026-03-02' }, cookie: staff }),
    )
    expect(day.text.html).toContain('Am Markt fehlen')
    expect(await room.compare('2026-03-01', 'live')).toEqual(refusal('publishing/unknown-version'))
    const params = { documentId: room.documentId }
    const body = { newText: { kind: 'version', version: '2026-03-02' } }
    const preview = await value(callEndpoint(app.url, previewRewriting, { params, cookie: staff, body }))
    expect(preview).toMatchObject({ same: false, unchangedBlocks: 2, presentBlocks: 3 })
  })
})

describe('a comparison', () => {
  it('shows what changed since the last release, to everybody who may see both', async () => {
    const room = await aRoom()
    await value(room.publish({ title: 'Die erste' }))
    now = new Date('2026-03-05T10:00:00Z')
    await room.type('Am Markt', 'Und: ')
    const answer = await callEndpoint(app.url, compareVersions, { params: { slug: room.slug } })
    const page = await value(Promise.resolve(answer))
    expect(page).toMatchObject({
      from: { version: '1', title: 'Die erste' },
      to: { version: 'live', title: null },
      figures: { changed: 1, added: 0, removed: 0, moved: 0, wordsAdded: 1, wordsRemoved: 0 },
      because: [],
    })
    expect(page.versions.map(({ version }) => version)).toEqual(['live', '1'])
    expect(changes(page)).toHaveLength(1)
    for (const [from, to] of [
      ['9', 'live'],
      ['1', '2'],
      ['x', 'live'],
      ['1', 'LIVE'],
    ])
      expect((await room.compare(from ?? '', to ?? '')).ok).toBe(false)
  })

  it('shows because of which contributions something changed, and leads from one to its change', async () => {
    const { id, slug } = await demoDocument('mobile-stadt')
    const query = { from: '2', to: 'live' }
    const page = await value(callEndpoint(app.url, compareVersions, { params: { slug }, query }))
    expect(page.because.map(({ quote }) => quote)).toEqual([
      'am selben Tag auf der Seite der Stadt',
      'Die Zählgeräte erkennen Umrisse.',
    ])
    const because = changes(page).map(block => block.because.map(({ annotationId }) => annotationId))
    const [first, second] = page.because.map(({ annotationId }) => annotationId)
    expect(because).toEqual([[first], [], [second]])
    expect((await annotationsOf(app, id)).filter(one => one.id === first || one.id === second)).toHaveLength(
      2,
    )

    const around = await value(
      callEndpoint(app.url, compareVersions, { params: { slug }, query: { annotation: second ?? '' } }),
    )
    expect([around.from.version, around.to.version]).toEqual(['2', 'live'])
    const before = await value(
      callEndpoint(app.url, compareVersions, { params: { slug }, query: { from: '1', to: '2' } }),
    )
    expect(before.because).toEqual([])
  })

  it('around a contribution that nobody knows is refused', async () => {
    const room = await aRoom()
    const query = { annotation: '0'.repeat(24) }
    expect(await callEndpoint(app.url, compareVersions, { params: { slug: room.slug }, query })).toEqual(
      refusal('publishing/unknown-version'),
    )
  })
})
