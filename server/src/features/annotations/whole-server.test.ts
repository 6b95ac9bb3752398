import { listAnnotations, postAnnotation, postReply } from '@randnotiz/contract/annotations/endpoints'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import { type OpenDocument, openSyncedDocument } from '@randnotiz/test-kit/open-document'
import { openSocket } from '@randnotiz/test-kit/open-socket'
import { until } from '@randnotiz/test-kit/until'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callEndpoint } from '../../testing/call-endpoint.js'
import { firstParagraph, readDocument } from '../../testing/demo-document.js'
import { startTestApp, type TestApp } from '../../testing/start-app.js'
import { accepted, claimOf, creation, liveTextOf } from './testing/town.js'

/** Citizens and staff on the whole server: stock editors, real sockets, REST, real sessions. */
let app: TestApp
let documentId: DocumentId
const opened: { close(): void }[] = []

const staff = 'redaktion1@example.org'
const citizen = 'heidi@example.org'

beforeAll(async () => {
  app = await startTestApp({ clientDist: '' })
  documentId = (await readDocument(app.url, 'mobile-stadt')).document.id
})
afterAll(async () => {
  for (const one of opened.splice(0)) one.close()
  await app.close()
})

async function edit(): Promise<OpenDocument> {
  const document = await openSyncedDocument({ url: app.url, documentId, cookie: await app.signIn(staff) })
  opened.push(document)
  return document
}

async function standing(annotationId: string) {
  const page = await callEndpoint(app.url, listAnnotations, { params: { documentId }, query: { since: '0' } })
  if (!page.ok) throw new Error(page.refusal.code)
  const annotation = page.value.annotations.find(one => one.id === annotationId)
  if (!annotation) throw new Error('the annotation is gone')
  return annotation
}

async function wordsOf(annotationId: string, { doc }: OpenDocument) {
  const { resolution } = await standing(annotationId)
  if (!('range' in resolution)) return resolution.status
  return liveTextOf(doc).index.text.slice(resolution.range.start, resolution.range.end)
}

describe('on the whole server', () => {
  it('a citizen annotates what staff go on writing in, and the note stays over a restart', async () => {
    const editor = await edit()
    const paragraph = firstParagraph(editor.doc)
    const words = paragraph.toString().split(' ').slice(1, 5).join(' ')
    const socket = await openSocket(app.url, await app.signIn(citizen))
    opened.push({ close: () => socket.disconnect() })
    const command = creation(documentId, { passage: claimOf(editor.doc, words) })
    const created = accepted(await socket.emitWithAck('annotation:create', command))
    expect(created).toMatchObject({ target: { quote: { exact: words } }, resolution: { status: 'exact' } })

    paragraph.insert(0, 'Vorweg gesagt: ')
    paragraph.insert(paragraph.length, ' So weit dazu.')
    await until(
      'the words are found behind what was typed',
      async () => (await wordsOf(created.id, editor)) === words,
    )
    paragraph.insert(paragraph.toString().indexOf(words) + words.lastIndexOf(' '), ' wirklich')
    const longer = words.replace(/ (\S+)$/, ' wirklich $1')
    await until(
      'the change is told',
      async () => (await standing(created.id)).resolution.status === 'changed',
    )
    expect(await wordsOf(created.id, editor)).toBe(longer)
    for (const one of opened.splice(0)) one.close()

    await app.restart()
    expect(await wordsOf(created.id, await edit())).toBe(longer)
    expect((await standing(created.id)).target).toEqual(created.target)
  })

  it('REST does what the socket does, once for each command', async () => {
    const cookie = await app.signIn(citizen)
    const command = creation(documentId)
    const first = await callEndpoint(app.url, postAnnotation, { body: command, cookie })
    const again = await callEndpoint(app.url, postAnnotation, { body: command, cookie })
    const annotation = accepted(first)
    expect(again).toEqual(first)
    const reply = { ...creation(documentId), annotationId: annotation.id, body: 'Noch etwas.' }
    const params = { annotationId: annotation.id }
    const body = { commandId: reply.commandId, annotationId: annotation.id, body: reply.body }
    expect(accepted(await callEndpoint(app.url, postReply, { params, body, cookie })).replies).toHaveLength(1)
    const other = { params: { annotationId: 'f'.repeat(24) }, body, cookie }
    expect(await callEndpoint(app.url, postReply, other)).toMatchObject({
      refusal: { code: 'request/invalid', field: 'annotationId' },
    })
  })

  it('strangers and foreign pages write nothing', async () => {
    const body = creation(documentId)
    expect(await callEndpoint(app.url, postAnnotation, { body })).toMatchObject({
      refusal: { code: 'accounts/sign-in-required' },
    })
    const cookie = await app.signIn(citizen)
    const foreign = { body, cookie, origin: 'https://evil.example' }
    expect(await callEndpoint(app.url, postAnnotation, foreign)).toMatchObject({
      refusal: { code: 'request/foreign-origin' },
    })
    await expect(openSocketFrom('https://evil.example', cookie)).rejects.toThrow()
  })

  it('the demo comes with its annotations, each at its passage', async () => {
    const page = await callEndpoint(app.url, listAnnotations, {
      params: { documentId },
      query: { since: '0' },
    })
    if (!page.ok) throw new Error(page.refusal.code)
    const demo = page.value.annotations.filter(({ target }) => target.kind === 'passage')
    expect(demo.length).toBeGreaterThan(1)
    const { doc } = await edit()
    const { text } = liveTextOf(doc).index
    for (const { target, resolution } of demo.filter(one => one.resolution.status === 'exact'))
      if (target.kind === 'passage' && 'range' in resolution)
        expect(text.slice(resolution.range.start, resolution.range.end)).toBe(target.quote.exact)
  })
})

function openSocketFrom(origin: string, cookie: string) {
  return fetch(`${app.url}/socket.io/?EIO=4&transport=polling`, {
    headers: { Origin: origin, Cookie: cookie },
  }).then(response => {
    if (!response.ok) throw new Error(`answered ${response.status}`)
  })
}
