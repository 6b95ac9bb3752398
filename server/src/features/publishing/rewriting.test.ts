import type { NewText } from '@randnotiz/contract/publishing/rewriting'
import { previewRewriting, rewriteText } from '@randnotiz/contract/publishing/version-endpoints'
import { contentOf } from '@randnotiz/document-schema/content/content-node'
import { documentFragment } from '@randnotiz/document-schema/fragment'
import { demoPeople } from '@randnotiz/test-kit/demo-people'
import type { OpenDocument } from '@randnotiz/test-kit/open-document'
import { until } from '@randnotiz/test-kit/until'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { callEndpoint } from '../../testing/call-endpoint.js'
import { startTestApp, type TestApp } from '../../testing/start-app.js'
import { aDocument, annotate, annotationsOf, flatTextOf, openEditor, textWith } from './testing/a-document.js'

const text = `
## Ziel

Die Stadt prüft bis zum Sommer, wo Fahrräder sicher abgestellt werden können.

Am Bahnhof fehlen Bänke, sagen viele, die dort auf den Bus warten.

Am Markt fehlen Bäume, und im Schatten säße man gern.

Der Rat entscheidet im Herbst über die erste Fassung des Konzepts.
`

let app: TestApp
let staff: string
let citizen: string
const opened: OpenDocument[] = []
beforeAll(async () => {
  app = await startTestApp()
  staff = await app.signIn(demoPeople.mira)
  citizen = await app.signIn(demoPeople.heidi)
})
afterEach(() => {
  for (const open of opened.splice(0)) open.close()
})
afterAll(() => app.close())

async function aRoom(markdown = text) {
  const document = await aDocument(app, markdown)
  const params = { documentId: document.id }
  const editor = await openEditor(app, document.id, staff)
  opened.push(editor)
  const preview = (newText: unknown, cookie = staff) =>
    callEndpoint(app.url, previewRewriting, { params, cookie, body: { newText } })
  const rewrite = (newText: unknown, state: string, cookie = staff) =>
    callEndpoint(app.url, rewriteText, { params, cookie, body: { newText, state } })
  const note = (exact: string) =>
    annotate(app, { doc: editor.doc, documentId: document.id, exact, cookie: citizen })
  return { ...document, doc: editor.doc, preview, rewrite, note }
}

const markdown = (words: string): NewText => ({ kind: 'markdown', markdown: words })

async function value<V>(answer: Promise<{ ok: true; value: V } | { ok: false; refusal: { code: string } }>) {
  const result = await answer
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

const blockOf = (doc: Y.Doc, number: number) => documentFragment(doc).get(number)

describe('a new draft', () => {
  const draft = text
    .replace('bis zum Sommer', 'bis zum Frühling')
    .replace('Am Bahnhof fehlen Bänke, sagen viele, die dort auf den Bus warten.\n\n', '')

  it('is previewed with what becomes of every annotation, and nothing is changed', async () => {
    const room = await aRoom()
    await room.note('prüft bis zum Sommer')
    await room.note('Am Bahnhof fehlen Bänke')
    await room.note('im Herbst über die erste Fassung')
    const before = flatTextOf(room.doc)
    const preview = await value(room.preview(markdown(draft)))
    expect(preview).toMatchObject({ same: false, presentBlocks: 5, unchangedBlocks: 3 })
    expect(preview.annotations.counts).toEqual({
      stays: 1,
      changes: 1,
      lost: 1,
      returns: 0,
      'in-doubt': 0,
      'still-lost': 0,
      whole: 0,
    })
    expect(preview.annotations.affected.map(({ fate, now, later }) => ({ fate, now, later }))).toEqual([
      { fate: 'lost', now: 'Am Bahnhof fehlen Bänke', later: null },
      { fate: 'changes', now: 'prüft bis zum Sommer', later: 'prüft bis zum Frühling' },
    ])
    expect(flatTextOf(room.doc)).toBe(before)
    expect((await annotationsOf(app, room.id)).map(({ resolution }) => resolution.status)).toEqual([
      'exact',
      'exact',
      'exact',
    ])
  })

  it('becomes the live text as an edit: what stays keeps its characters, and what was previewed comes true', async () => {
    const room = await aRoom()
    await room.note('prüft bis zum Sommer')
    await room.note('Am Bahnhof fehlen Bänke')
    await room.note('im Herbst über die erste Fassung')
    const [heading, last] = [blockOf(room.doc, 0), blockOf(room.doc, 4)]
    const { state } = await value(room.preview(markdown(draft)))
    await value(room.rewrite(markdown(draft), state))
    await until('the editor sees it', () => flatTextOf(room.doc).includes('Frühling'))
    expect(documentFragment(room.doc).length).toBe(4)
    expect([blockOf(room.doc, 0), blockOf(room.doc, 3)]).toEqual([heading, last])
    await app.features.annotations.resolve(room.id)
    expect((await annotationsOf(app, room.id)).map(({ resolution }) => resolution.status)).toEqual([
      'changed',
      'orphaned',
      'exact',
    ])
  })

  it('that is confirmed twice is there once', async () => {
    const room = await aRoom()
    const { state } = await value(room.preview(markdown(draft)))
    const first = await value(room.rewrite(markdown(draft), state))
    await until('the editor sees it', () => flatTextOf(room.doc).includes('Frühling'))
    const content = contentOf(documentFragment(room.doc))
    expect(await value(room.rewrite(markdown(draft), state))).toEqual(first)
    expect(contentOf(documentFragment(room.doc))).toEqual(content)
    expect((await value(room.preview(markdown(draft)))).same).toBe(true)
  })

  it('is refused when somebody has gone on writing since the preview', async () => {
    const room = await aRoom()
    const { state } = await value(room.preview(markdown(draft)))
    textWith(room.doc, 'im Schatten').insert(0, 'Und: ')
    await until('it is saved', async () => (await value(room.preview(markdown(draft)))).state !== state)
    expect(await room.rewrite(markdown(draft), state)).toEqual({
      ok: false,
      refusal: { code: 'publishing/text-moved-on' },
    })
    expect(flatTextOf(room.doc)).toContain('Und: Am Markt')
    const again = await value(room.preview(markdown(draft)))
    await value(room.rewrite(markdown(draft), again.state))
    await until('it is there', () => !flatTextOf(room.doc).includes('Und: '))
  })

  it('lets an annotation return to the words it was lost from', async () => {
    const room = await aRoom()
    await room.note('Am Bahnhof fehlen Bänke')
    const { state } = await value(room.preview(markdown(draft)))
    await value(room.rewrite(markdown(draft), state))
    await app.features.annotations.resolve(room.id)
    const back = await value(room.preview(markdown(text)))
    expect(back.annotations.counts).toMatchObject({ returns: 1, lost: 0 })
  })

  it('may be the JSON of a ProseMirror document', async () => {
    const room = await aRoom()
    const content = { type: 'doc', content: contentOf(documentFragment(room.doc)).slice(0, 2) }
    const { state } = await value(room.preview({ kind: 'content', content }))
    await value(room.rewrite({ kind: 'content', content }, state))
    await until('it is there', () => documentFragment(room.doc).length === 2)
  })
})

describe('who may not, and what cannot be', () => {
  it('is refused with a reason, and leaves the text alone', async () => {
    const room = await aRoom()
    const { state } = await value(room.preview(markdown('Neu.')))
    const refused = async (answer: Promise<unknown>, code: string) =>
      expect(await answer).toMatchObject({ ok: false, refusal: { code } })
    await refused(room.preview(markdown('Neu.'), citizen), 'accounts/not-permitted')
    await refused(room.rewrite(markdown('Neu.'), state, citizen), 'accounts/not-permitted')
    await refused(room.preview(markdown('Neu.'), ''), 'accounts/sign-in-required')
    await refused(room.preview(markdown('  ')), 'request/invalid')
    await refused(room.preview({ kind: 'version', version: '7' }), 'publishing/unknown-version')
    await refused(room.preview({ kind: 'version', version: '1900-01-01' }), 'publishing/unknown-version')
    await refused(room.preview({ kind: 'version', version: '../etc' }), 'request/invalid')
    await refused(room.preview({ kind: 'content', content: { type: 'doc' } }), 'publishing/draft-unreadable')
    await refused(room.preview({ kind: 'content' }), 'request/invalid')
    await refused(room.rewrite(markdown('Neu.'), 'not a hash'), 'request/invalid')
    await refused(room.rewrite(markdown('Neu.'), '0'.repeat(64)), 'publishing/text-moved-on')
    const unknown = {
      params: { documentId: '0'.repeat(24) },
      cookie: staff,
      body: { newText: markdown('Neu.') },
    }
    await refused(callEndpoint(app.url, previewRewriting, unknown), 'documents/unknown')
    expect(flatTextOf(room.doc)).toContain('Am Bahnhof fehlen Bänke')
  })

  it('takes a script for what it is: words', async () => {
    const room = await aRoom()
    const draft = markdown(
      '<script>alert(1)</script> [hier](javascript:alert(1)) ![x](https://evil.example/x.png)',
    )
    const { state } = await value(room.preview(draft))
    await value(room.rewrite(draft, state))
    await until('it is there', () => flatTextOf(room.doc).includes('alert'))
    const json = JSON.stringify(contentOf(documentFragment(room.doc)))
    expect(json).not.toContain('"href":"javascript')
    expect(json).not.toContain('"image"')
  })
})
