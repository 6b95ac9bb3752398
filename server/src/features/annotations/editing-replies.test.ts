import { randomUUID } from 'node:crypto'
import { joinAsGuest } from '@randnotiz/contract/accounts/endpoints'
import { getNotices } from '@randnotiz/contract/accounts/notice-endpoints'
import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import {
  editReply,
  listAnnotations,
  listEarlierWordings,
  listOwnContributions,
  postAnnotation,
  postReply,
  withdrawContribution,
} from '@randnotiz/contract/annotations/endpoints'
import type { DocumentId, ReplyId } from '@randnotiz/contract/kit/ids'
import { openSocket } from '@randnotiz/test-kit/open-socket'
import { until } from '@randnotiz/test-kit/until'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callEndpoint, fetchEndpoint } from '../../testing/call-endpoint.js'
import { readDocument } from '../../testing/demo-document.js'
import { startTestApp, type TestApp } from '../../testing/start-app.js'
import { creation } from './testing/town.js'

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

const refused = (code: string) => ({ ok: false, refusal: expect.objectContaining({ code }) })

type Replied = { annotation: Annotation; replyId: ReplyId }

function reply(cookie: string, { id: annotationId }: Annotation, body: string) {
  const command = { commandId: randomUUID(), annotationId, body }
  return callEndpoint(app.url, postReply, { params: { annotationId }, cookie, body: command })
}

/** Somebody replies to a contribution of Heidi's. */
async function replied(cookie = werner): Promise<Replied> {
  const made = await callEndpoint(app.url, postAnnotation, { cookie: heidi, body: creation(documentId) })
  if (!made.ok) throw new Error(made.refusal.code)
  const answer = await reply(cookie, made.value, 'Lieber zwei.')
  const replyId = answer.ok ? answer.value.replies[0]?.id : undefined
  if (replyId === undefined) throw new Error('no reply')
  return { annotation: made.value, replyId }
}

function editIt({ annotation, replyId }: Replied, changes = {}, cookie = werner) {
  const params = { annotationId: annotation.id, replyId }
  const body = { commandId: randomUUID(), ...params, edition: 1, body: 'Lieber drei.', ...changes }
  return callEndpoint(app.url, editReply, { params, cookie, body })
}

function withdraw({ id: annotationId }: Annotation, cookie: string, replyId: ReplyId | null) {
  const params = { annotationId }
  return callEndpoint(app.url, withdrawContribution, { params, cookie, body: { annotationId, replyId } })
}

async function seen({ id }: Annotation): Promise<Annotation | undefined> {
  const page = await callEndpoint(app.url, listAnnotations, { params: { documentId } })
  return page.ok ? page.value.annotations.find(annotation => annotation.id === id) : undefined
}

/** The cookie of somebody who comes without an account. */
async function joinAs(pseudonym: string): Promise<string> {
  const joined = await fetchEndpoint(app.url, joinAsGuest, { body: { commandId: randomUUID(), pseudonym } })
  return joined.headers
    .getSetCookie()
    .map(line => line.split(';')[0])
    .join('; ')
}

describe('its author edits a reply', () => {
  it('and everybody hears the new words at once; staff see the earlier ones, nobody else does', async () => {
    const there = await replied()
    const reader = await openSocket(app.url)
    const heard: Annotation[] = []
    reader.on('annotation:changed', ({ annotation }) => void heard.push(annotation))
    await reader.emitWithAck('annotations:follow', { documentId, since: 0 })
    expect(await editIt(there)).toMatchObject({
      value: { edition: 1, replies: [{ body: 'Lieber drei.', edition: 2, editedAt: expect.any(String) }] },
    })
    await until('it is heard', async () => heard.at(-1)?.replies[0]?.body === 'Lieber drei.')
    expect(JSON.stringify(heard)).not.toContain('Lieber zwei.')
    const params = { annotationId: there.annotation.id }
    expect(await callEndpoint(app.url, listEarlierWordings, { params, cookie: staff })).toMatchObject({
      value: { wordings: [], replyWordings: [{ replyId: there.replyId, edition: 1, body: 'Lieber zwei.' }] },
    })
    expect(await callEndpoint(app.url, listEarlierWordings, { params, cookie: werner })).toEqual(
      refused('accounts/not-permitted'),
    )
    reader.disconnect()
  })

  it('once for one command, never over words they have not seen, and not by two windows at once', async () => {
    const there = await replied()
    const commandId = randomUUID()
    const first = await editIt(there, { commandId })
    expect(await editIt(there, { commandId })).toEqual(first)
    expect(await editIt(there, { commandId, body: 'Anderes.' })).toEqual(
      refused('annotations/command-reused'),
    )
    expect(await editIt(there)).toEqual(refused('annotations/edited-meanwhile'))
    const answers = await Promise.all(['a', 'b', 'c'].map(body => editIt(there, { edition: 2, body })))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    for (const answer of answers)
      if (!answer.ok) expect(answer.refusal.code).toBe('annotations/edited-meanwhile')
  })

  it('and its reader is told of a reply once, not of each of its wordings', async () => {
    const notices = async () => {
      const page = await callEndpoint(app.url, getNotices, { cookie: heidi })
      return page.ok ? page.value.head : -1
    }
    const there = await replied()
    const before = await notices()
    await editIt(there)
    await editIt(there, { edition: 2, body: 'Lieber vier.' })
    expect(await notices()).toBe(before)
  })

  it('not once the city has replied behind it, nor when it is withdrawn, nor another person’s', async () => {
    const there = await replied()
    for (const cookie of [heidi, staff])
      expect(await editIt(there, {}, cookie)).toEqual(refused('annotations/not-yours'))
    expect(await editIt(there, { body: '\u200b' })).toEqual(refused('request/invalid'))
    await reply(staff, there.annotation, 'Wird geprüft.')
    expect(await editIt(there)).toEqual(refused('annotations/answered-already'))
    const back = await replied()
    await withdraw(back.annotation, werner, back.replyId)
    expect(await editIt(back)).toEqual(refused('annotations/withdrawn'))
    const gone = await replied()
    await withdraw(gone.annotation, heidi, null)
    expect(await editIt(gone)).toEqual(refused('annotations/unknown'))
    expect(await seen(there.annotation)).toMatchObject({ replies: [{ body: 'Lieber zwei.' }, {}] })
  })

  it('as a guest too, who finds it among their own', async () => {
    const guest = await joinAs('Gastwort')
    const there = await replied(guest)
    const own = () => callEndpoint(app.url, listOwnContributions, { cookie: guest })
    expect(await own()).toMatchObject({
      value: { contributions: [{ editable: false, editableReplies: [there.replyId] }] },
    })
    expect(await editIt(there, {}, guest)).toMatchObject({ ok: true })
    await reply(staff, there.annotation, 'Wird geprüft.')
    expect(await own()).toMatchObject({ value: { contributions: [{ editableReplies: [] }] } })
  })
})
