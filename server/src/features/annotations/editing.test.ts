import { randomUUID } from 'node:crypto'
import { joinAsGuest } from '@randnotiz/contract/accounts/endpoints'
import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import {
  editAnnotation,
  listAnnotations,
  listEarlierWordings,
  listOwnContributions,
  postAnnotation,
  postReply,
  withdrawContribution,
} from '@randnotiz/contract/annotations/endpoints'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import { openSocket } from '@randnotiz/test-kit/open-socket'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callEndpoint, fetchEndpoint } from '../../testing/call-endpoint.js'
import { readDocument } from '../../testing/demo-document.js'
import { startTestApp, type TestApp } from '../../testing/start-app.js'

let app: TestApp
let documentId: DocumentId
let heidi: string
let werner: string
let staff: string
beforeAll(async () => {
  app = await startTestApp({ clientDist: '' })
  documentId = (await readDocument(app.url, 'sc-put')).document.id
  heidi = await app.signIn('heidi@example.org')
  werner = await app.signIn('werner@example.org')
  staff = await app.signIn('redaktion1@example.org')
})
afterAll(() => app.close())

const words = { kind: 'idea', body: 'Eine Bank.', reason: null, instead: null, replacement: null }
const refused = (code: string) => ({ ok: false, refusal: expect.objectContaining({ code }) })

async function write(cookie = heidi, body = 'Eine Bank.'): Promise<Annotation> {
  const command = { commandId: randomUUID(), documentId, passage: null, ...words, body }
  const made = await callEndpoint(app.url, postAnnotation, { cookie, body: command })
  if (!made.ok) throw new Error(made.refusal.code)
  return made.value
}

function reply(cookie: string, annotation: Annotation, body: string) {
  const params = { annotationId: annotation.id }
  return callEndpoint(app.url, postReply, {
    params,
    cookie,
    body: { commandId: randomUUID(), ...params, body },
  })
}

function edit(annotation: Annotation, changes: object = {}, cookie = heidi) {
  const params = { annotationId: annotation.id }
  const body = { commandId: randomUUID(), ...params, edition: 1, ...words, body: 'Zwei Bänke.', ...changes }
  return callEndpoint(app.url, editAnnotation, { params, cookie, body })
}

function withdraw(annotation: Annotation, cookie = heidi, replyId: string | null = null) {
  const params = { annotationId: annotation.id }
  return callEndpoint(app.url, withdrawContribution, { params, cookie, body: { ...params, replyId } })
}

/** The cookie of somebody who comes without an account. */
async function joinAs(pseudonym: string): Promise<string> {
  const joined = await fetchEndpoint(app.url, joinAsGuest, { body: { commandId: randomUUID(), pseudonym } })
  return joined.headers
    .getSetCookie()
    .map(line => line.split(';')[0])
    .join('; ')
}

async function seen(annotation: Annotation): Promise<Annotation | undefined> {
  const page = await callEndpoint(app.url, listAnnotations, { params: { documentId } })
  return page.ok ? page.value.annotations.find(({ id }) => id === annotation.id) : undefined
}

describe('its author edits a contribution', () => {
  it('and everybody sees the new words; staff see the earlier ones, nobody else does', async () => {
    const annotation = await write()
    expect(await edit(annotation, { reason: 'Zum Ausruhen.' })).toMatchObject({
      value: { body: 'Zwei Bänke.', reason: 'Zum Ausruhen.', edition: 2, editedAt: expect.any(String) },
    })
    expect(await seen(annotation)).toMatchObject({ body: 'Zwei Bänke.', edition: 2 })
    const params = { annotationId: annotation.id }
    expect(await callEndpoint(app.url, listEarlierWordings, { params, cookie: staff })).toMatchObject({
      value: { wordings: [{ edition: 1, body: 'Eine Bank.' }] },
    })
    for (const cookie of [heidi, werner])
      expect(await callEndpoint(app.url, listEarlierWordings, { params, cookie })).toEqual(
        refused('accounts/not-permitted'),
      )
  })

  it('once for one command, and never over words they have not seen', async () => {
    const annotation = await write()
    const commandId = randomUUID()
    const first = await edit(annotation, { commandId })
    expect(await edit(annotation, { commandId })).toEqual(first)
    expect(await edit(annotation, { commandId, body: 'Anderes.' })).toEqual(
      refused('annotations/command-reused'),
    )
    expect(await edit(annotation, { body: 'Drei Bänke.' })).toEqual(refused('annotations/edited-meanwhile'))
    expect(await edit(annotation, { body: 'Drei Bänke.', edition: 2 })).toMatchObject({
      value: { edition: 3 },
    })
  })

  it('from two windows at once: one is first', async () => {
    const annotation = await write()
    const answers = await Promise.all([1, 2, 3].map(n => edit(annotation, { body: `Fassung ${n}` })))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    for (const answer of answers)
      if (!answer.ok) expect(answer.refusal.code).toBe('annotations/edited-meanwhile')
  })

  it('also after a neighbour has replied, and not once the city has', async () => {
    const annotation = await write()
    await reply(werner, annotation, 'Finde ich auch.')
    expect(await edit(annotation)).toMatchObject({ ok: true })
    await reply(staff, annotation, 'Wird geprüft.')
    expect(await edit(annotation, { edition: 2 })).toEqual(refused('annotations/answered-already'))
  })

  it('and nobody else does', async () => {
    const annotation = await write()
    for (const cookie of [werner, staff])
      expect(await edit(annotation, {}, cookie)).toEqual(refused('annotations/not-yours'))
    expect(await edit(annotation, { body: '\u200b' })).toEqual(refused('request/invalid'))
    expect(await edit(annotation, { kind: 'wording', replacement: 'neu' })).toEqual(
      refused('request/invalid'),
    )
    expect(await edit(annotation, { kind: 'benefit', instead: 'Nichts.' })).toEqual(
      refused('request/invalid'),
    )
    expect(await seen(annotation)).toMatchObject({ body: 'Eine Bank.', edition: 1 })
  })
})

describe('its author withdraws', () => {
  it('a contribution: the words are gone for everybody at once, and stay gone', async () => {
    const annotation = await write(heidi, 'Ein Geheimnis.')
    const reader = await openSocket(app.url)
    const heard: Annotation[] = []
    reader.on('annotation:changed', ({ annotation: changed }) => void heard.push(changed))
    await reader.emitWithAck('annotations:follow', { documentId, since: 0 })
    expect(await withdraw(annotation)).toMatchObject({ ok: true })
    expect(await withdraw(annotation)).toMatchObject({ ok: true })
    expect(await seen(annotation)).toMatchObject({ body: null, publication: { state: 'withdrawn' } })
    expect(JSON.stringify(heard)).not.toContain('Geheimnis')
    expect(heard.map(({ id }) => id)).toContain(annotation.id)
    const page = await fetchEndpoint(app.url, listAnnotations, { params: { documentId } })
    expect(await page.text()).not.toContain('Geheimnis')
    expect(await edit(annotation)).toEqual(refused('annotations/withdrawn'))
    reader.disconnect()
  })

  it('a contribution that is being answered: the words are gone, and the answer stays or is refused', async () => {
    for (let round = 0; round < 5; round++) {
      const annotation = await write()
      const [answered, withdrawn] = await Promise.all([
        reply(staff, annotation, 'Danke, wird geprüft.'),
        withdraw(annotation),
      ])
      expect(withdrawn.ok).toBe(true)
      const left = await seen(annotation)
      expect(left?.body).toBeNull()
      if (answered.ok) expect(left?.replies).toMatchObject([{ body: 'Danke, wird geprüft.' }])
      else expect([answered.refusal.code, left?.replies]).toEqual(['annotations/unknown', []])
    }
  })

  it('a reply, and only their own', async () => {
    const annotation = await write()
    const replied = await reply(werner, annotation, 'Unsinn!')
    const replyId = replied.ok ? (replied.value.replies[0]?.id ?? null) : null
    expect(await withdraw(annotation, heidi, replyId)).toEqual(refused('annotations/not-yours'))
    expect(await withdraw(annotation, werner)).toEqual(refused('annotations/not-yours'))
    expect(await withdraw(annotation, werner, replyId)).toMatchObject({ ok: true })
    expect(await seen(annotation)).toMatchObject({
      body: 'Eine Bank.',
      replies: [{ body: null, publication: { state: 'withdrawn' } }],
    })
  })
})

describe('what one has written oneself', () => {
  const own = (cookie?: string) => callEndpoint(app.url, listOwnContributions, cookie ? { cookie } : {})

  it('is listed for a guest too, newest first, with the text and whether it can be changed', async () => {
    const cookie = await joinAs('Sammlerin')
    const first = await write(cookie, 'Erstens.')
    const second = await write(cookie, 'Zweitens.')
    await reply(staff, first, 'Wird geprüft.')
    expect(await own(cookie)).toMatchObject({
      value: {
        contributions: [
          { annotation: { id: second.id }, document: { slug: 'sc-put' }, editable: true },
          { annotation: { id: first.id, replies: [{ body: 'Wird geprüft.' }] }, editable: false },
        ],
        next: null,
      },
    })
  })

  it('is for nobody without a name', async () => {
    expect(await own()).toEqual(refused('accounts/sign-in-required'))
  })
})
