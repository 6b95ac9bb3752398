import { randomUUID } from 'node:crypto'
import { getNotices } from '@randnotiz/contract/accounts/notice-endpoints'
import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import { listAnnotations, postAnnotation, putSupport } from '@randnotiz/contract/annotations/endpoints'
import type { SeenPoint } from '@randnotiz/contract/answers/commands'
import * as endpoints from '@randnotiz/contract/answers/endpoints'
import { type CommandId, CommandId as CommandIdShape, type DocumentId } from '@randnotiz/contract/kit/ids'
import { getHome } from '@randnotiz/contract/publishing/endpoints'
import { demoPeople } from '@randnotiz/test-kit/demo-people'
import { signInAs } from '@randnotiz/test-kit/sign-in-as'
import { type RunningServer, startServer } from '@randnotiz/test-kit/start-server'
import { until } from '@randnotiz/test-kit/until'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { accepted } from '../../testing/accepted.js'
import { callEndpoint } from '../../testing/call-endpoint.js'
import { readDocument } from '../../testing/demo-document.js'
import { type KillingWire, startKillingWire } from '../../testing/killing-wire.js'
import { startTestMongo, type TestMongo } from '../../testing/test-database.js'

/**
 * The server is killed while answers are published together, each time right before another one of its writes. After the
 * start either nothing was published and the command can come again, or everything was, with all that belongs to it.
 */
let mongo: TestMongo
let wire: KillingWire
let server: RunningServer
let documentId: DocumentId
let process: { id: string; slug: string }
const cookies = { heidi: '', werner: '', facilitator: '', moderator: '', admin: '', jonas: '', mira: '' }
/** Each writes a few contributions only: who writes many is waited for. */
const authors = ['heidi', 'facilitator', 'moderator', 'admin', 'heidi'] as const
type AuthorName = (typeof authors)[number]

beforeAll(async () => {
  mongo = await startTestMongo()
  wire = await startKillingWire(mongo.uri)
  server = await startServer({ env: { MONGODB_URI: wire.uri } })
  documentId = (await readDocument(server.url, 'mobile-stadt')).document.id
  process = accepted(await callEndpoint(server.url, getHome)).process
  for (const name of ['heidi', 'werner', 'facilitator', 'moderator', 'admin', 'jonas', 'mira'] as const)
    cookies[name] = await signInAs(server.url, demoPeople[name])
})
afterAll(async () => {
  await server?.remove()
  await wire?.close()
  await mongo?.close()
})

async function write(author: AuthorName, body: string): Promise<Annotation> {
  const command = {
    documentId,
    body,
    commandId: randomUUID(),
    passage: null,
    kind: 'idea',
    replacement: null,
  }
  return accepted(await callEndpoint(server.url, postAnnotation, { body: command, cookie: cookies[author] }))
}

async function seen({ id }: Annotation): Promise<SeenPoint> {
  const page = await callEndpoint(server.url, endpoints.getCase, {
    params: { annotationId: id },
    cookie: cookies.jonas,
  })
  return { annotationId: id, number: 1, version: accepted(page).case.version }
}

type Prepared = {
  author: AuthorName
  lead: Annotation
  member: Annotation
  single: Annotation
  points: SeenPoint[]
}

/** Two released answers, one of them for two contributions, one of these with a supporter. */
async function prepare(author: AuthorName, name: string): Promise<Prepared> {
  const lead = await write(author, `${name}: Mehr Bänke.`)
  const member = await write(author, `${name}: Auch mehr Bänke.`)
  const single = await write(author, `${name}: Ein Dach.`)
  const support = { params: { annotationId: member.id }, cookie: cookies.werner }
  const supports = { annotationId: member.id, supports: true }
  accepted(await callEndpoint(server.url, putSupport, { ...support, body: supports }))
  const group = { lead: await seen(lead), members: [await seen(member)] }
  accepted(await callEndpoint(server.url, endpoints.groupPoints, { body: group, cookie: cookies.jonas }))
  for (const annotation of [lead, single]) {
    const said = { outcome: { kind: 'noted' }, reason: `${name}: Danke.`, change: null }
    const body = { point: await seen(annotation), edition: 1, answer: said }
    accepted(await callEndpoint(server.url, endpoints.writeAnswer, { body, cookie: cookies.jonas }))
  }
  const points = [await seen(lead), await seen(single)]
  accepted(
    await callEndpoint(server.url, endpoints.releaseAnswers, { body: { points }, cookie: cookies.mira }),
  )
  return { author, lead, member, single, points: [await seen(lead), await seen(single)] }
}

const publish = (points: SeenPoint[], commandId: CommandId) =>
  callEndpoint(server.url, endpoints.publishAnswers, {
    body: { commandId, processId: process.id, points },
    cookie: cookies.mira,
  })

/** The number under which the feed tells something last, and what it says there. */
async function answerInFeed({ id }: Annotation): Promise<Annotation['answer']> {
  for (let since = 0; ; ) {
    const page = accepted(
      await callEndpoint(server.url, listAnnotations, {
        params: { documentId },
        query: { since: `${since}` },
      }),
    )
    const found = page.annotations.find(annotation => annotation.id === id)
    if (found) return found.answer
    if (page.upTo === page.head) throw new Error('not in the feed')
    since = page.upTo
  }
}

async function told(who: AuthorName | 'werner', { id }: Annotation): Promise<number> {
  const { notices } = accepted(await callEndpoint(server.url, getNotices, { cookie: cookies[who] }))
  return notices.filter(({ event }) => event.kind === 'outcome' && event.annotationId === id).length
}

const answered = async () =>
  accepted(await callEndpoint(server.url, endpoints.getAnswerTotals, { params: { slug: process.slug } }))
    .answered

/** Everything that belongs to a publication, each thing once. */
async function isWhole({ author, lead, member, single }: Prepared, before: number): Promise<void> {
  for (const annotation of [lead, member, single]) {
    expect((await answerInFeed(annotation))?.points).toHaveLength(1)
    await until('the author is told', async () => (await told(author, annotation)) > 0)
    expect(await told(author, annotation)).toBe(1)
  }
  await until('the supporter is told', async () => (await told('werner', member)) > 0)
  expect(await told('werner', member)).toBe(1)
  expect(await answered()).toBe(before + 3)
}

async function isUntouched({ author, lead, member, single }: Prepared, before: number): Promise<void> {
  for (const annotation of [lead, member, single]) {
    expect(await answerInFeed(annotation)).toBeNull()
    expect(await told(author, annotation)).toBe(0)
  }
  expect(await answered()).toBe(before)
}

it('publishes all of it or nothing, wherever it is killed', { timeout: 400_000 }, async () => {
  const untouched = await prepare('heidi', 'Ungestört')
  const start = await answered()
  wire.arm(Number.POSITIVE_INFINITY, () => undefined)
  accepted(await publish(untouched.points, CommandIdShape.parse(randomUUID())))
  await isWhole(untouched, start)
  const steps = wire.writes()
  expect(steps).toBeGreaterThan(authors.length)

  let whole = 0
  for (const [kill, author] of authors.entries()) {
    const before = Math.floor((kill * steps) / (authors.length + 1))
    const prepared = await prepare(author, `Nach ${before} von ${steps} Schritten`)
    const already = await answered()
    const commandId = CommandIdShape.parse(randomUUID())
    const struck = new Promise<void>(resolve =>
      wire.arm(before, () => {
        void server.kill()
        resolve()
      }),
    )
    await Promise.allSettled([publish(prepared.points, commandId), struck])
    await server.kill()
    wire.arm(Number.POSITIVE_INFINITY, () => undefined)
    await server.start()
    const answer = await answerInFeed(prepared.lead)
    if (answer === null) await isUntouched(prepared, already)
    else whole += 1
    const again = accepted(await publish(prepared.points, commandId))
    expect([before, again.done.length, again.refused]).toEqual([before, 2, []])
    await isWhole(prepared, already)
  }
  expect(whole).toBeGreaterThan(0)
  expect(whole).toBeLessThan(authors.length)
})
