import { randomUUID } from 'node:crypto'
import { findAnnotations, postAnnotation, putSupport } from '@randnotiz/contract/annotations/endpoints'
import { openAddress } from '@randnotiz/contract/annotations/exchange/addresses'
import { OpenAnnotation } from '@randnotiz/contract/annotations/exchange/open-data'
import { registerIntake } from '@randnotiz/contract/annotations/intake'
import { AnnotationKind } from '@randnotiz/contract/annotations/kind'
import { type Breakdown, getParticipation } from '@randnotiz/contract/annotations/participation'
import { Publication } from '@randnotiz/contract/annotations/publication'
import { Answer } from '@randnotiz/contract/answers/answer'
import {
  getAnswerTotals,
  getCase,
  groupPoints,
  listAnswers,
  publishAnswers,
  releaseAnswers,
  splitCase,
  writeAnswer,
} from '@randnotiz/contract/answers/endpoints'
import { getProcessNumbers } from '@randnotiz/contract/answers/numbers'
import { OutcomeKind } from '@randnotiz/contract/answers/outcome'
import { type AnnotationId, CommandId, Slug, UserId } from '@randnotiz/contract/kit/ids'
import { getHome } from '@randnotiz/contract/publishing/endpoints'
import { demoPeople } from '@randnotiz/test-kit/demo-people'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { accepted } from '../../testing/accepted.js'
import { callEndpoint } from '../../testing/call-endpoint.js'
import { readWithOffice } from '../../testing/office.js'
import { startTestApp, type TestApp } from '../../testing/start-app.js'
import { Exporting, processSlug } from './exports/testing/exporting.js'
import { germanWords as words } from './exports/words/words.de.js'

/**
 * Contributions of every kind, channel, state and age, with answers in every state, split and answered together: every
 * place that counts them tells the same.
 */
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000)
const slug = Slug.parse(processSlug)

let app: TestApp
let exporting: Exporting
let mira: string
let jonas: string
let now = new Date('2026-06-30T10:00:00Z')

const since = '2026-05-01T09:00:00.000Z'
const moment = fc
  .integer({ min: Date.parse('2025-11-01'), max: Date.parse('2026-06-01') })
  .map(time => new Date(time).toISOString())
const states = [
  { state: 'published' },
  { state: 'published' },
  { state: 'held', since, reasons: [{ rule: 'first' }] },
  { state: 'withdrawn', since },
]
const outcome = fc
  .constantFrom(...OutcomeKind.options)
  .map(kind => (kind === 'forwarded' ? { kind, to: 'Kreis Lippe' } : { kind }))
const drawn = fc.record({
  document: fc.nat({ max: 2 }),
  kind: fc.constantFrom(...AnnotationKind.options),
  createdAt: moment,
  publication: fc.constantFrom(...states),
  person: fc.nat({ max: 5 }),
  answered: fc.constantFrom('not', 'drafted', 'released', 'published', 'published'),
  outcome,
  supported: fc.boolean(),
})
type Drawn = typeof drawn extends fc.Arbitrary<infer Value> ? Value : never

beforeAll(async () => {
  app = await startTestApp({ clientDist: '', clock: { now: () => now } })
  exporting = await Exporting.open(app, demoPeople.mira)
  mira = exporting.cookie
  jonas = await app.signIn(demoPeople.jonas)
  const [all = []] = fc.sample(fc.array(drawn, { minLength: 40, maxLength: 40 }), { seed, numRuns: 1 })
  for (const one of all) await bring(one)
  await bringLetter()
  await answerTogether(await write('Erstens das. Zweitens jenes.'), await write('Auch jenes.'))
}, 240_000)
afterAll(async () => {
  await app.close()
  await exporting.close()
})

async function bring({ document, kind, createdAt, person, answered, ...one }: Drawn): Promise<void> {
  const { annotations, answers, documents } = app.features
  const { documents: texts } = await exporting.page()
  const documentId = texts[document]?.id
  if (documentId === undefined) throw new Error('no document')
  const text = (await documents.liveText(documentId))?.index.text ?? ''
  const line = text.split('\n').find(words => words.length > 30 && text.split(words).length === 2) ?? ''
  const authorId = UserId.parse(String(person + 1).repeat(24))
  const made = await annotations.importAnnotation({
    commandId: CommandId.parse(randomUUID()),
    documentId,
    kind,
    body: `Zufall ${randomUUID()}`,
    replacement: kind === 'wording' ? 'Anders.' : null,
    quote: line,
    authorId,
    createdAt: new Date(createdAt),
    publication: Publication.parse(one.publication),
    replies: [],
  })
  if (one.supported) await support(made.id)
  if (answered === 'not') return
  const at = '2026-06-10T09:00:00.000Z'
  const office = { unit: null, dueOn: null, assigneeId: null, writtenBy: authorId, writtenAt: at }
  const answer = Answer.parse({ outcome: one.outcome, reason: 'Darum.', change: null })
  const released = answered === 'drafted' ? null : { by: authorId, at }
  const publishedAt = answered === 'published' ? at : null
  await answers.importCase({ ...office, annotationId: made.id, answer, released, publishedAt })
  await annotations.desk.announceAnew([made.id])
}

async function support(id: AnnotationId): Promise<void> {
  const cookie = await app.signIn(demoPeople.heidi)
  const params = { annotationId: id }
  // Some of them are not there any more.
  await callEndpoint(app.url, putSupport, { params, body: { ...params, supports: true }, cookie })
}

async function write(body: string, more: object = {}) {
  const { documents } = await exporting.page()
  const said = { passage: null, kind: 'idea', body, replacement: null, ...more }
  const command = { commandId: randomUUID(), documentId: documents[0]?.id, ...said }
  return accepted(await callEndpoint(app.url, postAnnotation, { cookie: mira, body: command }))
}

async function bringLetter(): Promise<void> {
  const letter = { channel: 'letter', receivedOn: '2026-05-04', sender: 'Frieda', named: false }
  const body = { commandId: randomUUID(), ...letter }
  const item = accepted(await callEndpoint(app.url, registerIntake, { params: { slug }, cookie: mira, body }))
  const { id } = await write('Zu laut.', { intake: item.id })
  await support(id)
}

/** The first one has two points, of which the second and the other one get the same answer. */
async function answerTogether(split: { id: AnnotationId }, member: { id: AnnotationId }): Promise<void> {
  const seen = async (annotationId: AnnotationId, number: number) => {
    const found = await callEndpoint(app.url, getCase, { params: { annotationId }, cookie: mira })
    return { annotationId, number, version: accepted(found).case.version }
  }
  const pieces = (start: number, end: number) => [{ part: 'body', start, end }]
  const points = [
    { number: 1, pieces: pieces(0, 12) },
    { number: null, pieces: pieces(13, 28) },
  ]
  const params = { annotationId: split.id }
  const splitting = { version: 0, edition: 1, points }
  accepted(await callEndpoint(app.url, splitCase, { params, body: splitting, cookie: mira }))
  const grouping = { lead: await seen(split.id, 2), members: [await seen(member.id, 1)] }
  accepted(await callEndpoint(app.url, groupPoints, { body: grouping, cookie: mira }))
  const answer = { outcome: { kind: 'noted' }, reason: 'Ja.', change: null }
  const writing = { point: await seen(split.id, 2), edition: 1, answer }
  accepted(await callEndpoint(app.url, writeAnswer, { body: writing, cookie: mira }))
  const releasing = { points: [await seen(split.id, 2)] }
  expect(
    accepted(await callEndpoint(app.url, releaseAnswers, { body: releasing, cookie: jonas })).done,
  ).toHaveLength(1)
  const { process } = await exporting.page()
  const publishing = { commandId: randomUUID(), processId: process.id, points: [await seen(split.id, 2)] }
  expect(
    accepted(await callEndpoint(app.url, publishAnswers, { body: publishing, cookie: mira })).done,
  ).toHaveLength(1)
}

const Counts = z.object({
  contributions: z.number(),
  answered: z.number(),
  points: z.number(),
  answeredPoints: z.number(),
  supporters: z.number(),
  kinds: z.record(z.string(), z.number()),
  channels: z.record(z.string(), z.number()),
  outcomes: z.record(z.string(), z.number()),
  documents: z.array(z.object({ slug: z.string(), contributions: z.number(), answered: z.number() })),
})

const tallied = (names: readonly string[]) => {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}
const whole = (breakdown: Breakdown) =>
  (breakdown?.parts.reduce((sum, { count }) => sum + count, 0) ?? 0) + (breakdown?.rest ?? 0)

it(`every place tells the same numbers (FUZZ_SEED=${seed})`, async () => {
  now = new Date(now.getTime() + 61_000)
  const params = { slug }
  const numbers = accepted(await callEndpoint(app.url, getProcessNumbers, { params, cookie: mira }))
  const { totals } = numbers
  expect(totals.answered).toBeGreaterThan(5)
  expect(Object.keys(totals.outcomes).length).toBeGreaterThan(3)

  expect(accepted(await callEndpoint(app.url, getAnswerTotals, { params }))).toEqual(totals)
  const results = accepted(await callEndpoint(app.url, listAnswers, { params }))
  expect(results.totals).toEqual(totals)

  const found = accepted(await callEndpoint(app.url, findAnnotations, { params }))
  expect([found.total, found.kinds, found.channels]).toEqual([
    totals.contributions,
    numbers.kinds,
    numbers.channels,
  ])
  const home = accepted(await callEndpoint(app.url, getHome))
  expect(home.numbers.reduce((sum, { annotations }) => sum + annotations, 0)).toBe(totals.contributions)

  const block = accepted(await callEndpoint(app.url, getParticipation, { params }))
  expect(block.contributions).toBe(totals.contributions)
  for (const breakdown of [block.byKind, block.byChannel, block.byMonth])
    expect(whole(breakdown)).toBe(totals.contributions)
  for (const { key, count } of block.byKind?.parts ?? [])
    expect(count).toBe(numbers.kinds[AnnotationKind.parse(key)])

  const file = await exporting.asText(await exporting.synopsis({ format: 'json' }))
  const { counts } = z.object({ counts: Counts }).parse(JSON.parse(file))
  expect(counts).toMatchObject({
    contributions: totals.contributions,
    answered: totals.answered,
    kinds: numbers.kinds,
    channels: numbers.channels,
    outcomes: totals.outcomes,
    supporters: block.supports,
  })
  const perText = (list: readonly { contributions: number; answered: number }[]) =>
    list.map(one => [one.contributions, one.answered]).filter(([all]) => all !== 0)
  expect(perText(counts.documents)).toEqual(perText(totals.documents))

  const open = await (await fetch(app.url + openAddress.ofProcess(slug, 'json'))).json()
  const { items } = z.object({ items: z.array(OpenAnnotation) }).parse(open)
  expect(items).toHaveLength(totals.contributions)
  expect(tallied(items.map(({ kind }) => kind))).toEqual(numbers.kinds)
  expect(tallied(items.flatMap(({ answers }) => answers.map(({ outcome }) => outcome)))).toEqual(
    totals.outcomes,
  )
  expect(items.filter(({ openPoints }) => openPoints === 0)).toHaveLength(totals.answered)
  expect(items.filter(({ openPoints }) => openPoints !== null)).toHaveLength(results.total)
})

it('and so do the sheets and the paper for the council', async () => {
  const params = { slug }
  const { totals, kinds } = accepted(await callEndpoint(app.url, getProcessNumbers, { params, cookie: mira }))
  const { path } = await exporting.made(await exporting.synopsis({ format: 'xlsx' }))
  const sheet = (await readWithOffice(path, 'csv')).get(words.sheets.statistics) ?? ''
  const rows: string[][] = parse(sheet, { relaxColumnCount: true })
  const cell = (name: string) => rows.find(([title]) => title === name)?.[1]
  expect(cell(words.counts.contributions)).toBe(String(totals.contributions))
  expect(cell(words.counts.answered)).toBe(String(totals.answered))
  for (const kind of OutcomeKind.options)
    expect(cell(words.outcomes[kind])).toBe(totals.outcomes[kind] && String(totals.outcomes[kind]))
  for (const kind of AnnotationKind.options)
    expect(cell(words.kinds[kind])).toBe(kinds[kind] && String(kinds[kind]))
  const { process } = await exporting.page()
  const paper = await exporting.asText({ kind: 'paper', processId: process.id, language: 'de' })
  expect(paper).toContain(`gingen ${totals.contributions} Anmerkungen ein`)
  expect(paper).toContain(`${totals.answered} Anmerkungen sind beantwortet`)
}, 120_000)
