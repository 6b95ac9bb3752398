import { ok } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { postAnnotation } from '@randnotiz/contract/annotations/endpoints'
import { type Breakdown, getParticipation } from '@randnotiz/contract/annotations/participation'
import { CommandId } from '@randnotiz/contract/kit/ids'
import { demoPeople } from '@randnotiz/test-kit/demo-people'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { callEndpoint } from '../../../testing/call-endpoint.js'
import { readDocument } from '../../../testing/demo-document.js'
import { startTestApp, type TestApp } from '../../../testing/start-app.js'

let app: TestApp
let now = new Date()
beforeAll(async () => {
  app = await startTestApp({ clientDist: '', clock: { now: () => now } })
})
afterAll(() => app.close())

async function read() {
  const params = { slug: 'smart-city-konzept' }
  const answer = await callEndpoint(app.url, getParticipation, { params })
  ok(answer.ok)
  return answer.value
}

const whole = (breakdown: Breakdown) =>
  (breakdown?.parts.reduce((sum, { count }) => sum + count, 0) ?? 0) + (breakdown?.rest ?? 0)

it('counts what everybody can read, each breakdown to the same whole, and nothing small', async () => {
  const { people, contributions, byAccount, newcomers, ...rest } = await read()
  for (const breakdown of [rest.byKind, rest.byChannel, rest.byPhase, rest.byMonth]) {
    expect(whole(breakdown)).toBe(contributions)
    for (const { count } of breakdown?.parts ?? []) expect(count).toBeGreaterThanOrEqual(5)
  }
  expect(whole(byAccount)).toBe(people)
  expect(whole(newcomers)).toBe(people)
  // Fourteen citizens and three guests; those of the staff are none of them.
  expect(people).toBeGreaterThan(10)
  expect(people).toBeLessThanOrEqual(17)
  expect(JSON.stringify(await read())).not.toMatch(/Heidi|Wittekamp|@/)
})

it('counts a new contribution a minute later, and one of the staff for nobody', async () => {
  const before = await read()
  const { document } = await readDocument(app.url, 'nudging')
  const cookie = await app.signIn(demoPeople.jonas)
  const words = { kind: 'idea', body: 'Von uns.', passage: null, replacement: null }
  const body = { commandId: CommandId.parse(randomUUID()), documentId: document.id, ...words }
  ok((await callEndpoint(app.url, postAnnotation, { body, cookie })).ok)
  expect(await read()).toEqual(before)
  now = new Date(now.getTime() + 61_000)
  const after = await read()
  expect(after.contributions).toBe(before.contributions + 1)
  expect(after.people).toBe(before.people)
})

it('knows no other process', async () => {
  expect(await callEndpoint(app.url, getParticipation, { params: { slug: 'nirgends' } })).toMatchObject({
    refusal: { code: 'publishing/unknown-process' },
  })
})
