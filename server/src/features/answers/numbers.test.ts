import { randomUUID } from 'node:crypto'
import { findAnnotations, postAnnotation } from '@randnotiz/contract/annotations/endpoints'
import { openAddress } from '@randnotiz/contract/annotations/exchange/addresses'
import { OpenAnnotation } from '@randnotiz/contract/annotations/exchange/open-data'
import { registerIntake } from '@randnotiz/contract/annotations/intake'
import { getAnswerTotals } from '@randnotiz/contract/answers/endpoints'
import { getProcessNumbers, type ProcessNumbers } from '@randnotiz/contract/answers/numbers'
import { getResultNumbers } from '@randnotiz/contract/answers/result-numbers'
import { getHome } from '@randnotiz/contract/publishing/endpoints'
import { demoPeople } from '@randnotiz/test-kit/demo-people'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { callEndpoint } from '../../testing/call-endpoint.js'
import { startTestApp, type TestApp } from '../../testing/start-app.js'

let app: TestApp
let staff: string
let home: { process: { slug: string }; documents: { id: string; slug: string }[] }
beforeAll(async () => {
  app = await startTestApp()
  staff = await app.signIn(demoPeople.mira)
  home = await value(callEndpoint(app.url, getHome))
  const params = { slug: home.process.slug }
  const letter = { channel: 'letter', receivedOn: '2026-05-04', sender: 'Frieda', named: false }
  const body = { commandId: randomUUID(), ...letter }
  const item = await value(callEndpoint(app.url, registerIntake, { params, cookie: staff, body }))
  const said = { passage: null, kind: 'risk', body: 'Zu laut.', replacement: null, intake: item.id }
  const point = { commandId: randomUUID(), documentId: home.documents[0]?.id, ...said }
  await value(callEndpoint(app.url, postAnnotation, { cookie: staff, body: point }))
})
afterAll(() => app.close())

async function value<V>(answer: Promise<{ ok: true; value: V } | { ok: false; refusal: { code: string } }>) {
  const result = await answer
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

const ask = (cookie = staff) =>
  callEndpoint(app.url, getProcessNumbers, { params: { slug: home.process.slug }, cookie })

const exported = async (format: 'csv' | 'json') =>
  (await fetch(app.url + openAddress.ofProcess(home.process.slug, format))).text()

const counted = (words: readonly string[]) => {
  const counts: Record<string, number> = {}
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1
  return counts
}

const monthsOf = ({ months }: ProcessNumbers) =>
  Object.fromEntries(months.filter(({ count }) => count > 0).map(({ month, count }) => [month, count]))

const townMonth = (moment: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', year: 'numeric', month: '2-digit' }).format(
    new Date(moment),
  )

const textsOf = ({ totals }: ProcessNumbers) => {
  const slugs = new Map(home.documents.map(({ id, slug }) => [id, slug]))
  const filled = totals.documents.filter(({ contributions }) => contributions > 0)
  return Object.fromEntries(filled.map(one => [slugs.get(one.documentId) ?? '', one.contributions]))
}

it('tells the numbers that one counts in the open data, as CSV and as JSON', async () => {
  const numbers = await value(ask())
  const Row = z.object({ answers: z.string(), kind: z.string(), document: z.string(), created: z.string() })
  const table: unknown = parse(await exported('csv'), { columns: true, bom: true })
  const rows = z
    .array(Row)
    .parse(table)
    .filter(({ answers }) => answers === '')
  const json: unknown = JSON.parse(await exported('json'))
  const list = z
    .array(OpenAnnotation)
    .parse(Array.isArray(json) ? json : z.object({ items: z.unknown() }).parse(json).items)
  expect(numbers.totals.contributions).toBeGreaterThan(10)
  for (const contributions of [
    rows.map(({ kind, document, created }) => ({ kind, document, created })),
    list.map(({ kind, document, createdAt }) => ({ kind, document, created: createdAt })),
  ]) {
    expect(contributions).toHaveLength(numbers.totals.contributions)
    expect(counted(contributions.map(({ kind }) => kind))).toEqual(numbers.kinds)
    expect(counted(contributions.map(({ document }) => document))).toEqual(textsOf(numbers))
    expect(counted(contributions.map(({ created }) => townMonth(created)))).toEqual(monthsOf(numbers))
  }
})

it('tells the numbers of the lists and of the public results', async () => {
  const numbers = await value(ask())
  const params = { slug: home.process.slug }
  const found = await value(callEndpoint(app.url, findAnnotations, { params }))
  expect(found.total).toBe(numbers.totals.contributions)
  expect(found.kinds).toEqual(numbers.kinds)
  expect(found.channels).toEqual(numbers.channels)
  expect(numbers.channels.letter).toBe(1)
  expect(await value(callEndpoint(app.url, getAnswerTotals, { params }))).toEqual(numbers.totals)
  const chapters = numbers.chapters.reduce((sum, { count }) => sum + count, 0)
  expect(chapters).toBe(numbers.totals.contributions)
})

it('tells everybody what came of them, by kind and by chapter, to the same sums', async () => {
  const params = { slug: home.process.slug }
  const { kinds, chapters } = await value(callEndpoint(app.url, getResultNumbers, { params }))
  const { totals } = await value(ask())
  for (const rows of [kinds, chapters]) {
    const sum = (name: 'contributions' | 'answered') => rows.reduce((all, row) => all + row[name], 0)
    expect([sum('contributions'), sum('answered')]).toEqual([totals.contributions, totals.answered])
  }
  expect(kinds.some(({ adopted }) => adopted > 0)).toBe(true)
})

it('is for staff, since it tells small numbers too', async () => {
  const citizen = await app.signIn(demoPeople.heidi)
  expect(await ask(citizen)).toMatchObject({ refusal: { code: 'accounts/not-permitted' } })
  expect(await ask('')).toMatchObject({ refusal: { code: 'accounts/sign-in-required' } })
})
