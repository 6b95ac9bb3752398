import { randomUUID } from 'node:crypto'
import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import * as endpoints from '@randnotiz/contract/answers/endpoints'
import { until } from '@randnotiz/test-kit/until'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accepted } from '../../testing/accepted.js'
import { callEndpoint } from '../../testing/call-endpoint.js'
import { codeOf, noted, openTownHall, type TownHall } from './testing/town-hall.js'

/** Contributions answered together, and in several points. */
let hall: TownHall
beforeAll(async () => {
  hall = await openTownHall()
})
afterAll(() => hall.app.close())

describe('contributions that say the same', () => {
  it('are answered once, and everybody among them is told', async () => {
    const lead = await hall.write('heidi', 'Der Radweg an der Paulinenstraße braucht Beleuchtung.')
    const member = await hall.write('werner', 'Beleuchtung fehlt am Radweg Paulinenstraße.')
    const similar = accepted(
      await callEndpoint(hall.app.url, endpoints.getSimilar, {
        params: { annotationId: lead.id },
        cookie: hall.cookies.jonas,
      }),
    ).similar.find(({ annotation }) => annotation.id === member.id)
    expect(similar?.words.map(word => word.toLowerCase())).toEqual(
      expect.arrayContaining(['beleuchtung', 'radweg', 'paulinenstraße']),
    )
    const grouping = { lead: await hall.seen(lead), members: [await hall.seen(member)] }
    const grouped = await callEndpoint(hall.app.url, endpoints.groupPoints, {
      body: grouping,
      cookie: hall.cookies.jonas,
    })
    expect(accepted(grouped).done).toEqual([{ annotationId: member.id, number: 1 }])
    expect(codeOf(await hall.answer(member))).toBe('answers/grouped')
    accepted(await hall.answer(lead))
    await hall.release(lead)
    await hall.publish([lead])
    for (const annotation of [lead, member])
      expect((await hall.standing(annotation.id)).answer).toMatchObject({ points: [{ together: 2 }] })
    await until('it is so', async () => (await hall.told('werner', member)).length > 0)
    expect(await hall.told('heidi', lead)).toHaveLength(1)
  })

  it('leave the group again, and never stand in two', async () => {
    const [a, b, c] = [
      await hall.write('heidi', 'Erster Wunsch nach einem Brunnen.'),
      await hall.write('heidi', 'Zweiter Wunsch nach einem Brunnen.'),
      await hall.write('heidi', 'Dritter Wunsch nach einem Brunnen.'),
    ]
    const group = async (lead: Annotation, member: Annotation) =>
      accepted(
        await callEndpoint(hall.app.url, endpoints.groupPoints, {
          body: { lead: await hall.seen(lead), members: [await hall.seen(member)] },
          cookie: hall.cookies.jonas,
        }),
      )
    expect((await group(a, b)).done).toHaveLength(1)
    expect((await group(c, b)).refused).toMatchObject([{ code: 'answers/grouped' }])
    expect((await group(c, a)).refused).toMatchObject([{ code: 'answers/grouped' }])
    accepted(
      await callEndpoint(hall.app.url, endpoints.leaveGroup, {
        body: { lead: await hall.seen(a), member: { annotationId: b.id, number: 1 } },
        cookie: hall.cookies.mira,
      }),
    )
    expect((await group(c, b)).done).toHaveLength(1)
  })
})

describe('a contribution of several points', () => {
  it('counts as answered when each has its answer', async () => {
    const body = 'Mehr Bänke bitte. Und die Haltestelle braucht ein Dach.'
    const annotation = await hall.write('heidi', body)
    const { version } = await hall.caseOf(annotation)
    const split = {
      version,
      edition: 1,
      points: [
        { number: 1, pieces: [{ part: 'body', start: 0, end: 17 }] },
        { number: null, pieces: [{ part: 'body', start: 18, end: body.length }] },
      ],
    }
    const params = { annotationId: annotation.id }
    const done = await callEndpoint(hall.app.url, endpoints.splitCase, {
      params,
      body: split,
      cookie: hall.cookies.jonas,
    })
    expect(accepted(done).points.map(({ number }) => number)).toEqual([1, 2])
    const before = accepted(
      await callEndpoint(hall.app.url, endpoints.getAnswerTotals, { params: { slug: hall.slug } }),
    )
    accepted(await hall.answer(annotation, noted, 'jonas', 1))
    await hall.release(annotation, 'mira', 1)
    await hall.publish([annotation])
    expect((await hall.standing(annotation.id)).answer).toMatchObject({ open: 1, points: [{ number: 1 }] })
    accepted(await hall.answer(annotation, noted, 'jonas', 2))
    await hall.release(annotation, 'mira', 2)
    await hall.publish([annotation], randomUUID(), [2])
    expect((await hall.standing(annotation.id)).answer).toMatchObject({ open: 0 })
    const after = accepted(
      await callEndpoint(hall.app.url, endpoints.getAnswerTotals, { params: { slug: hall.slug } }),
    )
    expect(after.answered).toBe(before.answered + 1)

    const merge = {
      version: (await hall.caseOf(annotation)).version,
      edition: 1,
      points: [{ number: 1, pieces: [] }],
    }
    const lost = await callEndpoint(hall.app.url, endpoints.splitCase, {
      params,
      body: merge,
      cookie: hall.cookies.jonas,
    })
    expect(codeOf(lost)).toBe('answers/split-unfit')
  })
})
