import type { Verdict } from '@randnotiz/contract/annotations/moderation/decision'
import {
  confirmReportAddress,
  getModerationLog,
  getReport,
  objectToReportDecision,
  upholdReportDecision,
} from '@randnotiz/contract/annotations/moderation/endpoints'
import { until } from '@randnotiz/test-kit/until'
import { describe, expect, it } from 'vitest'
import { callEndpoint } from '../../../testing/call-endpoint.js'
import { wordsOf } from '../../../testing/smtp-server.js'
import { proveWork } from '../../../testing/solve-challenge.js'
import {
  app,
  call,
  cookies,
  decide,
  hide,
  lastNotice,
  now,
  queueItem,
  refused,
  report,
  setNow,
  smtp,
  useModeratedTown,
  write,
} from './testing/moderated-town.js'

/** Reports by everybody, and what whoever reported can do against a decision. */
useModeratedTown()

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

describe('the objection of whoever reported', () => {
  const keep: Verdict = { kind: 'approve' }
  const stateOf = (code: string) => callEndpoint(app.url, getReport, { params: { code } })
  const object = (code: string, text = 'Da wird jemand beleidigt.') =>
    callEndpoint(app.url, objectToReportDecision, { params: { code }, body: { text } })
  const uphold = (reportId: string, cookie: string, reason = 'Das ist Kritik an der Sache.') =>
    callEndpoint(app.url, upholdReportDecision, { params: { reportId }, body: { reason }, cookie })

  async function keptAndObjected(cookie?: string) {
    const annotation = await write('Der Plan ist ein Witz.')
    const { code } = await call(report(annotation, {}, cookie ? { Cookie: cookie } : undefined))
    expect(await object(code)).toMatchObject(refused('moderation/objection-closed'))
    await call(decide(annotation, keep))
    expect((await call(stateOf(code))).mayObjectUntil).not.toBeNull()
    expect(await call(object(code))).toMatchObject({ objection: { outcome: null }, mayObjectUntil: null })
    const why = (await queueItem(annotation))?.why.find(({ kind }) => kind === 'report-objection')
    if (why?.kind !== 'report-objection') throw new Error('it does not wait')
    return { annotation, code, why }
  }

  it('is decided by another person, who says why the words stay', async () => {
    const { annotation, code, why } = await keptAndObjected()
    expect(why).toMatchObject({ decidedBy: 'Ulrike Hasenpusch', mayDecide: false })
    expect(await uphold(why.reportId, cookies.ulrike)).toMatchObject(refused('moderation/own-decision'))
    expect(await uphold(why.reportId, cookies.werner)).toMatchObject(refused('accounts/not-permitted'))
    await call(uphold(why.reportId, cookies.birte))
    expect(await uphold(why.reportId, cookies.birte)).toMatchObject(refused('moderation/changed-meanwhile'))
    expect(await call(stateOf(code))).toMatchObject({
      state: { result: 'not-acted' },
      objection: { outcome: { result: 'upheld', reason: 'Das ist Kritik an der Sache.' } },
    })
    expect(await queueItem(annotation)).toBeUndefined()
    expect(await object(code)).toMatchObject(refused('moderation/objection-closed'))
  })

  it('is granted by hiding the words, and whoever has an account is told a second time', async () => {
    const { annotation, code } = await keptAndObjected(cookies.werner)
    expect(await lastNotice(cookies.werner)).toMatchObject({ kind: 'report-decided', result: 'not-acted' })
    await call(decide(annotation, hide, cookies.birte))
    expect(await call(stateOf(code))).toMatchObject({
      state: { result: 'acted' },
      objection: { outcome: { result: 'reversed' } },
    })
    expect(await lastNotice(cookies.werner)).toMatchObject({ kind: 'report-decided', result: 'acted' })
    expect(await queueItem(annotation)).toBeUndefined()
  })

  it('stands in the log, and ends with the time the law gives', async () => {
    const { code } = await keptAndObjected()
    const log = await call(callEndpoint(app.url, getModerationLog, { cookie: cookies.birte }))
    expect(log.entries[0]).toMatchObject({ action: 'report-objected', by: null })
    expect(await object('0000-0000-0000-0000')).toMatchObject(refused('moderation/unknown'))
    expect(await object(code, '   ')).toMatchObject(refused('request/invalid'))
    const late = await write('Noch ein Plan.')
    const { code: lateCode } = await call(report(late))
    await call(decide(late, keep))
    setNow(new Date(now.getTime() + 184 * 24 * 3_600_000))
    expect(await object(lateCode)).toMatchObject(refused('moderation/objection-closed'))
    setNow(new Date())
  })
})
