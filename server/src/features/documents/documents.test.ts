import { getDocument, uploadImage } from '@randnotiz/contract/documents/endpoints'
import { openSyncedDocument } from '@randnotiz/test-kit/open-document'
import { until } from '@randnotiz/test-kit/until'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CallOptions, callEndpoint } from '../../testing/call-endpoint.js'
import { firstParagraph, readDocument } from '../../testing/demo-document.js'
import { startTestApp, type TestApp } from '../../testing/start-app.js'

let app: TestApp
let documentId: string
let editor: string
beforeAll(async () => {
  app = await startTestApp()
  documentId = (await readDocument(app.url, 'appmold')).document.id
  editor = await app.signIn('redaktion1@example.org')
})
afterAll(() => app.close())

const asGuest = { annotate: true, reply: true }

describe('a document', () => {
  it('comes with its text as HTML, its outline, and what an anonymous reader may do: read', async () => {
    const { document, text, permissions } = await readDocument(app.url, 'mobile-stadt')
    expect(document).toMatchObject({ kind: 'buildingBlock', number: 2, facts: null })
    expect(text.words).toBeGreaterThan(300)
    expect(text.outline.length).toBeGreaterThan(2)
    for (const { blockId } of text.outline) expect(text.html).toContain(blockId)
    expect(permissions).toEqual({
      edit: false,
      annotate: false,
      propose: true,
      reply: false,
      attach: false,
      asGuest,
    })
  })

  it.each([
    [
      'redaktion1@example.org',
      { edit: true, annotate: true, propose: true, reply: true, attach: true, asGuest },
    ],
    [
      'heidi@example.org',
      { edit: false, annotate: true, propose: true, reply: true, attach: false, asGuest },
    ],
  ])('tells %s what is allowed', async (email, permissions) => {
    expect((await readDocument(app.url, 'mobile-stadt', await app.signIn(email))).permissions).toEqual(
      permissions,
    )
  })

  it('takes nobody’s annotation outside the phases', async () => {
    const late = await startTestApp({ clock: { now: () => new Date('2040-01-01T00:00:00Z') } })
    const cookie = await late.signIn('heidi@example.org').catch(() => '')
    const { permissions } = await readDocument(late.url, 'mobile-stadt', cookie)
    const nothing = { annotate: false, reply: false }
    const closed = { ...nothing, propose: false }
    expect(permissions).toEqual({ edit: false, attach: false, ...closed, asGuest: nothing })
    await late.close()
  })

  it('that is unknown is refused', async () => {
    expect(await callEndpoint(app.url, getDocument, { params: { slug: 'gibt-es-nicht' } })).toEqual({
      ok: false,
      refusal: { code: 'documents/unknown' },
    })
  })

  it('shows an edit in its next answer, and when it was edited', async () => {
    const before = await readDocument(app.url, 'sc-put')
    const writer = await openSyncedDocument({ url: app.url, documentId: before.document.id, cookie: editor })
    firstParagraph(writer.doc).insert(0, 'Ganz neu: ')
    const after = await until('the edit is in the text', async () => {
      const page = await readDocument(app.url, 'sc-put')
      return page.text.html.includes('Ganz neu: ') && page.text.editedAt > before.text.editedAt ? page : null
    })
    expect(after.text.words).toBe(before.text.words + 2)
    expect(after.text.stateVector).not.toBe(before.text.stateVector)
    writer.close()
  })
})

/** A picture with a place in its metadata. */
const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#2266aa' } })
    .withExif({ IFD0: { Copyright: 'Marktplatz 1' } })
    .jpeg()
    .toBuffer()

const upload = (body: Uint8Array, options: CallOptions = {}) =>
  callEndpoint(app.url, uploadImage, {
    params: { documentId },
    body,
    type: 'image/jpeg',
    cookie: editor,
    ...options,
  })

describe('an image', () => {
  it('is made smaller, loses its metadata, and is served for ever', async () => {
    const stored = await upload(await picture(3_200, 1_000))
    expect(stored).toMatchObject({ ok: true, value: { width: 1_600, height: 500 } })
    const src = stored.ok ? stored.value.src : ''
    const response = await fetch(app.url + src)
    expect(response.headers.get('Content-Type')).toBe('image/webp')
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff')
    const served = await sharp(Buffer.from(await response.arrayBuffer())).metadata()
    expect(served).toMatchObject({ format: 'webp', width: 1_600, height: 500 })
    expect(served.exif).toBeUndefined()
  })

  it('is turned upright, since what says how it was held is not kept', async () => {
    const sideways = await sharp(await picture(40, 20))
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    expect(await upload(sideways)).toMatchObject({ value: { width: 20, height: 40 } })
  })

  it.each([
    [
      'a script in SVG',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    ],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['half a picture', Buffer.from('\x89PNG\r\n\x1a\n and then nothing', 'latin1')],
    ['nothing', Buffer.alloc(0)],
  ])('that is really %s is refused', async (_what, bytes) => {
    expect(await upload(bytes)).toEqual({ ok: false, refusal: { code: 'documents/image-unreadable' } })
  })

  it('cut off on the way is refused', async () => {
    const whole = await picture(800, 800)
    expect(await upload(whole.subarray(0, whole.length / 2))).toMatchObject({
      refusal: { code: 'documents/image-unreadable' },
    })
  })

  it('with more pixels than memory should hold is refused, however small its file', async () => {
    const bomb = await sharp({ create: { width: 9_000, height: 9_000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    expect(await upload(bomb, { type: 'image/png' })).toEqual({
      ok: false,
      refusal: { code: 'documents/image-too-large' },
    })
  })

  it('beyond the size limit is refused before it is read', async () => {
    expect(await upload(new Uint8Array(12 * 1024 * 1024 + 1))).toEqual({
      ok: false,
      refusal: { code: 'request/too-large' },
    })
  })

  it('sent as another type is refused', async () => {
    expect(await upload(await picture(10, 10), { type: 'image/svg+xml' })).toEqual({
      ok: false,
      refusal: { code: 'request/invalid' },
    })
  })

  it('is for those who may edit, and for documents that exist', async () => {
    const bytes = await picture(10, 10)
    expect(await upload(bytes, { cookie: '' })).toMatchObject({
      refusal: { code: 'accounts/sign-in-required' },
    })
    const citizen = await app.signIn('heidi@example.org')
    expect(await upload(bytes, { cookie: citizen })).toMatchObject({
      refusal: { code: 'accounts/not-permitted' },
    })
    expect(await upload(bytes, { params: { documentId: '0'.repeat(24) } })).toMatchObject({
      refusal: { code: 'documents/unknown' },
    })
  })

  it.each(['000000000000000000000000.webp', 'x.webp', '000000000000000000000000.svg'])(
    'that does not exist is not found: %s',
    async name => {
      expect((await fetch(`${app.url}/media/${name}`, { headers: { Accept: 'image/*' } })).status).toBe(404)
    },
  )
})
