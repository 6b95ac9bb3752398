import { randomUUID } from 'node:crypto'
import {
  claimReceipt,
  getViewer,
  joinAsGuest,
  openReceipt,
  renewReceipt,
  signIn,
  signUp,
} from '@randnotiz/contract/accounts/endpoints'
import { listAnnotations, postAnnotation, postReply } from '@randnotiz/contract/annotations/endpoints'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import { demoPassword } from '@randnotiz/test-kit/sign-in-as'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callEndpoint, fetchEndpoint } from '../../../testing/call-endpoint.js'
import { readDocument } from '../../../testing/demo-document.js'
import { startTestApp, type TestApp } from '../../../testing/start-app.js'

let app: TestApp
let documentId: DocumentId
beforeAll(async () => {
  app = await startTestApp()
  documentId = (await readDocument(app.url, 'appmold')).document.id
})
afterAll(() => app.close())

type Visitor = { cookie: string; receipt: string; id: string; body: { commandId: string; pseudonym: string } }

const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map(line => line.split(';')[0])
    .join('; ')
const refused = (code: string) =>
  expect.objectContaining({ ok: false, refusal: expect.objectContaining({ code }) })

async function join(pseudonym: string, commandId: string = randomUUID()): Promise<Visitor> {
  const body = { commandId, pseudonym }
  const response = await fetchEndpoint(app.url, joinAsGuest, { body })
  const joined = await response.json()
  if (!response.ok) throw new Error(JSON.stringify(joined))
  return { cookie: cookieOf(response), receipt: joined.receipt, id: joined.viewer.id, body }
}

const contribution = (body: string) => ({
  commandId: randomUUID(),
  documentId,
  passage: null,
  kind: 'idea',
  body,
  replacement: null,
})

const write = (cookie: string, body: string) =>
  callEndpoint(app.url, postAnnotation, { cookie, body: contribution(body) })

async function written(body: string) {
  const page = await callEndpoint(app.url, listAnnotations, { params: { documentId } })
  if (!page.ok) throw new Error(page.refusal.code)
  return page.value.annotations.find(annotation => annotation.body === body)
}

const viewerOf = (cookie: string) => callEndpoint(app.url, getViewer, { cookie })
const answerOf = (endpoint: typeof openReceipt | typeof claimReceipt, receipt: string, cookie?: string) =>
  callEndpoint(app.url, endpoint, { body: { receipt }, ...(cookie ? { cookie } : {}) })

describe('a guest', () => {
  it('takes part under a name, and is told a code that is kept as a hash', async () => {
    const guest = await join('Spaziergänger')
    expect(guest.receipt).toMatch(/^(\w{4}-){4}\w{4}$/)
    expect(await viewerOf(guest.cookie)).toMatchObject({
      value: { kind: 'guest', pseudonym: 'Spaziergänger' },
    })
    expect(await write(guest.cookie, 'Eine Bank am Fluss.')).toMatchObject({
      value: { author: { kind: 'guest', pseudonym: 'Spaziergänger', staff: false } },
    })
  })

  it('is one guest for one command, with the same code, also after a lost answer and at once', async () => {
    const commandId = randomUUID()
    const answers = await Promise.all([1, 2, 3].map(() => join('Doppelklick', commandId)))
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
    expect(new Set(answers.map(({ receipt }) => receipt)).size).toBe(1)
  })

  it('keeps the session and the code over a restart of the server', async () => {
    const guest = await join('Dauergast')
    await app.restart()
    expect(await viewerOf(guest.cookie)).toMatchObject({ value: { kind: 'guest' } })
    expect(await answerOf(openReceipt, guest.receipt)).toMatchObject({ value: { id: guest.id } })
  })

  it.each([
    ['accounts/pseudonym-taken', 'opa  WERNER'],
    ['accounts/pseudonym-taken', 'J0nas Wittekamp.'],
    ['accounts/pseudonym-official', 'Stadt Detmold'],
    ['accounts/pseudonym-official', 'Die Redaktion'],
    ['request/invalid', '\u200b\u200b'],
    ['request/invalid', 'x'],
  ])('is refused with %s as %s', async (code, pseudonym) => {
    const body = { commandId: randomUUID(), pseudonym }
    expect(await callEndpoint(app.url, joinAsGuest, { body })).toEqual(refused(code))
  })

  it('cannot have the name of another guest, nor can a new account', async () => {
    await join('Nachbarin')
    const body = { commandId: randomUUID(), pseudonym: 'nachbarin' }
    expect(await callEndpoint(app.url, joinAsGuest, { body })).toEqual(refused('accounts/pseudonym-taken'))
    const account = { email: 'nachbarin@example.org', pseudonym: 'Nachbarin', password: 'ein langer Satz' }
    expect(await callEndpoint(app.url, signUp, { body: account })).toEqual(
      refused('accounts/pseudonym-taken'),
    )
  })

  it('is no second person in a browser where somebody takes part already', async () => {
    const cookie = await app.signIn('heidi@example.org')
    const body = { commandId: randomUUID(), pseudonym: 'Heimlich' }
    expect(await callEndpoint(app.url, joinAsGuest, { cookie, body })).toEqual(
      refused('accounts/already-known'),
    )
    const guest = await join('Erste Wahl')
    const again = { commandId: randomUUID(), pseudonym: 'Erste Wahl' }
    expect(await callEndpoint(app.url, joinAsGuest, { cookie: guest.cookie, body: again })).toMatchObject({
      value: { viewer: { id: guest.id }, receipt: null },
    })
  })

  it('comes only from our own pages', async () => {
    const body = { commandId: randomUUID(), pseudonym: 'Von anderswo' }
    const origin = 'https://evil.example'
    expect(await callEndpoint(app.url, joinAsGuest, { origin, body })).toEqual(
      refused('request/foreign-origin'),
    )
  })
})

describe('a receipt', () => {
  it('opens on another device however it is typed, and only as a whole', async () => {
    const { receipt, id } = await join('Wanderer')
    const typed = ` ${receipt.toLowerCase().replaceAll('-', ' ')}`
    expect(await answerOf(openReceipt, typed)).toMatchObject({ value: { kind: 'guest', id } })
    const changed = (receipt.startsWith('A') ? 'B' : 'A') + receipt.slice(1)
    for (const wrong of [receipt.slice(0, -1), changed, "' || 1"])
      expect(await answerOf(openReceipt, wrong)).toEqual(refused('accounts/receipt-unknown'))
  })

  it('is replaced by a new one, the same for the same command, and the old one leads nowhere', async () => {
    const { receipt, cookie, id } = await join('Vergesslich')
    const body = { commandId: randomUUID() }
    const first = await callEndpoint(app.url, renewReceipt, { cookie, body })
    expect(await callEndpoint(app.url, renewReceipt, { cookie, body })).toEqual(first)
    if (!first.ok) throw new Error(first.refusal.code)
    expect(await answerOf(openReceipt, receipt)).toEqual(refused('accounts/receipt-unknown'))
    expect(await answerOf(openReceipt, first.value.receipt)).toMatchObject({ value: { id } })
  })

  it('is not renewed for who is no guest', async () => {
    const body = { commandId: randomUUID() }
    expect(await callEndpoint(app.url, renewReceipt, { body })).toEqual(refused('accounts/sign-in-required'))
    const cookie = await app.signIn('heidi@example.org')
    expect(await callEndpoint(app.url, renewReceipt, { cookie, body })).toEqual(
      refused('accounts/not-permitted'),
    )
  })
})

describe('a guest becomes part of an account', () => {
  it('by the code: contributions and replies move, twice is once, and the guest is gone', async () => {
    const guest = await join('Zugvogel')
    const made = await write(guest.cookie, 'Mehr Nistkästen.')
    if (!made.ok) throw new Error(made.refusal.code)
    const reply = { commandId: randomUUID(), annotationId: made.value.id, body: 'Und Wasser.' }
    const params = { annotationId: made.value.id }
    await callEndpoint(app.url, postReply, { params, cookie: guest.cookie, body: reply })

    const cookie = await app.signIn('heidi@example.org')
    expect(await answerOf(claimReceipt, guest.receipt, cookie)).toEqual({ ok: true, value: null })
    expect(await answerOf(claimReceipt, guest.receipt, cookie)).toEqual({ ok: true, value: null })
    const heidi = { kind: 'account', pseudonym: 'Heidi vom Hang' }
    expect(await written('Mehr Nistkästen.')).toMatchObject({ author: heidi, replies: [{ author: heidi }] })
    expect(await viewerOf(guest.cookie)).toEqual({ ok: true, value: { kind: 'anonymous' } })
    expect(await answerOf(openReceipt, guest.receipt)).toEqual(refused('accounts/receipt-merged'))
    const other = await app.signIn('werner@example.org')
    expect(await answerOf(claimReceipt, guest.receipt, other)).toEqual(refused('accounts/receipt-merged'))
  })

  it('by signing in, unless they would rather leave the guest behind', async () => {
    const enter = async (cookie: string, guest: string) => {
      const body = { email: 'werner@example.org', password: demoPassword, guest }
      return callEndpoint(app.url, signIn, { cookie, body })
    }
    const left = await join('Bleibt hier')
    await write(left.cookie, 'Das bleibt beim Gast.')
    expect(await enter(left.cookie, 'leave')).toMatchObject({ ok: true })
    expect(await written('Das bleibt beim Gast.')).toMatchObject({ author: { pseudonym: 'Bleibt hier' } })

    const taken = await join('Kommt mit')
    await write(taken.cookie, 'Das kommt mit.')
    expect(await enter(taken.cookie, 'take-along')).toMatchObject({ ok: true })
    expect(await written('Das kommt mit.')).toMatchObject({ author: { pseudonym: 'Opa Werner' } })
  })

  it('by signing up: the same person under the same id, with the name they had', async () => {
    const guest = await join('Aufsteigerin')
    await write(guest.cookie, 'Erst ohne Konto.')
    const body = { email: 'aufsteigerin@example.org', pseudonym: 'Aufsteigerin', password: 'ein langer Satz' }
    const { cookie } = guest
    expect(
      await callEndpoint(app.url, signUp, { cookie, body: { ...body, email: 'heidi@example.org' } }),
    ).toEqual(refused('accounts/email-taken'))
    expect(await viewerOf(cookie)).toMatchObject({ value: { kind: 'guest' } })
    expect(await callEndpoint(app.url, signUp, { cookie, body })).toMatchObject({
      value: { kind: 'account', id: guest.id, role: 'participant' },
    })
    expect(await written('Erst ohne Konto.')).toMatchObject({ author: { kind: 'account', id: guest.id } })
    expect(await answerOf(openReceipt, guest.receipt)).toEqual(refused('accounts/receipt-merged'))
    const { email, password } = body
    expect(await callEndpoint(app.url, signIn, { body: { email, password } })).toMatchObject({
      value: { id: guest.id },
    })
  })

  it('of only one of two that want the same guest at once', async () => {
    const guest = await join('Umworben')
    await write(guest.cookie, 'Wem gehört das?')
    const cookies = await Promise.all(['lena@example.org', 'baecker@example.org'].map(app.signIn))
    const answers = await Promise.all(cookies.map(cookie => answerOf(claimReceipt, guest.receipt, cookie)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

describe('whoever guesses codes', () => {
  it('has to wait, with however many sessions', async () => {
    const guesses: string[] = []
    for (let number = 0; number < 60 && !guesses.includes('request/too-many'); number++) {
      const answer = await answerOf(openReceipt, `AAAA-AAAA-AAAA-AAAA-${String(1000 + number)}`)
      guesses.push(answer.ok ? 'opened' : answer.refusal.code)
    }
    expect(guesses).toContain('request/too-many')
    expect(guesses).not.toContain('opened')
    const cookie = await app.signIn('heidi@example.org')
    expect(await answerOf(claimReceipt, 'AAAA-AAAA-AAAA-AAAA-AAAA', cookie)).toEqual(
      refused('request/too-many'),
    )
  })
})
