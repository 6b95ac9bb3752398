import { randomUUID } from 'node:crypto'
import { claimReceipt, joinAsGuest } from '@randnotiz/contract/accounts/endpoints'
import { getNotices } from '@randnotiz/contract/accounts/notice-endpoints'
import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { CreateAnnotation } from '@randnotiz/contract/annotations/commands'
import { listAnnotations, postAnnotation, postReply } from '@randnotiz/contract/annotations/endpoints'
import type { Verdict } from '@randnotiz/contract/annotations/moderation/decision'
import {
  changeModerationSettings,
  confirmReportAddress,
  decideModeration,
  decideObjection,
  getModerationDecision,
  getModerationLog,
  getModerationNumbers,
  getModerationQueue,
  getModerationSettings,
  getReport,
  objectToDecision,
  reportContribution,
} from '@randnotiz/contract/annotations/moderation/endpoints'
import { queueChanged } from '@randnotiz/contract/annotations/moderation/messages'
import type { ModerationSettings } from '@randnotiz/contract/annotations/moderation/settings'
import type { DocumentId, ProcessId } from '@randnotiz/contract/kit/ids'
import type { Result } from '@randnotiz/contract/kit/result'
import { getHome } from '@randnotiz/contract/publishing/endpoints'
import { demoPeople } from '@randnotiz/test-kit/demo-people'
import { openSocket } from '@randnotiz/test-kit/open-socket'
import { until } from '@randnotiz/test-kit/until'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { callEndpoint, fetchEndpoint } from '../../../testing/call-endpoint.js'
import { readDocument } from '../../../testing/demo-document.js'
import { startSmtp, type TestSmtp, wordsOf } from '../../../testing/smtp-server.js'
import { proveWork } from '../../../testing/solve-challenge.js'
import { startTestApp, type TestApp } from '../../../testing/start-app.js'
import { creation } from '../testing/town.js'

/** Moderation on the whole server: citizens, two moderators, people without an account, and a mail server. */
let app: TestApp
let smtp: TestSmtp
let now = new Date()
let documentId: DocumentId
let processId: ProcessId
let settings: ModerationSettings
const cookies: Record<'heidi' | 'werner' | 'ulrike' | 'birte', string> = {
  heidi: '',
  werner: '',
  ulrike: '',
  birte: '',
}

beforeAll(async () => {
  smtp = await startSmtp()
  const env = { SMTP_URL: smtp.url, MAIL_FROM: 'stadt@example.org' }
  app = await startTestApp({ clientDist: '', clock: { now: () => now }, env })
  documentId = (await readDocument(app.url, 'transparente-stadt')).document.id
  processId = (await call(callEndpoint(app.url, getHome))).process.id
  cookies.heidi = await app.signIn(demoPeople.heidi)
  cookies.werner = await app.signIn(demoPeople.werner)
  cookies.ulrike = await app.signIn(demoPeople.moderator)
  cookies.birte = await app.signIn(demoPeople.admin)
  const page = { params: { processId }, cookie: cookies.ulrike }
  settings = (await call(callEndpoint(app.url, getModerationSettings, page))).settings
})
afterAll(async () => {
  await app.close()
  await smtp.close()
})
beforeEach(() => change({}))

async function call<Value>(result: Promise<Result<Value>>): Promise<Value> {
  const answer = await result
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  return answer.value
}

const refused = (code: string) => ({ ok: false, refusal: { code } })

const change = (changes: Partial<ModerationSettings>) =>
  call(
    callEndpoint(app.url, changeModerationSettings, {
      params: { processId },
      body: { ...settings, ...changes },
      cookie: cookies.ulrike,
    }),
  )

const write = (body: string, changes: Partial<CreateAnnotation> = {}, cookie = cookies.heidi) =>
  call(callEndpoint(app.url, postAnnotation, { body: creation(documentId, { body, ...changes }), cookie }))

/** What somebody gets to see of an annotation; everybody without a cookie. */
async function seen({ id }: Annotation, cookie?: string): Promise<Annotation> {
  for (let since = 0; ; ) {
    const query = { since: String(since) }
    const page = await call(
      callEndpoint(app.url, listAnnotations, {
        params: { documentId },
        query,
        ...(cookie ? { cookie } : {}),
      }),
    )
    const found = page.annotations.find(annotation => annotation.id === id)
    if (found && page.upTo === page.head) return found
    if (page.upTo === page.head) throw new Error('it is gone')
    since = page.upTo
  }
}

const queueItem = async ({ id }: Annotation) =>
  (await call(callEndpoint(app.url, getModerationQueue, { cookie: cookies.ulrike }))).items.find(
    ({ subject }) => subject.annotationId === id,
  )

const decide = (
  annotation: Annotation,
  verdict: Verdict,
  cookie = cookies.ulrike,
  commandId: string = randomUUID(),
) =>
  callEndpoint(app.url, decideModeration, {
    body: {
      commandId,
      subject: { annotationId: annotation.id, replyId: null },
      edition: annotation.edition,
      verdict,
    },
    cookie,
  })

const hide: Verdict = {
  kind: 'hide',
  rule: 'insult',
  facts: 'Der Beitrag nennt den Bürgermeister einen Esel.',
  duration: { lasts: 'until-edited' },
}

const lastNotice = async (cookie: string) =>
  (await call(callEndpoint(app.url, getNotices, { cookie }))).notices.at(-1)?.event

async function report(annotation: Annotation, changes: object = {}, headers?: Record<string, string>) {
  const body = {
    commandId: randomUUID(),
    subject: { annotationId: annotation.id, replyId: null },
    rule: 'insult',
    explanation: 'Das ist eine Beleidigung.',
    email: null,
    website: '',
    ...changes,
  }
  return callEndpoint(app.url, reportContribution, { body, headers: headers ?? (await proveWork(app.url)) })
}

describe('what is held', () => {
  it('says why to its author, shows a placeholder to others, and becomes public when it is approved', async () => {
    await change({ words: ['Esel'] })
    const annotation = await write('Der Bürgermeister ist ein E s e l.')
    const reasons = [{ rule: 'words', words: ['Esel'] }]
    expect(annotation.publication).toMatchObject({ state: 'held', reasons })
    expect(await seen(annotation)).toMatchObject({ body: null, publication: { state: 'held', reasons: [] } })
    expect(await seen(annotation, cookies.werner)).toMatchObject({ body: null })
    expect(await lastNotice(cookies.heidi)).toMatchObject({
      kind: 'held',
      annotationId: annotation.id,
      reasons,
    })
    const item = await queueItem(annotation)
    expect(item).toMatchObject({
      words: 'Der Bürgermeister ist ein E s e l.',
      why: [{ kind: 'held', reasons }],
    })

    const commandId = randomUUID()
    const decision = await call(decide(annotation, { kind: 'approve' }, cookies.ulrike, commandId))
    expect(await call(decide(annotation, { kind: 'approve' }, cookies.ulrike, commandId))).toEqual(decision)
    expect(await seen(annotation)).toMatchObject({
      body: annotation.body,
      publication: { state: 'published' },
    })
    expect(await lastNotice(cookies.heidi)).toMatchObject({ kind: 'moderated', result: 'approved' })
    expect(await queueItem(annotation)).toBeUndefined()
    expect(await decide(annotation, { kind: 'approve' }, cookies.birte)).toMatchObject(
      refused('moderation/not-possible'),
    )
  })

  it('may be everything in a phase, a first contribution, or a reply; staff are not held', async () => {
    const { phases } = await change({})
    const all = Object.fromEntries(phases.map(({ key }) => [key, 'before' as const]))
    await change({ phases: all })
    const annotation = await write('Ganz harmlos.')
    expect(annotation.publication).toMatchObject({ state: 'held', reasons: [{ rule: 'phase' }] })
    const byStaff = await write('Von der Stadt.', {}, cookies.ulrike)
    expect(byStaff.publication).toEqual({ state: 'published' })

    await change({ linksAllowed: 0 })
    const body = { commandId: randomUUID(), annotationId: byStaff.id, body: 'Siehe https://example.org' }
    const params = { annotationId: byStaff.id }
    const replied = await call(callEndpoint(app.url, postReply, { params, body, cookie: cookies.werner }))
    expect(replied.replies[0]?.publication).toMatchObject({
      state: 'held',
      reasons: [{ rule: 'links', links: 1 }],
    })
    expect((await seen(byStaff)).replies[0]?.body).toBeNull()
    const replyId = replied.replies[0]?.id ?? null
    const subject = { annotationId: byStaff.id, replyId }
    const command = { commandId: randomUUID(), subject, edition: 1, verdict: { kind: 'approve' } }
    await call(callEndpoint(app.url, decideModeration, { body: command, cookie: cookies.birte }))
    expect((await seen(byStaff)).replies[0]?.body).toBe('Siehe https://example.org')
  })

  it('cannot be answered by those who cannot read it', async () => {
    await change({ words: ['Esel'] })
    const annotation = await write('Esel!')
    const body = { commandId: randomUUID(), annotationId: annotation.id, body: 'Wie bitte?' }
    const params = { annotationId: annotation.id }
    expect(await callEndpoint(app.url, postReply, { params, body, cookie: cookies.werner })).toMatchObject(
      refused('annotations/unknown'),
    )
  })
})

describe('a report', () => {
  it('needs no account, but a little work, once for each', async () => {
    const annotation = await write('Der Bürgermeister ist ein Esel.')
    expect(await report(annotation, {}, {})).toMatchObject(refused('request/proof-needed'))
    const proof = await proveWork(app.url)
    const { code } = await call(report(annotation, {}, proof))
    expect(await report(annotation, {}, proof)).toMatchObject(refused('request/proof-needed'))
    const params = { code: code.toLowerCase().replaceAll('-', ' ') }
    expect(await call(callEndpoint(app.url, getReport, { params }))).toMatchObject({
      rule: 'insult',
      state: { state: 'open' },
    })
    expect((await queueItem(annotation))?.why).toMatchObject([
      { kind: 'reported', reports: [{ rule: 'insult', explanation: 'Das ist eine Beleidigung.' }] },
    ])
    await call(decide(annotation, { kind: 'approve' }))
    expect(await call(callEndpoint(app.url, getReport, { params }))).toMatchObject({
      state: { state: 'decided', result: 'not-acted' },
    })
    expect(await callEndpoint(app.url, getReport, { params: { code: '0000-0000-0000-0000' } })).toMatchObject(
      refused('moderation/unknown'),
    )
  })

  it('is followed by mail to an address whose owner has said yes', async () => {
    const annotation = await write('Noch ein Esel.')
    await call(report(annotation, { email: 'meldet@example.net' }))
    const receipt = await until('the receipt', () => smtp.mails.find(({ to }) => to === 'meldet@example.net'))
    const token = /token=([\w.-]+)/.exec(wordsOf(receipt))?.[1] ?? ''
    await call(decide(annotation, hide))
    const mails = () => smtp.mails.filter(({ to }) => to === 'meldet@example.net')
    expect(mails()).toHaveLength(1)
    expect(await callEndpoint(app.url, confirmReportAddress, { body: { token: `${token}x` } })).toMatchObject(
      refused('accounts/token-invalid'),
    )
    for (let time = 0; time < 2; time++)
      await call(callEndpoint(app.url, confirmReportAddress, { body: { token } }))
    await until('the decision', () => mails().length === 2)
    expect(wordsOf(mails()[1] ?? receipt)).toContain('und ihn ausgeblendet')
  })

  it('by a program that fills in everything is thanked for and thrown away', async () => {
    const annotation = await write('Ein Esel im Text.')
    const { code } = await call(report(annotation, { website: 'https://spam.example' }))
    expect(code).toMatch(/^[0-9A-Z-]{19}$/)
    expect(await callEndpoint(app.url, getReport, { params: { code } })).toMatchObject(
      refused('moderation/unknown'),
    )
    expect(await queueItem(annotation)).toBeUndefined()
  })
})

describe('hiding', () => {
  it('comes with a statement of reasons that its author and moderators can read, and nobody else', async () => {
    const annotation = await write('Der Bürgermeister bleibt ein Esel.')
    const { id: decisionId } = await call(decide(annotation, hide))
    expect(await seen(annotation)).toMatchObject({
      body: null,
      author: { pseudonym: '– –' },
      publication: { state: 'hidden', rule: 'insult', decisionId: null },
    })
    const own = await seen(annotation, cookies.heidi)
    expect(own).toMatchObject({ body: annotation.body, publication: { state: 'hidden', decisionId } })
    expect(await lastNotice(cookies.heidi)).toMatchObject({ kind: 'moderated', result: 'hidden', decisionId })
    await until('the mail', () =>
      smtp.mails.some(
        mail => mail.to === demoPeople.heidi && wordsOf(mail).includes(`/moderation/${decisionId}`),
      ),
    )
    const read = (cookie?: string) =>
      callEndpoint(app.url, getModerationDecision, { params: { decisionId }, ...(cookie ? { cookie } : {}) })
    expect(await call(read(cookies.heidi))).toMatchObject({
      verdict: hide,
      words: annotation.body,
      origin: 'own-initiative',
      by: { decision: null },
      may: { object: true, decideObjection: false },
    })
    expect(await call(read(cookies.birte))).toMatchObject({
      by: { decision: 'Ulrike Hasenpusch' },
      may: { object: false },
    })
    for (const cookie of [cookies.werner, undefined])
      expect(await read(cookie)).toMatchObject(refused('moderation/unknown'))
  })

  it('of one’s own words, or of words that were changed meanwhile, is not possible', async () => {
    const own = await write('Von mir selbst.', {}, cookies.ulrike)
    expect(await decide(own, hide)).toMatchObject(refused('moderation/own-contribution'))
    const annotation = await write('Zweite Auflage.')
    expect(await decide({ ...annotation, edition: 2 }, hide)).toMatchObject(
      refused('moderation/changed-meanwhile'),
    )
  })

  it('by two moderators at once is one decision', async () => {
    const annotation = await write('Um die Wette.')
    const answers = await Promise.all([decide(annotation, hide), decide(annotation, hide, cookies.birte)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const { publication } = await seen(annotation, cookies.heidi)
    const winner = answers.find(answer => answer.ok)
    expect(publication).toMatchObject({ decisionId: winner?.ok ? winner.value.id : '' })
  })

  it('ends by itself when its time is over', async () => {
    const annotation = await write('Nur eine Woche lang.')
    const moment = new Date(now.getTime() + 7 * 24 * 3_600_000).toISOString()
    await call(decide(annotation, { ...hide, duration: { lasts: 'until', moment } }))
    now = new Date(now.getTime() + 8 * 24 * 3_600_000)
    await app.restart()
    await until('it is public again', async () => (await seen(annotation)).publication.state === 'published')
    await until(
      'its author hears of it',
      async () =>
        ((await lastNotice(cookies.heidi)) as { result?: string } | undefined)?.result === 'restored',
    )
  })
})

describe('an objection', () => {
  async function hiddenAndObjected() {
    const annotation = await write('Streitbar, aber sachlich.')
    const { id: decisionId } = await call(decide(annotation, hide))
    const params = { decisionId }
    const body = { text: 'Das war keine Beleidigung.' }
    const objected = await call(
      callEndpoint(app.url, objectToDecision, { params, body, cookie: cookies.heidi }),
    )
    expect(objected).toMatchObject({ objection: { ...body, outcome: null }, may: { object: false } })
    return { annotation, params, body }
  }

  it('is decided by another person, never by whoever decided first, and undoes the decision', async () => {
    const { annotation, params, body } = await hiddenAndObjected()
    expect((await queueItem(annotation))?.why).toMatchObject([
      { kind: 'objection', text: body.text, decidedBy: 'Ulrike Hasenpusch', mayDecide: false },
    ])
    const outcome = { result: 'reversed', reason: 'Das ist Kritik an der Sache.' }
    const answer = (cookie: string) =>
      callEndpoint(app.url, decideObjection, { params, body: outcome, cookie })
    expect(await answer(cookies.ulrike)).toMatchObject(refused('moderation/own-decision'))
    expect(await answer(cookies.heidi)).toMatchObject(refused('accounts/not-permitted'))
    expect(await seen(annotation)).toMatchObject({ body: null })
    expect(await call(answer(cookies.birte))).toMatchObject({
      objection: { outcome },
      by: { objection: 'Birte Sandkühler' },
    })
    expect(await seen(annotation)).toMatchObject({ body: annotation.body })
    expect(await lastNotice(cookies.heidi)).toMatchObject({ kind: 'objection-decided', result: 'reversed' })
    expect(await answer(cookies.birte)).toMatchObject(refused('moderation/changed-meanwhile'))
  })

  it('is made by the author only, once, and can be turned down with a reason', async () => {
    const { annotation, params, body } = await hiddenAndObjected()
    const object = (cookie: string) => callEndpoint(app.url, objectToDecision, { params, body, cookie })
    expect(await object(cookies.heidi)).toMatchObject(refused('moderation/objection-closed'))
    expect(await object(cookies.werner)).toMatchObject(refused('moderation/unknown'))
    expect(await object(cookies.birte)).toMatchObject(refused('accounts/not-permitted'))
    const outcome = { result: 'upheld', reason: 'Es bleibt eine Beleidigung.' }
    await call(callEndpoint(app.url, decideObjection, { params, body: outcome, cookie: cookies.birte }))
    expect(await seen(annotation)).toMatchObject({ body: null })
    expect(
      await call(callEndpoint(app.url, getModerationDecision, { params, cookie: cookies.heidi })),
    ).toMatchObject({
      objection: { outcome },
    })
  })
})

describe('a guest', () => {
  it('reads the reasons, also after the contributions have come to belong to an account', async () => {
    const body = { commandId: randomUUID(), pseudonym: 'Gast am Rand' }
    const response = await fetchEndpoint(app.url, joinAsGuest, { body })
    const { receipt } = z.object({ receipt: z.string() }).parse(await response.json())
    const guest = response.headers
      .getSetCookie()
      .map(line => line.split(';')[0])
      .join('; ')
    const annotation = await write('Vom Rand aus geschrieben.', {}, guest)
    const { id: decisionId } = await call(decide(annotation, hide))
    const read = (cookie: string) =>
      callEndpoint(app.url, getModerationDecision, { params: { decisionId }, cookie })
    expect(await call(read(guest))).toMatchObject({ may: { object: true } })
    expect(await read(cookies.werner)).toMatchObject(refused('moderation/unknown'))
    await call(callEndpoint(app.url, claimReceipt, { body: { receipt }, cookie: cookies.werner }))
    await until('the reasons have come along', async () => (await read(cookies.werner)).ok)
    await until(
      'the notice too',
      async () =>
        ((await lastNotice(cookies.werner)) as { decisionId?: string } | undefined)?.decisionId ===
        decisionId,
    )
  })
})

describe('the log, the numbers and the queue', () => {
  it('tell who did what and why, to admins only, and cannot be written to', async () => {
    const page = await call(callEndpoint(app.url, getModerationLog, { cookie: cookies.birte }))
    expect(page.entries.map(({ seq }) => seq)).toEqual(
      page.entries.map((_, position) => (page.entries[0]?.seq ?? 0) - position),
    )
    expect(page.entries.find(({ action }) => action === 'objection-reversed')).toMatchObject({
      by: 'Birte Sandkühler',
      why: 'Das ist Kritik an der Sache.',
    })
    for (const action of ['held', 'reported', 'hidden', 'objected', 'lifted', 'settings-changed'])
      expect(page.entries.map(entry => entry.action)).toContain(action)
    expect(await callEndpoint(app.url, getModerationLog, { cookie: cookies.ulrike })).toMatchObject(
      refused('accounts/not-permitted'),
    )
  })

  it('count a year for everybody, also as a file', async () => {
    const numbers = await call(
      callEndpoint(app.url, getModerationNumbers, { query: { year: String(now.getUTCFullYear()) } }),
    )
    // Two of these tests, and one of the demo that is still open.
    expect(numbers).toMatchObject({ objections: 3, objectionsUpheld: 1, objectionsReversed: 1 })
    expect(numbers.reports).toBe(numbers.reportsActedOn + numbers.reportsNotActedOn + numbers.reportsOpen)
    const csv = await fetch(`${app.url}/berichte/moderation-${now.getUTCFullYear()}.csv`)
    expect(csv.headers.get('content-type')).toMatch(/^text\/csv/)
    expect(await csv.text()).toContain(`objections,3\r\n`)
  })

  it('are closed to participants and strangers', async () => {
    for (const [cookie, code] of [
      [cookies.heidi, 'accounts/not-permitted'],
      [undefined, 'accounts/sign-in-required'],
    ] as const) {
      const who = cookie === undefined ? {} : { cookie }
      for (const endpoint of [getModerationQueue, getModerationLog])
        expect(await callEndpoint(app.url, endpoint, who)).toMatchObject(refused(code))
      const params = { processId }
      expect(await callEndpoint(app.url, getModerationSettings, { params, ...who })).toMatchObject(
        refused(code),
      )
      const change = { params, body: settings, ...who }
      expect(await callEndpoint(app.url, changeModerationSettings, change)).toMatchObject(refused(code))
    }
    const socket = await openSocket(app.url, cookies.heidi)
    expect(await socket.emitWithAck('moderation:follow', { follow: 'queue' })).toMatchObject(
      refused('accounts/not-permitted'),
    )
    socket.disconnect()
  })

  it('are told of live', async () => {
    const socket = await openSocket(app.url, cookies.ulrike)
    let heard = 0
    socket.on(queueChanged.name, () => void heard++)
    await socket.emitWithAck('moderation:follow', { follow: 'queue' })
    const annotation = await write('Zum Melden.')
    await call(report(annotation))
    await until('the queue has changed', () => heard > 0)
    socket.disconnect()
  })
})
