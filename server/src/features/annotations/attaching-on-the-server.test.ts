import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import {
  getTextState,
  listAttachments,
  postAnnotation,
  postAttachment,
} from '@randnotiz/contract/annotations/endpoints'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import { type OpenDocument, openSyncedDocument } from '@randnotiz/test-kit/open-document'
import { until } from '@randnotiz/test-kit/until'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callEndpoint } from '../../testing/call-endpoint.js'
import { firstParagraph, readDocument } from '../../testing/demo-document.js'
import { startTestApp, type TestApp } from '../../testing/start-app.js'
import { accepted, attaching, claimOf, creation } from './testing/town.js'

/** Re-attaching on the whole server: real roles and sessions, REST, an editor's document. */
let app: TestApp
let documentId: DocumentId
let editor: OpenDocument
let staff: string
let citizen: string

beforeAll(async () => {
  app = await startTestApp({ clientDist: '' })
  documentId = (await readDocument(app.url, 'mobile-stadt')).document.id
  staff = await app.signIn('redaktion1@example.org')
  citizen = await app.signIn('heidi@example.org')
  editor = await openSyncedDocument({ url: app.url, documentId, cookie: staff })
})
afterAll(async () => {
  editor.close()
  await app.close()
})

const wordsOf = (from: number, to: number) =>
  firstParagraph(editor.doc).toString().split(' ').slice(from, to).join(' ')

async function annotate(words: string): Promise<Annotation> {
  const body = creation(documentId, { passage: claimOf(editor.doc, words) })
  return accepted(await callEndpoint(app.url, postAnnotation, { body, cookie: citizen }))
}

describe('over REST', () => {
  it('staff attach, and only they read the history', async () => {
    const annotation = await annotate(wordsOf(1, 4))
    const passage = claimOf(editor.doc, wordsOf(5, 8))
    const body = attaching(annotation, { decision: 'attached', passage, reason: 'Dort steht es jetzt.' })
    const params = { annotationId: annotation.id }
    for (const cookie of [staff, staff])
      expect(await callEndpoint(app.url, postAttachment, { params, body, cookie })).toMatchObject({
        value: { attachment: { decision: 'attached', number: 1 } },
      })
    const history = await callEndpoint(app.url, listAttachments, { params, cookie: staff })
    expect(history).toMatchObject({ value: { entries: [{ reason: 'Dort steht es jetzt.' }] } })
    expect(await callEndpoint(app.url, listAttachments, { params, cookie: citizen })).toMatchObject({
      refusal: { code: 'accounts/not-permitted' },
    })
    expect(await callEndpoint(app.url, listAttachments, { params })).toMatchObject({
      refusal: { code: 'accounts/sign-in-required' },
    })
  })

  it('citizens, strangers and foreign pages attach nothing', async () => {
    const annotation = await annotate(wordsOf(2, 6))
    const params = { annotationId: annotation.id }
    const body = attaching(annotation, { decision: 'detached' })
    const attempts = [
      { cookie: citizen, code: 'accounts/not-permitted' },
      { code: 'accounts/sign-in-required' },
      { cookie: staff, origin: 'https://evil.example', code: 'request/foreign-origin' },
    ]
    for (const { code, ...from } of attempts)
      expect(await callEndpoint(app.url, postAttachment, { params, body, ...from })).toMatchObject({
        refusal: { code },
      })
    const other = { params: { annotationId: 'f'.repeat(24) }, body, cookie: staff }
    expect(await callEndpoint(app.url, postAttachment, other)).toMatchObject({
      refusal: { code: 'request/invalid', field: 'annotationId' },
    })
    const history = await callEndpoint(app.url, listAttachments, { params, cookie: staff })
    expect(history).toMatchObject({ value: { entries: [] } })
  })
})

describe('the text as somebody annotated it', () => {
  it('is there for everybody, with the passage and what became of it', async () => {
    const words = wordsOf(3, 7)
    const annotation = await annotate(words)
    if (annotation.target.kind !== 'passage') throw new Error('no passage')
    const params = { documentId, textStateId: annotation.target.textStateId }
    const query = { annotation: annotation.id }
    const before = await callEndpoint(app.url, getTextState, { params, query })
    expect(before).toMatchObject({ value: { quoted: { difference: { kind: 'none' } } } })

    const paragraph = firstParagraph(editor.doc)
    paragraph.delete(paragraph.toString().indexOf(words), words.length)
    const { text, range, parts } = await until('the edit has arrived', async () => {
      const after = await callEndpoint(app.url, getTextState, { params, query })
      const quoted = after.ok ? after.value.quoted : null
      if (!after.ok || quoted?.difference.kind !== 'changed') return false
      return { text: after.value.text, range: quoted.range, parts: quoted.difference.parts }
    })
    expect(text.slice(range.start, range.end)).toBe(words)
    const removed = parts.filter(part => part.kind === 'removed').map(part => part.text)
    expect(removed.join('')).toContain(words)
  })

  it('is not found under another document, by another id, or by nonsense', async () => {
    const { target, id } = await annotate(wordsOf(0, 2))
    if (target.kind !== 'passage') throw new Error('no passage')
    const { textStateId } = target
    const other = (await readDocument(app.url, 'soziale-stadt')).document.id
    for (const params of [
      { documentId: other, textStateId },
      { documentId, textStateId: 'a'.repeat(24) },
    ])
      expect(await callEndpoint(app.url, getTextState, { params })).toMatchObject({
        refusal: { code: 'annotations/unknown-text-state' },
      })
    const unknown = { documentId: 'b'.repeat(24), textStateId }
    expect(await callEndpoint(app.url, getTextState, { params: unknown })).toMatchObject({
      refusal: { code: 'documents/unknown' },
    })
    const params = { documentId, textStateId }
    expect(await callEndpoint(app.url, getTextState, { params, query: { annotation: 'x' } })).toMatchObject({
      refusal: { code: 'request/invalid' },
    })
    const without = await callEndpoint(app.url, getTextState, { params })
    expect(without).toMatchObject({ ok: true, value: { quoted: null } })
    const query = { annotation: id.replace(/./g, 'c') }
    expect(await callEndpoint(app.url, getTextState, { params, query })).toMatchObject({
      ok: true,
      value: { quoted: null },
    })
  })
})
