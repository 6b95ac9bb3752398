import { ok } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { postAnnotation } from '@randnotiz/contract/annotations/endpoints'
import { getDocument } from '@randnotiz/contract/documents/endpoints'
import { CommandId } from '@randnotiz/contract/kit/ids'
import type { Result } from '@randnotiz/contract/kit/result'
import { getHome } from '@randnotiz/contract/publishing/endpoints'
import type { ProcessDesk, ProcessSettings } from '@randnotiz/contract/publishing/settings'
import {
  changeDocumentFrame,
  changeProcess,
  getProcessDesk,
  orderDocuments,
} from '@randnotiz/contract/publishing/settings-endpoints'
import { demoPeople } from '@randnotiz/test-kit/demo-people'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callEndpoint } from '../../../testing/call-endpoint.js'
import { startTestApp, type TestApp } from '../../../testing/start-app.js'

let app: TestApp
let admin: string
let now = new Date('2026-06-01T08:00:00.000Z')

beforeAll(async () => {
  app = await startTestApp({ clientDist: '', clock: { now: () => now } })
  admin = await app.signIn(demoPeople.admin)
})
afterAll(() => app.close())

const fresh = () => CommandId.parse(randomUUID())

function accepted<Value>(result: Result<Value>): Value {
  ok(result.ok, JSON.stringify(result))
  return result.value
}

const desk = async () =>
  accepted(
    await callEndpoint(app.url, getProcessDesk, { params: { slug: 'smart-city-konzept' }, cookie: admin }),
  )

function settingsOf({ process }: ProcessDesk): ProcessSettings {
  const { id: _id, slug: _slug, notice: _notice, ...settings } = process
  return settings
}

async function change(
  edit: (settings: ProcessSettings) => ProcessSettings,
  given: { edition?: number; commandId?: CommandId } = {},
) {
  const known = await desk()
  const body = {
    commandId: given.commandId ?? fresh(),
    edition: given.edition ?? known.edition,
    settings: edit(settingsOf(known)),
  }
  const params = { processId: known.process.id }
  return callEndpoint(app.url, changeProcess, { params, body, cookie: admin })
}

const withPhase =
  (place: number, edit: Partial<ProcessSettings['phases'][number]>) =>
  (settings: ProcessSettings): ProcessSettings => ({
    ...settings,
    phases: settings.phases.map((phase, at) => (at === place ? { ...phase, ...edit } : phase)),
  })

describe('the settings of a process', () => {
  it('hold the welcome and what becomes of contributions, in both languages, and log them', async () => {
    const welcome = [
      { de: 'Guten Tag.', en: 'Hello.' },
      { de: 'Lesen Sie.', en: 'Read.' },
    ]
    const changed = accepted(await change(settings => ({ ...settings, welcome, results: [] })))
    expect(changed.changes[0]?.entries).toMatchObject([
      { part: 'welcome', after: 'Guten Tag.\nLesen Sie.\n–\nHello.\nRead.' },
      { part: 'results', after: '–' },
    ])
    const { process } = accepted(await callEndpoint(app.url, getHome))
    expect([process.welcome, process.results]).toEqual([welcome, []])
    const half = [{ de: 'Nur Deutsch.', en: ' ' }]
    expect(await change(settings => ({ ...settings, welcome: half }))).toMatchObject({
      refusal: { code: 'request/invalid' },
    })
  })

  it('change for everybody, and the log says who has changed what', async () => {
    const title = { de: 'Detmold digital', en: 'Digital Detmold' }
    const changed = accepted(await change(settings => ({ ...settings, title, admitsGuests: false })))
    expect(changed.changes[0]).toMatchObject({
      by: 'Birte Sandkühler',
      at: now.toISOString(),
      entries: [
        {
          part: 'title',
          before: 'Smart-City-Konzept / Smart City Concept',
          after: 'Detmold digital / Digital Detmold',
        },
        { part: 'admitsGuests', before: '✓', after: '–' },
      ],
    })
    expect(accepted(await callEndpoint(app.url, getHome)).process).toMatchObject({
      title,
      admitsGuests: false,
    })
    const again = accepted(await change(settings => settings))
    expect(again.changes).toHaveLength(changed.changes.length)
    expect(again.edition).toBe(changed.edition)
  })

  it('are changed once for each command, and never over what somebody has not seen', async () => {
    const [commandId, { edition }] = [fresh(), await desk()]
    const edit = (hours: number) => (settings: ProcessSettings) => ({ ...settings, editHours: hours })
    const first = accepted(await change(edit(5), { edition, commandId }))
    expect(accepted(await change(edit(5), { edition, commandId })).changes).toEqual(first.changes)
    expect(await change(edit(6), { edition })).toMatchObject({
      refusal: { code: 'publishing/process-changed-meanwhile' },
    })
    const { edition: newest } = await desk()
    const outcomes = await Promise.all([
      change(edit(7), { edition: newest }),
      change(edit(8), { edition: newest }),
    ])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    const { changes, process } = await desk()
    expect(changes[0]?.entries).toMatchObject([{ part: 'editHours', after: `${process.editHours} h` }])
  })

  it('are refused when phases overlap, end early or have one key, with the place of the mistake', async () => {
    const { process } = await desk()
    const [first, second] = process.phases
    ok(first && second)
    const cases = [
      [{ endsAt: first.startsAt }, 'phase-ends-early', 'settings.phases.0.endsAt'],
      [{ endsAt: second.endsAt }, 'phases-overlap', 'settings.phases.1.startsAt'],
      [{ key: second.key }, 'phase-key-taken', 'settings.phases.1.title'],
    ] as const
    for (const [edit, code, field] of cases)
      expect(await change(withPhase(0, edit))).toEqual({
        ok: false,
        refusal: { code: `publishing/${code}`, field },
      })
    expect(await change(settings => ({ ...settings, phases: [] }))).toMatchObject({
      refusal: { code: 'request/invalid', field: 'settings.phases' },
    })
  })

  it('open and close taking part by themselves, proposals apart', async () => {
    const cookie = await app.signIn(demoPeople.heidi)
    const post = async (kind: 'idea' | 'wording') => {
      const read = accepted(await callEndpoint(app.url, getDocument, { params: { slug: 'nudging' }, cookie }))
      const { document, permissions } = read
      const range = { start: 0, end: 4 }
      const passage = { range, exact: 'Text', stateVector: 'AA==', crdt: { start: 'AA==', end: 'AA==' } }
      const proposal = { passage, replacement: 'Wort' }
      const words = kind === 'wording' ? proposal : { passage: null, replacement: null }
      const body = { commandId: fresh(), documentId: document.id, kind, body: 'Ja.', ...words }
      return { permissions, answer: await callEndpoint(app.url, postAnnotation, { body, cookie }) }
    }
    const running = (await desk()).process.phases.findIndex(
      ({ key }) => key === 'beteiligung-am-arbeitsstand',
    )
    const open = { annotate: true, propose: false, reply: false, support: false }
    accepted(await change(withPhase(running, { allows: open })))
    const { permissions, answer } = await post('idea')
    expect(permissions).toMatchObject({ annotate: true, propose: false, reply: false })
    expect(answer.ok).toBe(true)
    expect((await post('wording')).answer).toMatchObject({ refusal: { code: 'publishing/phase-closed' } })
    accepted(await change(withPhase(running, { endsAt: now.toISOString() })))
    expect((await post('idea')).answer).toMatchObject({ refusal: { code: 'publishing/phase-closed' } })
    now = new Date(now.getTime() + 60_000)
    accepted(await change(withPhase(running, { endsAt: '2028-01-31T23:00:00.000Z' })))
    expect((await post('idea')).answer.ok).toBe(true)
  })

  it('are for administrators', async () => {
    const params = { slug: 'smart-city-konzept' }
    for (const person of ['jonas', 'moderator', 'heidi'] as const)
      expect(
        await callEndpoint(app.url, getProcessDesk, { params, cookie: await app.signIn(demoPeople[person]) }),
      ).toMatchObject({ refusal: { code: 'accounts/not-permitted' } })
    expect(await callEndpoint(app.url, getProcessDesk, { params })).toMatchObject({
      refusal: { code: 'accounts/sign-in-required' },
    })
  })
})

describe('texts', () => {
  const order = async (ids: readonly string[]) =>
    callEndpoint(app.url, orderDocuments, {
      params: { processId: (await desk()).process.id },
      body: { commandId: fresh(), kind: 'measure', order: ids },
      cookie: admin,
    })

  it('get another order, whole or not at all', async () => {
    const measures = (await desk()).documents.filter(({ kind }) => kind === 'measure').map(({ id }) => id)
    const turned = measures.toReversed()
    const { documents, changes } = accepted(await order(turned))
    const numbered = documents.filter(({ kind }) => kind === 'measure')
    expect(numbered.map(({ id, number }) => [id, number])).toEqual(turned.map((id, place) => [id, place + 1]))
    expect(changes[0]?.entries[0]).toMatchObject({ part: 'order' })
    for (const wrong of [measures.slice(1), [...measures.slice(1), measures[1] ?? '']])
      expect(await order(wrong)).toMatchObject({ refusal: { code: 'publishing/order-incomplete' } })
    accepted(await order(measures))
  })

  it('say what exactly is open', async () => {
    const { documents } = await desk()
    const document = documents.find(({ slug }) => slug === 'nudging')
    ok(document)
    const frame = { leeway: 'codecided', leewayText: { de: 'Die Höhe der Prämie.', en: 'The reward.' } }
    const changed = accepted(
      await callEndpoint(app.url, changeDocumentFrame, {
        params: { documentId: document.id },
        body: { commandId: fresh(), frame },
        cookie: admin,
      }),
    )
    expect(changed.documents.find(({ id }) => id === document.id)).toMatchObject(frame)
    expect(changed.changes[0]?.entries).toMatchObject([
      { part: 'leeway', before: 'consulted', after: 'codecided: Die Höhe der Prämie. / The reward.' },
    ])
  })
})
