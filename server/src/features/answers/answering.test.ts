import { randomUUID } from 'node:crypto'
import { getNotices } from '@randnotiz/contract/accounts/notice-endpoints'
import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import {
  editAnnotation,
  listAnnotations,
  postAnnotation,
  putSupport,
  withdrawContribution,
} from '@randnotiz/contract/annotations/endpoints'
import { reasonLimit } from '@randnotiz/contract/answers/answer'
import * as endpoints from '@randnotiz/contract/answers/endpoints'
import { endpointList } from '@randnotiz/contract/endpoint-list'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import type { Result } from '@randnotiz/contract/kit/result'
import { compareVersions } from '@randnotiz/contract/publishing/version-endpoints'
import { openSyncedDocument } from '@randnotiz/test-kit/open-document'
import { until } from '@randnotiz/test-kit/until'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callEndpoint } from '../../testing/call-endpoint.js'
import { firstParagraph, readDocument } from '../../testing/demo-document.js'
import { startTestApp, type TestApp } from '../../testing/start-app.js'

/** Citizens write, two people of the office answer, everybody reads: on the whole server. */
let app: TestApp
let documentId: DocumentId
let processId: string
let slug: string
const cookies = { heidi: '', werner: '', jonas: '', mira: '', moderator: '' }
const slugOfText = 'mobile-stadt'

beforeAll(async () => {
  app = await startTestApp({ clientDist: '' })
  documentId = (await readDocument(app.url, slugOfText)).document.id
  cookies.heidi = await app.signIn('heidi@example.org')
  cookies.werner = await app.signIn('werner@example.org')
  cookies.jonas = await app.signIn('redaktion1@example.org')
  cookies.mira = await app.signIn('redaktion2@example.org')
  cookies.moderator = await app.signIn('moderation@example.org')
  const [process] = await app.features.publishing.all()
  if (!process) throw new Error('no process')
  processId = process.id
  slug = process.slug
})
afterAll(() => app.close())

type Who = keyof typeof cookies

function accepted<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}

async function write(who: Who, body: string): Promise<Annotation> {
  const said = { passage: null, kind: 'idea', replacement: null }
  const command = { ...said, documentId, body, commandId: randomUUID() }
  return accepted(await callEndpoint(app.url, postAnnotation, { body: command, cookie: cookies[who] }))
}

async function standing(id: string): Promise<Annotation> {
  for (let since = 0; ; ) {
    const page = accepted(
      await callEndpoint(app.url, listAnnotations, { params: { documentId }, query: { since: `${since}` } }),
    )
    const found = page.annotations.find(annotation => annotation.id === id)
    if (found) return found
    if (page.upTo === page.head) throw new Error('not in the feed')
    since = page.upTo
  }
}

const caseOf = async (annotation: Annotation, who: Who = 'jonas') =>
  accepted(
    await callEndpoint(app.url, endpoints.getCase, {
      params: { annotationId: annotation.id },
      cookie: cookies[who],
    }),
  ).case

async function seen(annotation: Annotation, number = 1) {
  return { annotationId: annotation.id, number, version: (await caseOf(annotation)).version }
}

type Claim = { outcome: object; reason: string; change: object | null }
const noted: Claim = { outcome: { kind: 'noted' }, reason: 'Danke, das behalten wir im Blick.', change: null }

async function answer(annotation: Annotation, claim: Claim = noted, who: Who = 'jonas', number = 1) {
  const point = await seen(annotation, number)
  return callEndpoint(app.url, endpoints.writeAnswer, {
    body: { point, edition: annotation.edition, answer: claim },
    cookie: cookies[who],
  })
}

async function release(annotation: Annotation, who: Who = 'mira', number = 1) {
  const points = [await seen(annotation, number)]
  return accepted(
    await callEndpoint(app.url, endpoints.releaseAnswers, { body: { points }, cookie: cookies[who] }),
  )
}

async function publish(annotations: Annotation[], commandId = randomUUID(), numbers = [1]) {
  const points = []
  for (const annotation of annotations)
    for (const number of numbers) points.push(await seen(annotation, number))
  return accepted(
    await callEndpoint(app.url, endpoints.publishAnswers, {
      body: { commandId, processId, points },
      cookie: cookies.mira,
    }),
  )
}

const noticesOf = async (who: Who) =>
  accepted(await callEndpoint(app.url, getNotices, { cookie: cookies[who] })).notices

const told = async (who: Who, annotation: Annotation) =>
  (await noticesOf(who)).flatMap(({ event }) =>
    event.kind === 'outcome' && event.annotationId === annotation.id ? [event] : [],
  )

const codeOf = (result: Result<unknown>) => (result.ok ? 'accepted' : result.refusal.code)

describe('an answer', () => {
  it('is written by one, released by another, published, and told to author and supporters', async () => {
    const annotation = await write('heidi', 'Bitte mehr überdachte Stellplätze am Bahnhof.')
    accepted(
      await callEndpoint(app.url, putSupport, {
        params: { annotationId: annotation.id },
        body: { annotationId: annotation.id, supports: true },
        cookie: cookies.werner,
      }),
    )
    const draft = accepted(await answer(annotation))
    expect(draft.points).toMatchObject([{ work: { state: 'drafted', writtenBy: { staff: true } } }])
    expect((await standing(annotation.id)).answer).toBeNull()

    expect((await release(annotation, 'jonas')).refused).toMatchObject([{ code: 'answers/same-person' }])
    expect((await publish([annotation])).refused).toMatchObject([{ code: 'answers/not-now' }])
    expect((await release(annotation)).done).toHaveLength(1)
    const preview = accepted(
      await callEndpoint(app.url, endpoints.previewPublishing, {
        body: { processId, points: [await seen(annotation)] },
        cookie: cookies.mira,
      }),
    )
    expect(preview).toMatchObject({ points: 1, contributions: 1, authors: 1, supporters: 1, people: 2 })
    expect((await publish([annotation])).done).toEqual([{ annotationId: annotation.id, number: 1 }])

    expect((await standing(annotation.id)).answer).toMatchObject({
      open: 0,
      points: [{ outcome: { kind: 'noted' }, reason: noted.reason, together: 1 }],
    })
    await until('it is so', async () => (await told('werner', annotation)).length > 0)
    expect(await told('heidi', annotation)).toMatchObject([{ as: 'author', reason: noted.reason }])
    expect(await told('werner', annotation)).toMatchObject([{ as: 'supporter' }])
    const kinds = (await caseOf(annotation)).history.map(({ deed }) => deed.kind)
    expect(kinds).toEqual(['drafted', 'released', 'published'])
  })

  it('is published once, however often the command comes', async () => {
    const annotation = await write('heidi', 'Der Fahrplan sollte an jeder Haltestelle hängen.')
    accepted(await answer(annotation))
    await release(annotation)
    const points = [await seen(annotation)]
    const body = { commandId: randomUUID(), processId, points }
    const twice = await Promise.all(
      [1, 2].map(() => callEndpoint(app.url, endpoints.publishAnswers, { body, cookie: cookies.mira })),
    )
    const again = await callEndpoint(app.url, endpoints.publishAnswers, { body, cookie: cookies.mira })
    for (const result of [...twice, again]) expect(accepted(result).done).toHaveLength(1)
    await until('it is so', async () => (await told('heidi', annotation)).length > 0)
    expect(await told('heidi', annotation)).toHaveLength(1)
    expect((await caseOf(annotation)).history.filter(({ deed }) => deed.kind === 'published')).toHaveLength(1)
  })

  it('keeps its author from changing what was answered', async () => {
    const annotation = await write('heidi', 'Die Ampel schaltet zu langsam.')
    accepted(await answer(annotation))
    await release(annotation)
    await publish([annotation])
    const edited = await callEndpoint(app.url, editAnnotation, {
      params: { annotationId: annotation.id },
      body: {
        commandId: randomUUID(),
        annotationId: annotation.id,
        edition: 1,
        kind: annotation.kind,
        body: 'Doch nicht.',
        replacement: null,
      },
      cookie: cookies.heidi,
    })
    expect(codeOf(edited)).toBe('annotations/answered-already')
  })

  it('stays public while a better one is written, released and published', async () => {
    const annotation = await write('heidi', 'Warum gibt es keinen Nachtbus?')
    accepted(await answer(annotation))
    await release(annotation)
    await publish([annotation])
    accepted(await answer(annotation, { ...noted, reason: 'Inzwischen gibt es ihn am Wochenende.' }, 'mira'))
    expect((await standing(annotation.id)).answer?.points[0]?.reason).toBe(noted.reason)
    expect((await release(annotation, 'jonas')).done).toHaveLength(1)
    await publish([annotation])
    expect((await standing(annotation.id)).answer?.points[0]?.reason).toContain('Wochenende')
    await until('it is so', async () => (await told('heidi', annotation)).length === 2)
  })
})

describe('what is refused', () => {
  it('citizens never get to the desk, whichever endpoint they try', async () => {
    const annotation = await write('heidi', 'Eine Frage.')
    const open = new Set<string>([endpoints.listAnswers.name, endpoints.getAnswerTotals.name])
    const point = { annotationId: annotation.id, number: 1, version: 0 }
    const bodies: Record<string, unknown> = {
      assignPoints: { points: [point], unit: null },
      movePoints: { points: [point], move: 'take-up' },
      writeAnswer: { point, edition: 1, answer: noted },
      releaseAnswers: { points: [point] },
      returnAnswer: { point, why: 'nein' },
      previewPublishing: { processId, points: [point] },
      publishAnswers: { commandId: randomUUID(), processId, points: [point] },
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
        params: { annotationId: annotation.id, slug, documentId, processId },
        ...(endpoint.method === 'GET' ? {} : { body: bodies[endpoint.name] }),
      }
      const nobody = await callEndpoint(app.url, endpoint, call)
      expect([endpoint.name, codeOf(nobody)]).toEqual([endpoint.name, 'accounts/sign-in-required'])
      const citizen = await callEndpoint(app.url, endpoint, { ...call, cookie: cookies.heidi })
      expect([endpoint.name, codeOf(citizen)]).toEqual([endpoint.name, 'accounts/not-permitted'])
    }
    expect((await caseOf(annotation)).version).toBe(0)
  })

  it('an outcome without a reason, and a reason that nobody would read', async () => {
    const annotation = await write('heidi', 'Noch eine Frage.')
    const refused = { ...noted, reason: '   ' }
    expect(codeOf(await answer(annotation, refused))).toBe('request/invalid')
    expect(codeOf(await answer(annotation, { ...noted, reason: 'a'.repeat(10_000) }))).toBe('request/invalid')
    expect(codeOf(await answer(annotation, { ...noted, reason: 'a'.repeat(reasonLimit) }))).toBe('accepted')
    const nowhere = { outcome: { kind: 'forwarded', to: ' ' }, reason: 'Dorthin.', change: null }
    expect(codeOf(await answer(annotation, nowhere))).toBe('request/invalid')
  })

  it('an answer over one that its writer has not seen', async () => {
    const annotation = await write('heidi', 'Zwei antworten zugleich.')
    const point = await seen(annotation)
    const results = await Promise.all(
      (['jonas', 'mira', 'moderator'] as const).map(who =>
        callEndpoint(app.url, endpoints.writeAnswer, {
          body: { point, edition: 1, answer: { ...noted, reason: `Von ${who}.` } },
          cookie: cookies[who],
        }),
      ),
    )
    expect(results.map(codeOf).toSorted()).toEqual([
      'accepted',
      'answers/changed-meanwhile',
      'answers/changed-meanwhile',
    ])
    expect((await caseOf(annotation)).history).toHaveLength(1)
  })

  it('to release what says adopted and shows no change', async () => {
    const annotation = await write('heidi', 'Das steht so nicht im Text.')
    accepted(await answer(annotation, { ...noted, outcome: { kind: 'adopted' } }))
    expect((await release(annotation)).refused).toMatchObject([{ code: 'answers/change-missing' }])
    const elsewhere = { kind: 'passage', blockIds: ['gibt-es-nicht'], release: null }
    const unknown = await answer(annotation, { ...noted, outcome: { kind: 'adopted' }, change: elsewhere })
    expect(codeOf(unknown)).toBe('answers/change-unknown')
  })

  it('to publish what its author has taken back, or has put in other words', async () => {
    const [withdrawn, changed, stays] = [
      await write('heidi', 'Ziehe ich zurück.'),
      await write('heidi', 'Schreibe ich um.'),
      await write('heidi', 'Bleibt, wie es ist.'),
    ]
    for (const annotation of [withdrawn, changed, stays]) {
      accepted(await answer(annotation))
      await release(annotation)
    }
    accepted(
      await callEndpoint(app.url, withdrawContribution, {
        params: { annotationId: withdrawn.id },
        body: { annotationId: withdrawn.id },
        cookie: cookies.heidi,
      }),
    )
    accepted(
      await callEndpoint(app.url, editAnnotation, {
        params: { annotationId: changed.id },
        body: {
          commandId: randomUUID(),
          annotationId: changed.id,
          edition: 1,
          kind: changed.kind,
          body: 'Das Gegenteil davon.',
          replacement: null,
        },
        cookie: cookies.heidi,
      }),
    )
    const { done, refused } = await publish([withdrawn, changed, stays])
    expect(done).toEqual([{ annotationId: stays.id, number: 1 }])
    expect(refused).toMatchObject([
      { annotationId: withdrawn.id, code: 'annotations/withdrawn' },
      { annotationId: changed.id, code: 'answers/contribution-changed' },
    ])
    expect(await told('heidi', withdrawn)).toEqual([])
  })
})

describe('contributions that say the same', () => {
  it('are answered once, and everybody among them is told', async () => {
    const lead = await write('heidi', 'Der Radweg an der Paulinenstraße braucht Beleuchtung.')
    const member = await write('werner', 'Beleuchtung fehlt am Radweg Paulinenstraße.')
    const similar = accepted(
      await callEndpoint(app.url, endpoints.getSimilar, {
        params: { annotationId: lead.id },
        cookie: cookies.jonas,
      }),
    ).similar.find(({ annotation }) => annotation.id === member.id)
    expect(similar?.words.map(word => word.toLowerCase())).toEqual(
      expect.arrayContaining(['beleuchtung', 'radweg', 'paulinenstraße']),
    )
    const grouping = { lead: await seen(lead), members: [await seen(member)] }
    const grouped = await callEndpoint(app.url, endpoints.groupPoints, {
      body: grouping,
      cookie: cookies.jonas,
    })
    expect(accepted(grouped).done).toEqual([{ annotationId: member.id, number: 1 }])
    expect(codeOf(await answer(member))).toBe('answers/grouped')
    accepted(await answer(lead))
    await release(lead)
    await publish([lead])
    for (const annotation of [lead, member])
      expect((await standing(annotation.id)).answer).toMatchObject({ points: [{ together: 2 }] })
    await until('it is so', async () => (await told('werner', member)).length > 0)
    expect(await told('heidi', lead)).toHaveLength(1)
  })

  it('leave the group again, and never stand in two', async () => {
    const [a, b, c] = [
      await write('heidi', 'Erster Wunsch nach einem Brunnen.'),
      await write('heidi', 'Zweiter Wunsch nach einem Brunnen.'),
      await write('heidi', 'Dritter Wunsch nach einem Brunnen.'),
    ]
    const group = async (lead: Annotation, member: Annotation) =>
      accepted(
        await callEndpoint(app.url, endpoints.groupPoints, {
          body: { lead: await seen(lead), members: [await seen(member)] },
          cookie: cookies.jonas,
        }),
      )
    expect((await group(a, b)).done).toHaveLength(1)
    expect((await group(c, b)).refused).toMatchObject([{ code: 'answers/grouped' }])
    expect((await group(c, a)).refused).toMatchObject([{ code: 'answers/grouped' }])
    accepted(
      await callEndpoint(app.url, endpoints.leaveGroup, {
        body: { lead: await seen(a), member: { annotationId: b.id, number: 1 } },
        cookie: cookies.mira,
      }),
    )
    expect((await group(c, b)).done).toHaveLength(1)
  })
})

describe('a contribution of several points', () => {
  it('counts as answered when each has its answer', async () => {
    const body = 'Mehr Bänke bitte. Und die Haltestelle braucht ein Dach.'
    const annotation = await write('heidi', body)
    const { version } = await caseOf(annotation)
    const split = {
      version,
      edition: 1,
      points: [
        { number: 1, pieces: [{ part: 'body', start: 0, end: 17 }] },
        { number: null, pieces: [{ part: 'body', start: 18, end: body.length }] },
      ],
    }
    const params = { annotationId: annotation.id }
    const done = await callEndpoint(app.url, endpoints.splitCase, {
      params,
      body: split,
      cookie: cookies.jonas,
    })
    expect(accepted(done).points.map(({ number }) => number)).toEqual([1, 2])
    const before = accepted(await callEndpoint(app.url, endpoints.getAnswerTotals, { params: { slug } }))
    accepted(await answer(annotation, noted, 'jonas', 1))
    await release(annotation, 'mira', 1)
    await publish([annotation])
    expect((await standing(annotation.id)).answer).toMatchObject({ open: 1, points: [{ number: 1 }] })
    accepted(await answer(annotation, noted, 'jonas', 2))
    await release(annotation, 'mira', 2)
    await publish([annotation], randomUUID(), [2])
    expect((await standing(annotation.id)).answer).toMatchObject({ open: 0 })
    const after = accepted(await callEndpoint(app.url, endpoints.getAnswerTotals, { params: { slug } }))
    expect(after.answered).toBe(before.answered + 1)

    const merge = {
      version: (await caseOf(annotation)).version,
      edition: 1,
      points: [{ number: 1, pieces: [] }],
    }
    const lost = await callEndpoint(app.url, endpoints.splitCase, {
      params,
      body: merge,
      cookie: cookies.jonas,
    })
    expect(codeOf(lost)).toBe('answers/split-unfit')
  })
})

describe('the change in the text', () => {
  it('is shown at the answer, and the comparison leads back to the contribution', async () => {
    const annotation = await write('heidi', 'Der erste Absatz ist zu ungenau.')
    const editor = await openSyncedDocument({ url: app.url, documentId, cookie: cookies.jonas })
    try {
      const first = firstParagraph(editor.doc)
      first.insert(0, 'Genauer gesagt: ')
      const pick = async () => {
        const text = await callEndpoint(app.url, endpoints.getPickableText, {
          params: { documentId },
          cookie: cookies.jonas,
        })
        return accepted(text).blocks.find(({ text: words }) => words.startsWith('Genauer gesagt'))
      }
      await until('it is so', async () => (await pick()) !== undefined)
      const block = await pick()
      const change = { kind: 'passage', blockIds: [block?.blockId], release: null }
      const written = accepted(await answer(annotation, { ...noted, outcome: { kind: 'adopted' }, change }))
      expect(written.points[0]?.work).toMatchObject({
        answer: { change: { after: expect.stringMatching(/^Genauer gesagt/) } },
      })
      await release(annotation)
      await publish([annotation])
      const compared = accepted(
        await callEndpoint(app.url, compareVersions, {
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

describe('at the desk', () => {
  it('units, dates and people are assigned to many at once, and found again', async () => {
    const [one, two] = [await write('heidi', 'Zuerst das.'), await write('heidi', 'Dann jenes.')]
    const { staff } = accepted(
      await callEndpoint(app.url, endpoints.getAnswerDesk, { params: { slug }, cookie: cookies.jonas }),
    )
    const mira = staff.find(({ pseudonym }) => pseudonym === 'Mira Aldinger')
    const points = [await seen(one), await seen(two)]
    const assigned = { points, unit: 'mobilitaet', dueOn: '2020-01-31', assignee: mira?.id }
    const done = await callEndpoint(app.url, endpoints.assignPoints, {
      body: assigned,
      cookie: cookies.jonas,
    })
    expect(accepted(done).done).toHaveLength(2)
    const desk = async (query: Record<string, string>, who: Who = 'jonas') =>
      accepted(
        await callEndpoint(app.url, endpoints.getAnswerDesk, {
          params: { slug },
          query,
          cookie: cookies[who],
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
    const taken = await callEndpoint(app.url, endpoints.movePoints, {
      body: { points: [await seen(two)], move: 'take-up' },
      cookie: cookies.jonas,
    })
    expect(accepted(taken).done).toHaveLength(1)
    expect((await desk({ q: 'jenes' })).states).toEqual({ inReview: 1 })
    const stranger = { points: [await seen(one)], assignee: one.author.id }
    expect(
      codeOf(await callEndpoint(app.url, endpoints.assignPoints, { body: stranger, cookie: cookies.jonas })),
    ).toBe('answers/unknown-person')
    const unknown = { points: [await seen(one)], unit: 'geheimdienst' }
    expect(
      accepted(await callEndpoint(app.url, endpoints.assignPoints, { body: unknown, cookie: cookies.jonas })),
    ).toMatchObject({ done: [], refused: [{ code: 'answers/unknown-unit' }] })
  })

  it('notes stay among staff, and whoever is mentioned is told once', async () => {
    const annotation = await write('heidi', 'Dazu gibt es Rückfragen.')
    const { staff } = accepted(
      await callEndpoint(app.url, endpoints.getAnswerDesk, { params: { slug }, cookie: cookies.jonas }),
    )
    const mira = staff.find(({ pseudonym }) => pseudonym === 'Mira Aldinger')
    const note = {
      commandId: randomUUID(),
      annotationId: annotation.id,
      body: 'Weißt du mehr?',
      mentions: [mira?.id],
    }
    for (let time = 0; time < 2; time++)
      accepted(await callEndpoint(app.url, endpoints.addNote, { body: note, cookie: cookies.jonas }))
    const { notes } = await caseOf(annotation)
    expect(notes).toMatchObject([{ body: 'Weißt du mehr?', by: { pseudonym: 'Jonas Wittekamp' } }])
    const mentions = (await noticesOf('mira')).filter(({ event }) => event.kind === 'mentioned')
    expect(mentions).toHaveLength(1)
    expect(JSON.stringify(await standing(annotation.id))).not.toContain('Weißt du mehr')
  })

  it('settings are not overwritten unseen', async () => {
    const change = (revision: number, name: string) =>
      callEndpoint(app.url, endpoints.changeAnswerSettings, {
        params: { processId },
        body: { revision, units: [{ id: 'amt', name }], textBlocks: [] },
        cookie: cookies.jonas,
      })
    const { settings } = accepted(
      await callEndpoint(app.url, endpoints.getAnswerDesk, { params: { slug }, cookie: cookies.jonas }),
    )
    expect(accepted(await change(settings.revision, 'Ein Amt')).revision).toBe(settings.revision + 1)
    expect(codeOf(await change(settings.revision, 'Ein anderes Amt'))).toBe('answers/settings-changed')
  })
})

it('everybody reads the answers of a process, page by page', async () => {
  const first = accepted(await callEndpoint(app.url, endpoints.listAnswers, { params: { slug } }))
  expect(first.answered.length).toBeGreaterThan(3)
  expect(first.total).toBeGreaterThanOrEqual(first.answered.length)
  for (const { annotation } of first.answered) expect(annotation.answer?.points[0]?.reason).toBeTruthy()
  const adopted = accepted(
    await callEndpoint(app.url, endpoints.listAnswers, { params: { slug }, query: { outcome: 'adopted' } }),
  )
  for (const { annotation } of adopted.answered)
    expect(annotation.answer?.points.map(({ outcome }) => outcome.kind)).toContain('adopted')
  expect(JSON.stringify(first)).not.toContain('writtenBy')
})
