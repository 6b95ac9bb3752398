import { randomUUID } from 'node:crypto'
import { findAnnotations, getTextState } from '@randnotiz/contract/annotations/endpoints'
import { openText } from '@randnotiz/contract/annotations/exchange/open-endpoints'
import { getLinked } from '@randnotiz/contract/annotations/links'
import { compareVersions, publishRelease, showText } from '@randnotiz/contract/publishing/version-endpoints'
import { indexFlatText } from '@randnotiz/document-schema/flat-text'
import { documentFragment } from '@randnotiz/document-schema/fragment'
import { demoPeople } from '@randnotiz/test-kit/demo-people'
import type { OpenDocument } from '@randnotiz/test-kit/open-document'
import { until } from '@randnotiz/test-kit/until'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { callEndpoint } from '../../testing/call-endpoint.js'
import { startTestApp, type TestApp } from '../../testing/start-app.js'
import { aDocument, annotate, flatTextOf, openEditor, textWith } from './testing/a-document.js'

const text = `
## Ziel

Am Markt fehlen Bäume, und im Schatten säße man gern.
`
/** Stands in the live text only; nobody but staff may meet it anywhere. */
const secret = 'Geheimfach'

type Room = Awaited<ReturnType<typeof aRoom>>
let app: TestApp
let staff: string
let citizen: string
let editor: OpenDocument
let room: Room
beforeAll(async () => {
  app = await startTestApp()
  staff = await app.signIn(demoPeople.mira)
  citizen = await app.signIn(demoPeople.heidi)
  room = await aRoom()
})
afterAll(async () => {
  editor.close()
  await app.close()
})

async function value<V>(answer: Promise<{ ok: true; value: V } | { ok: false; refusal: { code: string } }>) {
  const result = await answer
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

/** A text whose last release citizens see, while staff have written on: in a heading and in a passage. */
async function aRoom() {
  const { id: documentId, slug } = await aDocument(app, text)
  editor = await openEditor(app, documentId, staff)
  const params = { documentId }
  const before = await quote('Am Markt fehlen Bäume', citizen)
  const publish = (after: number) => {
    const body = { commandId: randomUUID(), title: 'Eine Fassung', summary: 'Neu.', after }
    return value(callEndpoint(app.url, publishRelease, { params, cookie: staff, body }))
  }
  await publish(0)
  await value(callEndpoint(app.url, showText, { params, cookie: staff, body: { shown: 'release' } }))
  textWith(editor.doc, 'Am Markt').insert(10, `${secret} `)
  textWith(editor.doc, 'Ziel').insert(0, `${secret} und `)
  await until('it is saved', async () => {
    const state = await app.features.documents.liveState(documentId)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, state?.update ?? new Uint8Array())
    return flatTextOf(doc) === flatTextOf(editor.doc)
  })
  const behind = await quote('im Schatten säße man gern', staff)
  const [heading] = indexFlatText(documentFragment(editor.doc)).blocks
  if (!heading?.id) throw new Error('no heading')
  return { documentId, slug, before, behind, headingId: heading.id, publish }

  async function quote(exact: string, cookie: string) {
    const { id, target } = await annotate(app, { doc: editor.doc, documentId, exact, cookie })
    if (target.kind !== 'passage') throw new Error('no passage')
    return { id, textStateId: target.textStateId }
  }
}

const stateOf = ({ id, textStateId }: Room['before'], cookie: string) => {
  const params = { documentId: room.documentId, textStateId }
  return callEndpoint(app.url, getTextState, { params, query: { annotation: id }, cookie })
}
const pageOf = async ({ id, textStateId }: Room['before'], cookie: string) => {
  const address = `${app.url}/texte/${room.slug}/stand/${textStateId}?anmerkung=${id}`
  return (await fetch(address, { headers: { cookie } })).text()
}
const compare = (cookie: string) => {
  const params = { slug: room.slug }
  return callEndpoint(app.url, compareVersions, { params, query: { from: '1', to: 'live' }, cookie })
}
const notYet = { ok: false, refusal: { code: 'publishing/not-yet-public' } }

describe('where citizens see the last release, the live words are for staff', () => {
  it('in the difference between what somebody quoted and today', async () => {
    const seen = await value(stateOf(room.before, citizen))
    expect(seen.quoted?.difference).toEqual({ kind: 'none' })
    expect(JSON.stringify(await value(stateOf(room.before, staff)))).toContain(secret)
  })

  it('in a text that staff have quoted behind the release', async () => {
    expect(await stateOf(room.behind, citizen)).toEqual(notYet)
    expect((await value(stateOf(room.behind, staff))).text).toContain(secret)
    const file = await fetch(`${app.url}/api/open/texts/${room.behind.textStateId}`)
    expect([file.status, await file.text()]).toEqual([404, expect.not.stringContaining(secret)])
  })

  it('on the page of such a text', async () => {
    for (const quoted of [room.before, room.behind])
      expect(await pageOf(quoted, citizen)).not.toContain(secret)
    expect(await pageOf(room.before, staff)).toContain(secret)
  })

  it('in a comparison', async () => {
    expect(await compare(citizen)).toEqual(notYet)
    expect(JSON.stringify(await value(compare(staff)))).toContain(secret)
  })

  it('in what programs are given, in codes for paragraphs and among the chapters one looks through', async () => {
    const { slug, headingId } = room
    const open = await value(callEndpoint(app.url, openText, { params: { slug } }))
    expect(open.text).toContain('Am Markt fehlen Bäume')
    const linked = await value(
      callEndpoint(app.url, getLinked, { params: { slug, kind: 'block', id: headingId } }),
    )
    expect(linked.words).toBe('Ziel')
    const process = (await app.features.publishing.all())[0]
    const find = (cookie: string) =>
      value(
        callEndpoint(app.url, findAnnotations, {
          params: { slug: process?.slug ?? '' },
          query: { document: slug },
          cookie,
        }),
      )
    const found = await find(citizen)
    expect(found.chapters.map(chapter => chapter.text)).toEqual(['Ziel'])
    expect(found.findings.map(({ chapter }) => chapter?.text)).toEqual(['Ziel', 'Ziel'])
    expect((await find(staff)).chapters.map(chapter => chapter.text)).toEqual([`${secret} und Ziel`])
    expect(JSON.stringify(open)).not.toContain(secret)
  })

  it('until they are released', async () => {
    await room.publish(1)
    expect((await value(stateOf(room.behind, citizen))).text).toContain(secret)
    expect(JSON.stringify(await value(stateOf(room.before, citizen)))).toContain(secret)
  })
})
