import { randomUUID } from 'node:crypto'
import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import { deskPageSize } from '@randnotiz/contract/answers/desk'
import * as endpoints from '@randnotiz/contract/answers/endpoints'
import { ProcessId } from '@randnotiz/contract/kit/ids'
import { openSocket } from '@randnotiz/test-kit/open-socket'
import { until } from '@randnotiz/test-kit/until'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accepted } from '../../testing/accepted.js'
import { callEndpoint } from '../../testing/call-endpoint.js'
import { CaseIndexes } from './desk/case-index.js'
import { CaseChanges } from './storage/case-changes.js'
import { answerModels } from './storage/models.js'
import { codeOf, openTownHall, type TownHall, type Who } from './testing/town-hall.js'

/** What waits at the desk, and who does it until when. */
let hall: TownHall
beforeAll(async () => {
  hall = await openTownHall()
})
afterAll(() => hall.app.close())

describe('at the desk', () => {
  it('units, dates and people are assigned to many at once, and found again', async () => {
    const [one, two] = [await hall.write('heidi', 'Zuerst das.'), await hall.write('heidi', 'Dann jenes.')]
    const { staff } = accepted(
      await callEndpoint(hall.app.url, endpoints.getAnswerDesk, {
        params: { slug: hall.slug },
        cookie: hall.cookies.jonas,
      }),
    )
    const mira = staff.find(({ pseudonym }) => pseudonym === 'Mira Aldinger')
    const points = [await hall.seen(one), await hall.seen(two)]
    const assigned = { points, unit: 'mobilitaet', dueOn: '2020-01-31', assignee: mira?.id }
    const done = await callEndpoint(hall.app.url, endpoints.assignPoints, {
      body: assigned,
      cookie: hall.cookies.jonas,
    })
    expect(accepted(done).done).toHaveLength(2)
    const desk = async (query: Record<string, string>, who: Who = 'jonas') =>
      accepted(
        await callEndpoint(hall.app.url, endpoints.getAnswerDesk, {
          params: { slug: hall.slug },
          query,
          cookie: hall.cookies[who],
        }),
      )
    const overdue = await desk({ due: 'overdue', unit: 'mobilitaet', unanswered: 'yes' })
    expect(overdue.items.map(({ annotation }) => annotation.id)).toEqual(
      expect.arrayContaining([one.id, two.id]),
    )
    expect((await desk({ mine: 'yes', due: 'overdue' }, 'mira')).total).toBeGreaterThanOrEqual(2)
    expect((await desk({ q: 'jenes', state: 'new' })).items.map(({ annotation }) => annotation.id)).toEqual([
      two.id,
    ])
    const taken = await callEndpoint(hall.app.url, endpoints.movePoints, {
      body: { points: [await hall.seen(two)], move: 'take-up' },
      cookie: hall.cookies.jonas,
    })
    expect(accepted(taken).done).toHaveLength(1)
    expect((await desk({ q: 'jenes' })).states).toEqual({ inReview: 1 })
    const stranger = { points: [await hall.seen(one)], assignee: one.author.id }
    expect(
      codeOf(
        await callEndpoint(hall.app.url, endpoints.assignPoints, {
          body: stranger,
          cookie: hall.cookies.jonas,
        }),
      ),
    ).toBe('answers/unknown-person')
    const unknown = { points: [await hall.seen(one)], unit: 'geheimdienst' }
    expect(
      accepted(
        await callEndpoint(hall.app.url, endpoints.assignPoints, {
          body: unknown,
          cookie: hall.cookies.jonas,
        }),
      ),
    ).toMatchObject({ done: [], refused: [{ code: 'answers/unknown-unit' }] })
  })

  it('notes stay among staff, and whoever is mentioned is told once', async () => {
    const annotation = await hall.write('heidi', 'Dazu gibt es Rückfragen.')
    const { staff } = accepted(
      await callEndpoint(hall.app.url, endpoints.getAnswerDesk, {
        params: { slug: hall.slug },
        cookie: hall.cookies.jonas,
      }),
    )
    const mira = staff.find(({ pseudonym }) => pseudonym === 'Mira Aldinger')
    const note = {
      commandId: randomUUID(),
      annotationId: annotation.id,
      body: 'Weißt du mehr?',
      mentions: [mira?.id],
    }
    for (let time = 0; time < 2; time++)
      accepted(
        await callEndpoint(hall.app.url, endpoints.addNote, { body: note, cookie: hall.cookies.jonas }),
      )
    const { notes } = await hall.caseOf(annotation)
    expect(notes).toMatchObject([{ body: 'Weißt du mehr?', by: { pseudonym: 'Jonas Wittekamp' } }])
    const mentions = (await hall.noticesOf('mira')).filter(({ event }) => event.kind === 'mentioned')
    expect(mentions).toHaveLength(1)
    expect(JSON.stringify(await hall.standing(annotation.id))).not.toContain('Weißt du mehr')
  })

  it('settings are not overwritten unseen', async () => {
    const change = (revision: number, name: string) =>
      callEndpoint(hall.app.url, endpoints.changeAnswerSettings, {
        params: { processId: hall.processId },
        body: { revision, units: [{ id: 'amt', name }], textBlocks: [] },
        cookie: hall.cookies.jonas,
      })
    const { settings } = accepted(
      await callEndpoint(hall.app.url, endpoints.getAnswerDesk, {
        params: { slug: hall.slug },
        cookie: hall.cookies.jonas,
      }),
    )
    expect(accepted(await change(settings.revision, 'Ein Amt')).revision).toBe(settings.revision + 1)
    expect(codeOf(await change(settings.revision, 'Ein anderes Amt'))).toBe('answers/settings-changed')
  })
})

describe('the queue', () => {
  const ask = async (query: Record<string, string> = {}) =>
    accepted(
      await callEndpoint(hall.app.url, endpoints.getAnswerDesk, {
        params: { slug: hall.slug },
        query,
        cookie: hall.cookies.jonas,
      }),
    )
  const idsIn = (page: { items: { annotation: Annotation; point: { number: number } }[] }) =>
    page.items.map(({ annotation, point }) => `${annotation.id}.${point.number}`)

  it('shows each point once, page by page, also when rows leave it meanwhile', async () => {
    const first = await ask({ state: 'new' })
    expect(first.items).toHaveLength(deskPageSize)
    const leaving = first.items.slice(0, 3)
    const points = leaving.map(({ annotation, version }) => ({
      annotationId: annotation.id,
      number: 1,
      version,
    }))
    const taken = await callEndpoint(hall.app.url, endpoints.movePoints, {
      body: { points, move: 'take-up' },
      cookie: hall.cookies.jonas,
    })
    expect(accepted(taken).done).toHaveLength(3)
    const second = await ask({ state: 'new', after: first.next ?? '' })
    expect(new Set([...idsIn(first), ...idsIn(second)]).size).toBe(first.total)
    const bad = await callEndpoint(hall.app.url, endpoints.getAnswerDesk, {
      params: { slug: hall.slug },
      query: { after: 'nonsense' },
      cookie: hall.cookies.jonas,
    })
    expect(codeOf(bad)).toBe('request/invalid')
  })

  it('says for every choice how many it finds', async () => {
    const page = await ask({ state: 'new' })
    for (const [kind, count] of Object.entries(page.kinds))
      expect((await ask({ state: 'new', kind })).total).toBe(count)
    for (const [document, count] of Object.entries(page.texts))
      expect((await ask({ state: 'new', document })).total).toBe(count)
    for (const [state, count] of Object.entries(page.states)) expect((await ask({ state })).total).toBe(count)
    expect((await ask({ state: 'new', unit: 'none' })).total).toBe(page.units.none)
  })

  it('answers what became of some rows, and what one command can be about', async () => {
    const annotation = await hall.write('heidi', 'Eine Zeile für sich.')
    const rows = async (query: Record<string, string>) =>
      accepted(
        await callEndpoint(hall.app.url, endpoints.getDeskRows, {
          params: { slug: hall.slug },
          query: { ids: annotation.id, ...query },
          cookie: hall.cookies.jonas,
        }),
      )
    expect((await rows({ state: 'new' })).items).toMatchObject([{ version: 0 }])
    accepted(await hall.answer(annotation))
    expect((await rows({ state: 'new' })).items).toEqual([])
    expect((await rows({})).items).toMatchObject([{ version: 1, point: { work: { state: 'drafted' } } }])
    const { points } = accepted(
      await callEndpoint(hall.app.url, endpoints.getDeskChoice, {
        params: { slug: hall.slug },
        query: { q: 'Zeile', state: 'drafted' },
        cookie: hall.cookies.jonas,
      }),
    )
    expect(points).toEqual([
      { annotationId: annotation.id, number: 1, version: 1, state: 'drafted', words: 'Eine Zeile für sich.' },
    ])
  })

  it('is the same for another process of the server, which reads only what has changed', async () => {
    const { cases } = hall.app.features.answers.parts
    const changes = new CaseChanges(answerModels(hall.app.features.answers.parts.connection))
    const process = ProcessId.parse(hall.processId)
    const elsewhere = new CaseIndexes({ cases, changes })
    const before = await elsewhere.known(process)
    const annotation = await hall.write('werner', 'Davon weiß der andere nichts.')
    accepted(await hall.answer(annotation))
    expect(before.byId.has(annotation.id)).toBe(false)
    expect((await elsewhere.known(process)).byId.get(annotation.id)?.version).toBe(1)
    await hall.release(annotation)
    expect((await elsewhere.known(process)).byId.get(annotation.id)?.points[0]?.work.state).toBe('released')
    const head = await changes.head(process)
    const { rows } = await allRows(changes, process)
    expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: head }, (_, at) => at + 1))
  })

  async function allRows(changes: CaseChanges, process: ProcessId) {
    const rows: Awaited<ReturnType<CaseChanges['since']>> = []
    for (;;) {
      const next = await changes.since(process, rows.at(-1)?.seq ?? 0)
      if (next.length === 0) return { rows }
      rows.push(...next)
    }
  }

  it('tells whoever sits at it what citizens write, and nobody else', async () => {
    const desk = await openSocket(hall.app.url, hall.cookies.jonas)
    const citizen = await openSocket(hall.app.url, hall.cookies.heidi)
    try {
      const heard: string[] = []
      for (const socket of [desk, citizen])
        socket.on('answers:changed', ({ annotationIds }: { annotationIds: string[] }) =>
          heard.push(...annotationIds),
        )
      const processId = ProcessId.parse(hall.processId)
      expect(await desk.emitWithAck('answers:follow', { processId })).toMatchObject({ ok: true })
      expect(await citizen.emitWithAck('answers:follow', { processId })).toMatchObject({ ok: false })
      const annotation = await hall.write('heidi', 'Das erfährt die Stadt sofort.')
      await until('the desk has heard it', () => heard.includes(annotation.id))
      expect(heard.filter(id => id === annotation.id)).toHaveLength(1)
    } finally {
      desk.close()
      citizen.close()
    }
  })
})
