import { randomUUID } from 'node:crypto'
import {
  editAnnotation,
  listAnnotations,
  listOwnContributions,
  putSupport,
  withdrawContribution,
} from '@randnotiz/contract/annotations/endpoints'
import * as endpoints from '@randnotiz/contract/answers/endpoints'
import { compareVersions } from '@randnotiz/contract/publishing/version-endpoints'
import { openSyncedDocument } from '@randnotiz/test-kit/open-document'
import { until } from '@randnotiz/test-kit/until'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accepted } from '../../testing/accepted.js'
import { callEndpoint } from '../../testing/call-endpoint.js'
import { firstParagraph } from '../../testing/demo-document.js'
import { codeOf, noted, openTownHall, slugOfText, type TownHall } from './testing/town-hall.js'

/** Citizens write, two people of the office answer, everybody reads. */
let hall: TownHall
beforeAll(async () => {
  hall = await openTownHall()
})
afterAll(() => hall.app.close())

describe('an answer', () => {
  it('is written by one, released by another, published, and told to author and supporters', async () => {
    const annotation = await hall.write('heidi', 'Bitte mehr überdachte Stellplätze am Bahnhof.')
    accepted(
      await callEndpoint(hall.app.url, putSupport, {
        params: { annotationId: annotation.id },
        body: { annotationId: annotation.id, supports: true },
        cookie: hall.cookies.werner,
      }),
    )
    const draft = accepted(await hall.answer(annotation))
    expect(draft.points).toMatchObject([{ work: { state: 'drafted', writtenBy: { staff: true } } }])
    expect((await hall.standing(annotation.id)).answer).toBeNull()

    expect((await hall.release(annotation, 'jonas')).refused).toMatchObject([{ code: 'answers/same-person' }])
    expect((await hall.publish([annotation])).refused).toMatchObject([{ code: 'answers/not-now' }])
    expect((await hall.release(annotation)).done).toHaveLength(1)
    const preview = accepted(
      await callEndpoint(hall.app.url, endpoints.previewPublishing, {
        body: { processId: hall.processId, points: [await hall.seen(annotation)] },
        cookie: hall.cookies.mira,
      }),
    )
    expect(preview).toMatchObject({ points: 1, contributions: 1, authors: 1, supporters: 1, people: 2 })
    expect((await hall.publish([annotation])).done).toEqual([{ annotationId: annotation.id, number: 1 }])

    expect((await hall.standing(annotation.id)).answer).toMatchObject({
      open: 0,
      points: [{ outcome: { kind: 'noted' }, reason: noted.reason, together: 1 }],
    })
    await until('it is so', async () => (await hall.told('werner', annotation)).length > 0)
    expect(await hall.told('heidi', annotation)).toMatchObject([{ as: 'author', reason: noted.reason }])
    expect(await hall.told('werner', annotation)).toMatchObject([{ as: 'supporter' }])
    const kinds = (await hall.caseOf(annotation)).history.map(({ deed }) => deed.kind)
    expect(kinds).toEqual(['drafted', 'released', 'published'])
  })

  it('is published once, however often the command comes', async () => {
    const annotation = await hall.write('heidi', 'Der Fahrplan sollte an jeder Haltestelle hängen.')
    accepted(await hall.answer(annotation))
    await hall.release(annotation)
    const points = [await hall.seen(annotation)]
    const body = { commandId: randomUUID(), processId: hall.processId, points }
    const twice = await Promise.all(
      [1, 2].map(() =>
        callEndpoint(hall.app.url, endpoints.publishAnswers, { body, cookie: hall.cookies.mira }),
      ),
    )
    const again = await callEndpoint(hall.app.url, endpoints.publishAnswers, {
      body,
      cookie: hall.cookies.mira,
    })
    for (const result of [...twice, again]) expect(accepted(result).done).toHaveLength(1)
    await until('it is so', async () => (await hall.told('heidi', annotation)).length > 0)
    expect(await hall.told('heidi', annotation)).toHaveLength(1)
    expect(
      (await hall.caseOf(annotation)).history.filter(({ deed }) => deed.kind === 'published'),
    ).toHaveLength(1)
  })

  it('keeps its author from changing what was answered', async () => {
    const annotation = await hall.write('heidi', 'Die Ampel schaltet zu langsam.')
    accepted(await hall.answer(annotation))
    await hall.release(annotation)
    await hall.publish([annotation])
    const edited = await callEndpoint(hall.app.url, editAnnotation, {
      params: { annotationId: annotation.id },
      body: {
        commandId: randomUUID(),
        annotationId: annotation.id,
        edition: 1,
        kind: annotation.kind,
        body: 'Doch nicht.',
        replacement: null,
      },
      cookie: hall.cookies.heidi,
    })
    expect(codeOf(edited)).toBe('annotations/answered-already')
  })

  it('goes with the contribution when that is taken back; its author and staff still find it', async () => {
    const annotation = await hall.write('heidi', 'Ein Zebrastreifen am Markt.')
    accepted(await hall.answer(annotation))
    await hall.release(annotation)
    await hall.publish([annotation])
    const params = { annotationId: annotation.id }
    const cookie = hall.cookies.heidi
    accepted(await callEndpoint(hall.app.url, withdrawContribution, { params, body: params, cookie }))
    const documents = { params: { documentId: hall.documentId } }
    const everybody = accepted(await callEndpoint(hall.app.url, listAnnotations, documents))
    expect(everybody.annotations.find(({ id }) => id === annotation.id)).toMatchObject({
      body: null,
      answer: null,
      publication: { state: 'withdrawn' },
    })
    const own = accepted(await callEndpoint(hall.app.url, listOwnContributions, { cookie }))
    expect(own.contributions[0]?.annotation).toMatchObject({
      body: 'Ein Zebrastreifen am Markt.',
      answer: { points: [{ number: 1 }] },
    })
    expect((await hall.caseOf(annotation)).version).toBeGreaterThan(0)
  })

  it('stays public while a better one is written, released and published', async () => {
    const annotation = await hall.write('heidi', 'Warum gibt es keinen Nachtbus?')
    accepted(await hall.answer(annotation))
    await hall.release(annotation)
    await hall.publish([annotation])
    accepted(
      await hall.answer(annotation, { ...noted, reason: 'Inzwischen gibt es ihn am Wochenende.' }, 'mira'),
    )
    expect((await hall.standing(annotation.id)).answer?.points[0]?.reason).toBe(noted.reason)
    expect((await hall.release(annotation, 'jonas')).done).toHaveLength(1)
    await hall.publish([annotation])
    expect((await hall.standing(annotation.id)).answer?.points[0]?.reason).toContain('Wochenende')
    await until('it is so', async () => (await hall.told('heidi', annotation)).length === 2)
  })
})

describe('the change in the text', () => {
  it('is shown at the answer, and the comparison leads back to the contribution', async () => {
    const annotation = await hall.write('heidi', 'Der erste Absatz ist zu ungenau.')
    const editor = await openSyncedDocument({
      url: hall.app.url,
      documentId: hall.documentId,
      cookie: hall.cookies.jonas,
    })
    try {
      const first = firstParagraph(editor.doc)
      first.insert(0, 'Genauer gesagt: ')
      const pick = async () => {
        const text = await callEndpoint(hall.app.url, endpoints.getPickableText, {
          params: { documentId: hall.documentId },
          cookie: hall.cookies.jonas,
        })
        return accepted(text).blocks.find(({ text: words }) => words.startsWith('Genauer gesagt'))
      }
      await until('it is so', async () => (await pick()) !== undefined)
      const block = await pick()
      const change = { kind: 'passage', blockIds: [block?.blockId], release: null }
      const written = accepted(
        await hall.answer(annotation, { ...noted, outcome: { kind: 'adopted' }, change }),
      )
      expect(written.points[0]?.work).toMatchObject({
        answer: { change: { after: expect.stringMatching(/^Genauer gesagt/) } },
      })
      await hall.release(annotation)
      await hall.publish([annotation])
      const compared = accepted(
        await callEndpoint(hall.app.url, compareVersions, {
          params: { slug: slugOfText },
          query: { annotation: annotation.id },
        }),
      )
      expect(compared.because.map(({ annotationId }) => annotationId)).toContain(annotation.id)
    } finally {
      editor.close()
    }
  })
})

it('everybody reads the answers of a process, page by page', async () => {
  const first = accepted(
    await callEndpoint(hall.app.url, endpoints.listAnswers, { params: { slug: hall.slug } }),
  )
  expect(first.answered.length).toBeGreaterThan(3)
  expect(first.total).toBeGreaterThanOrEqual(first.answered.length)
  for (const { annotation } of first.answered) expect(annotation.answer?.points[0]?.reason).toBeTruthy()
  const adopted = accepted(
    await callEndpoint(hall.app.url, endpoints.listAnswers, {
      params: { slug: hall.slug },
      query: { outcome: 'adopted' },
    }),
  )
  for (const { annotation } of adopted.answered)
    expect(annotation.answer?.points.map(({ outcome }) => outcome.kind)).toContain('adopted')
  expect(JSON.stringify(first)).not.toContain('writtenBy')
})
