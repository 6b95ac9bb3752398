import {
  changeModerationSettings,
  decideObjection,
  getModerationDecision,
  getModerationLog,
  getModerationNumbers,
  getModerationQueue,
  getModerationSettings,
  objectToDecision,
} from '@randnotiz/contract/annotations/moderation/endpoints'
import { queueChanged } from '@randnotiz/contract/annotations/moderation/messages'
import { openSocket } from '@randnotiz/test-kit/open-socket'
import { until } from '@randnotiz/test-kit/until'
import { describe, expect, it } from 'vitest'
import { callEndpoint } from '../../../testing/call-endpoint.js'
import {
  app,
  call,
  cookies,
  decide,
  hide,
  lastNotice,
  now,
  processId,
  queueItem,
  refused,
  report,
  seen,
  settings,
  useModeratedTown,
  write,
} from './testing/moderated-town.js'

/** Objections of authors, and what log, numbers and queue tell of everything. */
useModeratedTown()

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
    for (const action of ['held', 'reported', 'hidden', 'objected', 'settings-changed'])
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
