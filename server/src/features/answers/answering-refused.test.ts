import { randomUUID } from 'node:crypto'
import { editAnnotation, withdrawContribution } from '@randnotiz/contract/annotations/endpoints'
import { reasonLimit } from '@randnotiz/contract/answers/answer'
import * as endpoints from '@randnotiz/contract/answers/endpoints'
import { endpointList } from '@randnotiz/contract/endpoint-list'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accepted } from '../../testing/accepted.js'
import { callEndpoint } from '../../testing/call-endpoint.js'
import { codeOf, noted, openTownHall, type TownHall } from './testing/town-hall.js'

/** What nobody gets done at the desk, and what it says instead. */
let hall: TownHall
beforeAll(async () => {
  hall = await openTownHall()
})
afterAll(() => hall.app.close())

describe('what is refused', () => {
  it('citizens never get to the desk, whichever endpoint they try', async () => {
    const annotation = await hall.write('heidi', 'Eine Frage.')
    const open = new Set<string>([endpoints.listAnswers.name, endpoints.getAnswerTotals.name])
    const point = { annotationId: annotation.id, number: 1, version: 0 }
    const bodies: Record<string, unknown> = {
      assignPoints: { points: [point], unit: null },
      movePoints: { points: [point], move: 'take-up' },
      writeAnswer: { point, edition: 1, answer: noted },
      releaseAnswers: { points: [point] },
      returnAnswer: { point, why: 'nein' },
      previewPublishing: { processId: hall.processId, points: [point] },
      publishAnswers: { commandId: randomUUID(), processId: hall.processId, points: [point] },
      splitCase: { version: 0, edition: 1, points: [{ number: null, pieces: [] }] },
      groupPoints: { lead: point, members: [point] },
      leaveGroup: { lead: point, member: { annotationId: annotation.id, number: 1 } },
      addNote: { commandId: randomUUID(), annotationId: annotation.id, body: 'Hm.', mentions: [] },
      changeAnswerSettings: { revision: 0, units: [], textBlocks: [] },
    }
    const desk = endpointList.filter(one => one.path.startsWith('/api/answers/') && !open.has(one.name))
    expect(desk.length).toBeGreaterThan(12)
    for (const endpoint of desk) {
      const call = {
        params: {
          annotationId: annotation.id,
          slug: hall.slug,
          documentId: hall.documentId,
          processId: hall.processId,
        },
        ...(endpoint.method === 'GET' ? {} : { body: bodies[endpoint.name] }),
      }
      const nobody = await callEndpoint(hall.app.url, endpoint, call)
      expect([endpoint.name, codeOf(nobody)]).toEqual([endpoint.name, 'accounts/sign-in-required'])
      const citizen = await callEndpoint(hall.app.url, endpoint, { ...call, cookie: hall.cookies.heidi })
      expect([endpoint.name, codeOf(citizen)]).toEqual([endpoint.name, 'accounts/not-permitted'])
    }
    expect((await hall.caseOf(annotation)).version).toBe(0)
  })

  it('an outcome without a reason, and a reason that nobody would read', async () => {
    const annotation = await hall.write('heidi', 'Noch eine Frage.')
    const refused = { ...noted, reason: '   ' }
    expect(codeOf(await hall.answer(annotation, refused))).toBe('request/invalid')
    expect(codeOf(await hall.answer(annotation, { ...noted, reason: 'a'.repeat(10_000) }))).toBe(
      'request/invalid',
    )
    expect(codeOf(await hall.answer(annotation, { ...noted, reason: 'a'.repeat(reasonLimit) }))).toBe(
      'accepted',
    )
    const nowhere = { outcome: { kind: 'forwarded', to: ' ' }, reason: 'Dorthin.', change: null }
    expect(codeOf(await hall.answer(annotation, nowhere))).toBe('request/invalid')
  })

  it('an answer over one that its writer has not seen', async () => {
    const annotation = await hall.write('heidi', 'Zwei antworten zugleich.')
    const point = await hall.seen(annotation)
    const results = await Promise.all(
      (['jonas', 'mira', 'moderator'] as const).map(who =>
        callEndpoint(hall.app.url, endpoints.writeAnswer, {
          body: { point, edition: 1, answer: { ...noted, reason: `Von ${who}.` } },
          cookie: hall.cookies[who],
        }),
      ),
    )
    expect(results.map(codeOf).toSorted()).toEqual([
      'accepted',
      'answers/changed-meanwhile',
      'answers/changed-meanwhile',
    ])
    expect((await hall.caseOf(annotation)).history).toHaveLength(1)
  })

  it('to release what says adopted and shows no change', async () => {
    const annotation = await hall.write('heidi', 'Das steht so nicht im Text.')
    accepted(await hall.answer(annotation, { ...noted, outcome: { kind: 'adopted' } }))
    expect((await hall.release(annotation)).refused).toMatchObject([{ code: 'answers/change-missing' }])
    const elsewhere = { kind: 'passage', blockIds: ['gibt-es-nicht'], release: null }
    const unknown = await hall.answer(annotation, {
      ...noted,
      outcome: { kind: 'adopted' },
      change: elsewhere,
    })
    expect(codeOf(unknown)).toBe('answers/change-unknown')
  })

  it('to publish what its author has taken back, or has put in other words', async () => {
    const [withdrawn, changed, stays] = [
      await hall.write('heidi', 'Ziehe ich zurück.'),
      await hall.write('heidi', 'Schreibe ich um.'),
      await hall.write('heidi', 'Bleibt, wie es ist.'),
    ]
    for (const annotation of [withdrawn, changed, stays]) {
      accepted(await hall.answer(annotation))
      await hall.release(annotation)
    }
    accepted(
      await callEndpoint(hall.app.url, withdrawContribution, {
        params: { annotationId: withdrawn.id },
        body: { annotationId: withdrawn.id },
        cookie: hall.cookies.heidi,
      }),
    )
    accepted(
      await callEndpoint(hall.app.url, editAnnotation, {
        params: { annotationId: changed.id },
        body: {
          commandId: randomUUID(),
          annotationId: changed.id,
          edition: 1,
          kind: changed.kind,
          body: 'Das Gegenteil davon.',
          replacement: null,
        },
        cookie: hall.cookies.heidi,
      }),
    )
    const { done, refused } = await hall.publish([withdrawn, changed, stays])
    expect(done).toEqual([{ annotationId: stays.id, number: 1 }])
    expect(refused).toMatchObject([
      { annotationId: withdrawn.id, code: 'annotations/withdrawn' },
      { annotationId: changed.id, code: 'answers/contribution-changed' },
    ])
    expect(await hall.told('heidi', withdrawn)).toEqual([])
  })
})
