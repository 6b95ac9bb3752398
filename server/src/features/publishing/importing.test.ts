import { listAnnotations } from '@randnotiz/contract/annotations/endpoints'
import { getDocument } from '@randnotiz/contract/documents/endpoints'
import { getHome } from '@randnotiz/contract/publishing/endpoints'
import { createText, readTextFile, textFileType } from '@randnotiz/contract/publishing/text-file'
import { listVersions, previewRewriting, rewriteText } from '@randnotiz/contract/publishing/version-endpoints'
import { demoPeople } from '@randnotiz/test-kit/demo-people'
import { Types } from 'mongoose'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callEndpoint, fetchEndpoint } from '../../testing/call-endpoint.js'
import { startTestApp, type TestApp } from '../../testing/start-app.js'
import { FileReading } from './importing/reading/file-reading.js'
import { wordFile, wordParagraph } from './importing/testing/zip-file.js'
import { aDocument, annotate, openEditor } from './testing/a-document.js'

let app: TestApp
let staff: string
let citizen: string
let processId: string
beforeAll(async () => {
  app = await startTestApp()
  staff = await app.signIn(demoPeople.mira)
  citizen = await app.signIn(demoPeople.heidi)
  const home = await value(callEndpoint(app.url, getHome))
  processId = home.process.id
})
afterAll(() => app.close())

async function value<V>(answer: Promise<{ ok: true; value: V } | { ok: false; refusal: { code: string } }>) {
  const result = await answer
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

const newId = () => new Types.ObjectId().toHexString()

type Handed = { documentId: string; cookie?: string; type?: string; origin?: string }

function read(name: string, bytes: Buffer | string, { documentId, cookie = staff, ...rest }: Handed) {
  const given = { params: { documentId }, query: { name }, cookie, type: textFileType, ...rest }
  return callEndpoint(app.url, readTextFile, { ...given, body: new Uint8Array(Buffer.from(bytes)) })
}

const create = (body: object, cookie = staff) => callEndpoint(app.url, createText, { cookie, body })

const about = (id: string, title = 'Grüne Höfe') => ({
  id,
  processId,
  kind: 'buildingBlock',
  title: { de: title, en: title },
  teaser: { de: 'Worum es geht.', en: 'What it is about.' },
  leeway: 'consulted',
})

async function pageWithPicture() {
  const png = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#a33' } })
    .png()
    .toBuffer()
  const src = `data:image/png;base64,${png.toString('base64')}`
  return `<h1>Höfe</h1><p>Im Schatten.</p><img alt="Plan" src="${src}"><img alt="Kaputt" src="data:image/png;base64,AAAA">`
}

describe('a file that becomes a new text', () => {
  it('is looked at first, and stands there with its picture afterwards', async () => {
    const documentId = newId()
    const draft = await value(read('hoefe.html', await pageWithPicture(), { documentId }))
    expect(draft).toMatchObject({ kind: 'html', title: 'Höfe', words: 3, images: 1, lossesLeftOut: 0 })
    expect(draft.losses).toEqual([{ kind: 'image', under: 'Höfe', words: 'Kaputt', count: 1 }])
    const src = /src="(\/media\/[0-9a-f]{24}\.webp)"/.exec(draft.html)?.[1]
    expect((await fetch(app.url + src)).headers.get('content-type')).toBe('image/webp')

    const text = await value(create({ ...about(documentId), content: draft.content }))
    expect(text).toMatchObject({ slug: 'gruene-hoefe', id: documentId, facts: null })
    const page = await value(callEndpoint(app.url, getDocument, { params: { slug: text.slug } }))
    expect(page.text.html).toContain(`src="${src}" alt="Plan" width="40" height="30"`)
    const home = await value(callEndpoint(app.url, getHome))
    expect(home.documents.filter(({ id }) => id === documentId)).toHaveLength(1)
  })

  it('is created once, however often it is sent', async () => {
    const documentId = newId()
    const { content } = await value(read('a.md', '# Zwei', { documentId }))
    const both = await Promise.all([1, 2, 3].map(() => create({ ...about(documentId, 'Zwei'), content })))
    const texts = await Promise.all(both.map(answer => value(Promise.resolve(answer))))
    expect(new Set(texts.map(({ slug }) => slug)).size).toBe(1)
    const page = await value(callEndpoint(app.url, getDocument, { params: { slug: 'zwei' } }))
    expect(page.text.html.match(/<h1/g)).toHaveLength(1)
    expect(await create({ ...about(documentId, 'Drei'), content })).toMatchObject({
      refusal: { code: 'publishing/text-exists' },
    })
  })

  it('gets a number and an address of its own, also when many begin at once', async () => {
    const { content } = await value(read('a.md', 'Wort', { documentId: newId() }))
    const texts = await Promise.all(
      Array.from({ length: 6 }, () => value(create({ ...about(newId(), 'Gleicher Titel'), content }))),
    )
    expect(new Set(texts.map(({ slug }) => slug)).size).toBe(6)
    expect(new Set(texts.map(({ number }) => number)).size).toBe(6)
  })
})

describe('a file that replaces a text', () => {
  it('shows what becomes of the annotations, is an edit, and is undone by restoring', async () => {
    const document = await aDocument(app, 'Am Bahnhof fehlen Bänke.\n\nAm Markt fehlen Bäume.')
    const params = { documentId: document.id }
    const editor = await openEditor(app, document.id, staff)
    for (const exact of ['fehlen Bänke', 'fehlen Bäume'])
      await annotate(app, { doc: editor.doc, documentId: document.id, exact, cookie: citizen })
    editor.close()
    const file = wordFile(wordParagraph('Am Markt fehlen Bäume.') + wordParagraph('Am Fluss fehlt Schatten.'))
    const draft = await value(read('neu.docx', file, params))
    const newText = { kind: 'content', content: draft.content }
    const preview = await value(
      callEndpoint(app.url, previewRewriting, { params, cookie: staff, body: { newText } }),
    )
    expect(preview).toMatchObject({ presentBlocks: 2, unchangedBlocks: 1 })
    expect(preview.annotations.counts).toMatchObject({ stays: 1, lost: 1 })
    await value(
      callEndpoint(app.url, rewriteText, { params, cookie: staff, body: { newText, state: preview.state } }),
    )
    const shown = () => value(callEndpoint(app.url, getDocument, { params: { slug: document.slug } }))
    expect((await shown()).text.html).toContain('Am Fluss fehlt Schatten.')
    const { annotations } = await value(callEndpoint(app.url, listAnnotations, { params }))
    expect(annotations).toHaveLength(2)

    const versions = await value(
      callEndpoint(app.url, listVersions, { params: { slug: document.slug }, cookie: staff }),
    )
    const before = { kind: 'version', version: versions.days[0]?.day }
    const back = await value(
      callEndpoint(app.url, previewRewriting, { params, cookie: staff, body: { newText: before } }),
    )
    expect(back.annotations.counts).toMatchObject({ lost: 0 })
    await value(
      callEndpoint(app.url, rewriteText, {
        params,
        cookie: staff,
        body: { newText: before, state: back.state },
      }),
    )
    expect((await shown()).text.html).toContain('Am Bahnhof fehlen Bänke.')
  })
})

describe('who may not, and what cannot be', () => {
  it('is refused, and nothing is there afterwards', async () => {
    const documentId = newId()
    const code = async (answer: Promise<{ ok: boolean; refusal?: { code: string } }>) =>
      (await answer).refusal?.code
    expect(await code(read('a.md', 'x', { documentId, cookie: citizen }))).toBe('accounts/not-permitted')
    expect(await code(read('a.md', 'x', { documentId, cookie: '' }))).toBe('accounts/sign-in-required')
    expect(await code(read('a.md', 'x', { documentId, origin: 'https://evil.example' }))).toBe(
      'request/foreign-origin',
    )
    expect(await code(read('a.md', 'x', { documentId, type: 'text/markdown' }))).toBe('request/invalid')
    expect(await code(read('a.md', 'x', { documentId: 'x' }))).toBe('request/invalid')
    const whole = about(documentId, 'Nie')
    const content = { type: 'doc', content: [{ type: 'paragraph' }] }
    expect(await code(create({ ...whole, content }, citizen))).toBe('accounts/not-permitted')
    expect(await code(create({ ...whole, content: { type: 'doc' } }))).toBe('publishing/draft-unreadable')
    expect(await code(create({ ...whole, content, processId: newId() }))).toBe('publishing/unknown-process')
    expect(await code(create({ ...whole, content, title: { de: ' ', en: 'x' } }))).toBe('request/invalid')
    const page = await callEndpoint(app.url, getDocument, { params: { slug: 'nie' } })
    expect(page).toMatchObject({ refusal: { code: 'documents/unknown' } })
  })

  it('is a file of 50 MB', async () => {
    const response = await fetchEndpoint(app.url, readTextFile, {
      params: { documentId: newId() },
      cookie: staff,
      type: textFileType,
      body: new Uint8Array(50 * 1024 * 1024),
    })
    expect(response.status).toBe(413)
    await response.body?.cancel()
  })

  it('ends with its thread when it takes too long, and the next file is read', async () => {
    const files = new FileReading({ milliseconds: 1, megabytes: 256 })
    const answers = await Promise.all(
      ['a', 'b'].map(name =>
        files.read({ name: `${name}.md`, bytes: Buffer.from('# Lang\n'.repeat(50_000)) }),
      ),
    )
    expect(answers).toEqual(Array(2).fill({ kind: 'refused', code: 'publishing/file-too-large' }))
    await files.close()
  })
})
