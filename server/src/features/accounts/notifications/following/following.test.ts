import { ok } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import {
  changeMailFollowing,
  confirmFollowing,
  endMailFollowing,
  followByMail,
  getMailFollowing,
  listFollowed,
  setFollowing,
} from '@randnotiz/contract/accounts/following-endpoints'
import { getNotices } from '@randnotiz/contract/accounts/notice-endpoints'
import { CommandId } from '@randnotiz/contract/kit/ids'
import type { Result } from '@randnotiz/contract/kit/result'
import { getHome } from '@randnotiz/contract/publishing/endpoints'
import { moveNews, writeNews } from '@randnotiz/contract/publishing/news-endpoints'
import { publishRelease } from '@randnotiz/contract/publishing/version-endpoints'
import { demoPeople } from '@randnotiz/test-kit/demo-people'
import { until } from '@randnotiz/test-kit/until'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callEndpoint } from '../../../../testing/call-endpoint.js'
import { readDocument } from '../../../../testing/demo-document.js'
import {
  headerOf,
  type ReceivedMail,
  startSmtp,
  type TestSmtp,
  wordsOf,
} from '../../../../testing/smtp-server.js'
import { proveWork } from '../../../../testing/solve-challenge.js'
import { startTestApp, type TestApp } from '../../../../testing/start-app.js'

/** The whole server, and a mail server of its own. The demo's draft phase ends at the end of January 2028. */
let app: TestApp
let smtp: TestSmtp
let now = new Date('2026-06-01T08:00:00.000Z')
const soon = (minutes = 1) => {
  now = new Date(now.getTime() + minutes * 60_000)
}

beforeAll(async () => {
  smtp = await startSmtp()
  app = await startTestApp({ clientDist: '', clock: { now: () => now }, env: { SMTP_URL: smtp.url } })
})
afterAll(async () => {
  await app.close()
  await smtp.close()
})

function accepted<Value>(result: Result<Value>): Value {
  ok(result.ok, JSON.stringify(result))
  return result.value
}

const processSubject = async () => {
  const { process } = accepted(await callEndpoint(app.url, getHome))
  return { kind: 'process' as const, id: process.id }
}

const documentSubject = async (slug: string) => {
  const { document } = await readDocument(app.url, slug)
  return { kind: 'document' as const, id: document.id }
}

async function publishNews(headline: string) {
  const cookie = await app.signIn(demoPeople.jonas)
  const commandId = CommandId.parse(randomUUID())
  const texts = { de: { headline, body: 'Text.' }, en: null }
  const params = { slug: 'smart-city-konzept' }
  const draft = accepted(
    await callEndpoint(app.url, writeNews, { params, body: { commandId, texts }, cookie }),
  )
  const body = { commandId: CommandId.parse(randomUUID()), edition: draft.edition, move: { move: 'publish' } }
  accepted(await callEndpoint(app.url, moveNews, { params: { newsId: draft.id }, body, cookie }))
}

async function release(slug: string, title: string) {
  const cookie = await app.signIn(demoPeople.jonas)
  const { document } = await readDocument(app.url, slug, cookie)
  const body = { commandId: CommandId.parse(randomUUID()), title, summary: '', after: 0 }
  const params = { documentId: document.id }
  return accepted(await callEndpoint(app.url, publishRelease, { params, body, cookie }))
}

const follow = async (cookie: string, subject: object, follows = true) =>
  accepted(await callEndpoint(app.url, setFollowing, { body: { subject, follows }, cookie })).followed

const heardBy = async (cookie: string) =>
  accepted(await callEndpoint(app.url, getNotices, { cookie })).notices.map(({ event }) => event)

describe('with an account', () => {
  it('one follows a process and a text, once each, and can stop', async () => {
    const cookie = await app.signIn(demoPeople.werner)
    const [process, text] = [await processSubject(), await documentSubject('mobile-stadt')]
    await follow(cookie, process)
    await follow(cookie, text)
    const followed = await follow(cookie, text)
    expect(followed.map(({ slug }) => slug)).toEqual(['smart-city-konzept', 'mobile-stadt'])
    expect((await follow(cookie, process, false)).map(({ slug }) => slug)).toEqual(['mobile-stadt'])
    expect(await follow(cookie, text, false)).toEqual([])
  })

  it('one hears of news, releases and phases, each once, and of nothing from before', async () => {
    await publishNews('Von gestern')
    soon()
    const heidi = await app.signIn(demoPeople.heidi)
    await follow(heidi, await processSubject())
    await follow(heidi, await documentSubject('nudging'))
    const opa = await app.signIn(demoPeople.werner)
    await follow(opa, await documentSubject('nudging'))
    soon()
    await app.features.publishing.telling.catchUp()
    await publishNews('Von heute')
    const { number } = await release('nudging', 'Zum Sommer')
    await release('appmold', 'Zum Herbst')
    const told = () =>
      until('Heidi has heard of it', async () => {
        const events = await heardBy(heidi)
        return events.filter(({ kind }) => kind === 'released').length === 2 ? events : undefined
      })
    const events = await told()
    expect(events).toContainEqual({
      kind: 'released',
      document: expect.objectContaining({ slug: 'nudging' }),
      number,
      title: 'Zum Sommer',
    })
    const news = events.flatMap(event => (event.kind === 'news' ? [event.headline.de] : []))
    expect(news).toEqual(['Von heute'])
    // Whoever follows one text hears of that one.
    expect((await heardBy(opa)).filter(({ kind }) => kind === 'released' || kind === 'news')).toHaveLength(1)

    now = new Date('2028-01-31T23:00:30.000Z')
    for (let time = 0; time < 2; time++) await app.features.publishing.telling.catchUp()
    const phases = (await heardBy(heidi)).filter(({ kind }) => kind === 'phase')
    expect(phases).toMatchObject([{ change: 'begun', phase: { de: 'Beschluss im Rat' } }])
    expect((await heardBy(heidi)).filter(({ kind }) => kind === 'released')).toHaveLength(2)
  })

  it('is needed, or at least a name', async () => {
    const body = { subject: await processSubject(), follows: true }
    expect(await callEndpoint(app.url, setFollowing, { body })).toMatchObject({
      refusal: { code: 'accounts/sign-in-required' },
    })
    expect(await callEndpoint(app.url, listFollowed)).toEqual({ ok: true, value: { followed: [] } })
    const unknown = { subject: { kind: 'document', id: 'f'.repeat(24) }, follows: true }
    const cookie = await app.signIn(demoPeople.heidi)
    expect(await callEndpoint(app.url, setFollowing, { body: unknown, cookie })).toMatchObject({
      refusal: { code: 'request/invalid', field: 'subject' },
    })
  })
})

describe('with nothing but an address', () => {
  const mailTo = (address: string, words: RegExp) =>
    until(`a mail to ${address}`, () =>
      smtp.mails.findLast(mail => mail.to === address && words.test(wordsOf(mail))),
    )
  const tokenIn = (mail: ReceivedMail, path: string) =>
    new RegExp(`${path}\\?token=([\\w.-]+)`).exec(wordsOf(mail))?.[1] ?? ''

  async function wish(email: string, cadence = 'at-once') {
    const body = { email, subject: await processSubject(), cadence, language: 'de' }
    const headers = await proveWork(app.url)
    return callEndpoint(app.url, followByMail, { body, headers })
  }

  it('nothing is kept and nothing comes before its owner has said yes', async () => {
    expect(accepted(await wish('Nachbarin@Example.net'))).toBeNull()
    const mail = await mailTo('nachbarin@example.net', /Waren Sie das/)
    soon()
    await publishNews('Vor dem Ja')
    // Told to whoever follows at that moment, however late the telling is: the yes has to come after it.
    soon()
    const token = tokenIn(mail, '/folgen')
    const { manage } = accepted(await callEndpoint(app.url, confirmFollowing, { body: { token } }))
    expect(accepted(await callEndpoint(app.url, confirmFollowing, { body: { token } })).manage).toBe(manage)
    soon()
    await publishNews('Nach dem Ja')
    const news = await mailTo('nachbarin@example.net', /Nach dem Ja/)
    expect(smtp.mails.filter(each => /Vor dem Ja/.test(wordsOf(each)))).toEqual([])
    expect(headerOf(news, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click')
    expect(wordsOf(news)).not.toContain('/benachrichtigungen')
    const opened = await callEndpoint(app.url, getMailFollowing, {
      query: { token: tokenIn(news, '/abonnement') },
    })
    expect(accepted(opened)).toMatchObject({
      address: 'nachbarin@example.net',
      cadence: 'at-once',
      followed: [{ slug: 'smart-city-konzept' }],
    })
  })

  it('it can be collected, and changed by the link alone', async () => {
    accepted(await wish('sammlerin@example.net', 'daily'))
    const mail = await mailTo('sammlerin@example.net', /Waren Sie das/)
    const body = { token: tokenIn(mail, '/folgen') }
    const { manage } = accepted(await callEndpoint(app.url, confirmFollowing, { body }))
    soon()
    await publishNews('Für die Sammlung')
    // Until everybody has been told: what is told after the hour of the digest comes with the next one.
    await app.features.publishing.news.publishDue()
    now = new Date(now.getTime() + 25 * 3_600_000)
    await app.restart()
    const digest = await mailTo('sammlerin@example.net', /Für die Sammlung/)
    expect(wordsOf(digest)).toContain('seit der letzten Übersicht')
    const change = { token: manage, cadence: 'weekly', language: 'en', keep: [] }
    const changed = accepted(await callEndpoint(app.url, changeMailFollowing, { body: change }))
    expect(changed).toMatchObject({ cadence: 'weekly', language: 'en', followed: [] })
  })

  it('one click ends it and forgets the address, as often as one likes', async () => {
    accepted(await wish('genug@example.net'))
    const asked = await mailTo('genug@example.net', /Waren Sie das/)
    const { manage } = accepted(
      await callEndpoint(app.url, confirmFollowing, { body: { token: tokenIn(asked, '/folgen') } }),
    )
    soon()
    await publishNews('Letzte Mail')
    const mail = await mailTo('genug@example.net', /Letzte Mail/)
    const url = /<(.*)>/.exec(headerOf(mail, 'List-Unsubscribe') ?? '')?.[1] ?? ''
    for (let time = 0; time < 2; time++)
      expect((await fetch(url, { method: 'POST', body: 'List-Unsubscribe=One-Click' })).status).toBe(204)
    expect(await callEndpoint(app.url, getMailFollowing, { query: { token: manage } })).toMatchObject({
      refusal: { code: 'accounts/token-invalid' },
    })
    accepted(await callEndpoint(app.url, endMailFollowing, { body: { token: manage } }))
  })

  it('nobody can do it with what we have not signed, without work, or too often', async () => {
    for (const token of ['', 'a.b', 'x'.repeat(50)])
      for (const endpoint of [confirmFollowing, endMailFollowing])
        expect(await callEndpoint(app.url, endpoint, { body: { token } })).toMatchObject({
          refusal: { code: 'accounts/token-invalid' },
        })
    const body = { email: 'a@example.net', subject: await processSubject(), cadence: 'daily', language: 'de' }
    expect(await callEndpoint(app.url, followByMail, { body })).toMatchObject({
      refusal: { code: 'request/proof-needed' },
    })
    const answers = []
    for (let time = 0; time < 4; time++) answers.push(await wish('opfer@example.net'))
    expect(answers.at(-1)).toMatchObject({ refusal: { code: 'request/too-many' } })
  })
})
