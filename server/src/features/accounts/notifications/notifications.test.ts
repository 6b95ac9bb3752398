import { randomUUID } from 'node:crypto'
import { signUp } from '@randnotiz/contract/accounts/endpoints'
import { noticeAdded } from '@randnotiz/contract/accounts/messages'
import {
  changeNotificationSettings,
  confirmAddress,
  confirmByMail,
  getNotices,
  getNotificationSettings,
  getOutbox,
  getOutboxMail,
  readNotices,
  unsubscribe,
} from '@randnotiz/contract/accounts/notice-endpoints'
import type { Notice } from '@randnotiz/contract/accounts/notices'
import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import { postAnnotation, postReply } from '@randnotiz/contract/annotations/endpoints'
import { CommandId, type DocumentId } from '@randnotiz/contract/kit/ids'
import type { Result } from '@randnotiz/contract/kit/result'
import { demoPeople } from '@randnotiz/test-kit/demo-people'
import { openSocket } from '@randnotiz/test-kit/open-socket'
import { until } from '@randnotiz/test-kit/until'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callEndpoint, fetchEndpoint } from '../../../testing/call-endpoint.js'
import { readDocument } from '../../../testing/demo-document.js'
import {
  headerOf,
  type ReceivedMail,
  startSmtp,
  type TestSmtp,
  wordsOf,
} from '../../../testing/smtp-server.js'
import { startTestApp, type TestApp } from '../../../testing/start-app.js'

/** The whole server, and a mail server of its own. The demo's process runs from May 2026 on. */
let app: TestApp
let smtp: TestSmtp
let now = new Date()

beforeAll(async () => {
  smtp = await startSmtp()
  app = await startTestApp({
    clientDist: '',
    clock: { now: () => now },
    env: { SMTP_URL: smtp.url, MAIL_FROM: 'Stadt <stadt@example.org>' },
  })
})
afterAll(async () => {
  await app.close()
  await smtp.close()
})

async function call<Value>(result: Promise<{ ok: true; value: Value } | { ok: false; refusal: object }>) {
  const answer = await result
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  return answer.value
}

/** Heidi's annotation, and somebody's reply to it. */
async function replyToHeidi(by: string = demoPeople.werner, body = 'Das sehe ich auch so.') {
  const { id: documentId } = (await readDocument(app.url, 'mobile-stadt')).document
  const heidi = await app.signIn(demoPeople.heidi)
  const annotation = accepted(
    await callEndpoint(app.url, postAnnotation, { body: creation(documentId), cookie: heidi }),
  )
  const params = { annotationId: annotation.id }
  const reply = { commandId: creation(documentId).commandId, annotationId: annotation.id, body }
  const cookie = await app.signIn(by)
  const send = () => callEndpoint(app.url, postReply, { params, body: reply, cookie })
  accepted(await send())
  return { annotation, heidi, send }
}

function accepted(result: Result<Annotation>): Annotation {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

const creation = (documentId: DocumentId) => ({
  commandId: CommandId.parse(randomUUID()),
  documentId,
  passage: null,
  kind: 'idea',
  body: 'Hier fehlt eine Bank.',
  replacement: null,
})

const mailTo = (address: string, subject: RegExp) =>
  until(`a mail to ${address}`, () =>
    smtp.mails.findLast(mail => mail.to === address && subject.test(subjectOf(mail))),
  )

/** Encoded words undone. */
function subjectOf(mail: ReceivedMail): string {
  return (headerOf(mail, 'Subject') ?? '')
    .replace(/\?=\s+=\?UTF-8\?Q\?/g, '')
    .replace(/=\?UTF-8\?Q\?(.*?)\?=/g, (_all, words: string) =>
      words
        .replaceAll('_', ' ')
        .replace(/((?:=[0-9A-F]{2})+)/g, code => Buffer.from(code.replaceAll('=', ''), 'hex').toString()),
    )
}

const linkIn = (mail: ReceivedMail, path: string) => {
  const link = new RegExp(`http://[^\\s]*${path}[^\\s"<]*`).exec(wordsOf(mail))?.[0]
  if (link === undefined) throw new Error(`no link to ${path} in ${wordsOf(mail)}`)
  return new URL(link)
}

describe('a reply', () => {
  it('is told to the author of the annotation: live, numbered without gaps, by mail, and once', async () => {
    const before = await call(
      callEndpoint(app.url, getNotices, { cookie: await app.signIn(demoPeople.heidi) }),
    )
    const socket = await openSocket(app.url, await app.signIn(demoPeople.heidi))
    const heard: Notice[] = []
    socket.on(noticeAdded.name, ({ notice }) => void heard.push(notice))
    await socket.emitWithAck('notices:follow', { since: null })
    const { annotation, heidi, send } = await replyToHeidi()
    accepted(await send())
    await until('it is heard', () => heard.length > 0)
    expect(heard).toHaveLength(1)
    expect(heard[0]).toMatchObject({
      seq: before.head + 1,
      event: {
        kind: 'replied',
        by: 'Opa Werner',
        annotationId: annotation.id,
        document: { slug: 'mobile-stadt' },
      },
    })
    socket.disconnect()

    const mail = await mailTo(demoPeople.heidi, /^Antwort auf Ihre Anmerkung/)
    expect(wordsOf(mail)).toContain('> Das sehe ich auch so.')
    expect(linkIn(mail, '/texte/mobile-stadt').hash).toBe(`#anmerkung-${annotation.id}`)

    const page = await call(
      callEndpoint(app.url, getNotices, { cookie: heidi, query: { since: String(before.head) } }),
    )
    expect(page.notices).toEqual(heard)
    await call(callEndpoint(app.url, readNotices, { cookie: heidi, body: { upTo: 999 } }))
    expect(await call(callEndpoint(app.url, getNotices, { cookie: heidi }))).toMatchObject({
      head: before.head + 1,
      readUpTo: before.head + 1,
    })
  })

  it('to oneself is no news', async () => {
    const { heidi } = await replyToHeidi(demoPeople.heidi)
    const { notices } = await call(callEndpoint(app.url, getNotices, { cookie: heidi }))
    expect(notices.filter(({ event }) => event.kind === 'replied' && event.by === 'Heidi vom Hang')).toEqual(
      [],
    )
  })

  it('can be told every morning instead, in one mail for all', async () => {
    const cookie = await app.signIn(demoPeople.heidi)
    const choices = { language: 'en', replies: 'daily', news: 'never' }
    await call(callEndpoint(app.url, changeNotificationSettings, { cookie, body: choices }))
    await replyToHeidi(demoPeople.werner, 'Erstens.')
    await replyToHeidi(demoPeople.werner, 'Zweitens.')
    const known = smtp.mails.length
    now = new Date(now.getTime() + 25 * 3_600_000)
    await app.restart()
    const digest = await until('the digest', () =>
      smtp.mails.slice(known).find(mail => /Your day/.test(subjectOf(mail))),
    )
    expect(wordsOf(digest).match(/\* A reply to your annotation/g)).toHaveLength(2)
    expect(headerOf(digest, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click')
    expect(smtp.mails.slice(known).filter(mail => mail.to === demoPeople.heidi)).toHaveLength(1)
  })
})

describe('an address', () => {
  it('gets one mail after signing up, and nothing else before its owner has said yes', async () => {
    const body = { email: 'neu@example.net', pseudonym: 'Ganz Neue', password: 'viele bunte Blätter im Wald' }
    const response = await fetchEndpoint(app.url, signUp, { body })
    const cookie = response.headers
      .getSetCookie()
      .map(line => line.split(';')[0])
      .join('; ')
    const mail = await mailTo('neu@example.net', /^Bitte bestätigen/)
    expect(await call(callEndpoint(app.url, getNotificationSettings, { cookie }))).toMatchObject({
      mail: { state: 'unconfirmed', address: 'neu@example.net' },
      choices: { language: 'de', replies: 'at-once' },
    })
    const token = linkIn(mail, '/bestaetigen').searchParams.get('token') ?? ''
    for (const forged of ['', 'x', `${token}x`, token.replace('.', 'A.')])
      expect(await callEndpoint(app.url, confirmAddress, { body: { token: forged } })).toMatchObject({
        refusal: { code: 'accounts/token-invalid' },
      })
    await call(callEndpoint(app.url, confirmAddress, { body: { token } }))
    expect(await call(callEndpoint(app.url, getNotificationSettings, { cookie }))).toMatchObject({
      mail: { state: 'confirmed' },
    })
    now = new Date(now.getTime() + 8 * 24 * 3_600_000)
    expect(await callEndpoint(app.url, confirmAddress, { body: { token } })).toMatchObject({
      refusal: { code: 'accounts/token-invalid' },
    })
  })

  it('is not flooded by whoever asks for confirmations', async () => {
    const body = { email: 'ruhig@example.net', pseudonym: 'Ruhige', password: 'viele bunte Blätter im Wald' }
    const response = await fetchEndpoint(app.url, signUp, { body })
    const cookie = response.headers
      .getSetCookie()
      .map(line => line.split(';')[0])
      .join('; ')
    await mailTo('ruhig@example.net', /^Bitte bestätigen/)
    const asked = []
    for (let number = 0; number < 4; number++)
      asked.push(await callEndpoint(app.url, confirmByMail, { cookie, body: { email: 'opfer@example.net' } }))
    expect(asked.at(-1)).toMatchObject({ refusal: { code: 'request/too-many' } })
    expect(smtp.mails.filter(mail => mail.to === 'opfer@example.net')).toEqual([])
  })
})

describe('unsubscribing', () => {
  it('is one click in a mail program: a form from nowhere, without login, as often as one likes', async () => {
    const cookie = await app.signIn(demoPeople.heidi)
    const choices = { language: 'de', replies: 'at-once', news: 'weekly' }
    await call(callEndpoint(app.url, changeNotificationSettings, { cookie, body: choices }))
    // Older mails lead to where this server was before it was started again.
    smtp.mails.length = 0
    await replyToHeidi(demoPeople.werner, 'Hallo')
    const mail = await mailTo(demoPeople.heidi, /^Antwort/)
    const url = /<(.*)>/.exec(headerOf(mail, 'List-Unsubscribe') ?? '')?.[1] ?? ''
    for (let time = 0; time < 2; time++) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: 'List-Unsubscribe=One-Click',
      })
      expect(response.status).toBe(204)
    }
    expect(await call(callEndpoint(app.url, getNotificationSettings, { cookie }))).toMatchObject({
      choices: { replies: 'never', news: 'weekly' },
    })
    const known = smtp.mails.length
    const { heidi } = await replyToHeidi(demoPeople.werner, 'Ohne Mail')
    const { notices } = await call(callEndpoint(app.url, getNotices, { cookie: heidi }))
    expect(notices.at(-1)?.event).toMatchObject({ kind: 'replied', excerpt: 'Ohne Mail' })
    expect(smtp.mails.length).toBe(known)
  })

  it('is for nobody else to do', async () => {
    expect(await callEndpoint(app.url, unsubscribe, { query: { token: 'a.b' } })).toMatchObject({
      refusal: { code: 'accounts/token-invalid' },
    })
  })
})

describe('strangers', () => {
  it('see no notices, no settings and no mails', async () => {
    for (const endpoint of [getNotices, getNotificationSettings, getOutbox])
      expect(await callEndpoint(app.url, endpoint)).toMatchObject({
        refusal: { code: 'accounts/sign-in-required' },
      })
    const cookie = await app.signIn(demoPeople.moderator)
    expect(await callEndpoint(app.url, getOutbox, { cookie })).toMatchObject({
      refusal: { code: 'accounts/not-permitted' },
    })
    const name = `${'a'.repeat(32)}.eml`
    expect(await callEndpoint(app.url, getOutboxMail, { cookie, params: { name } })).toMatchObject({
      refusal: { code: 'accounts/not-permitted' },
    })
  })
})

describe('without a mail server', () => {
  it('administrators read the mails in the outbox', async () => {
    const own = await startTestApp({ clientDist: '' })
    const body = { email: 'neu@example.net', pseudonym: 'Ganz Neue', password: 'viele bunte Blätter im Wald' }
    await callEndpoint(own.url, signUp, { body })
    const cookie = await own.signIn(demoPeople.admin)
    const source = await until('the mail is there', async () => {
      const { delivery, files } = await call(callEndpoint(own.url, getOutbox, { cookie }))
      expect(delivery).toBe('outbox')
      const mails = files.map(({ name }) =>
        call(callEndpoint(own.url, getOutboxMail, { cookie, params: { name } })),
      )
      // The demo's people have some mail there too.
      return (await Promise.all(mails)).find(mail => mail.source.includes('To: neu@example.net'))?.source
    })
    expect(source).toContain('Message-ID: <')
    await own.close()
  })
})
