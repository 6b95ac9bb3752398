import { observeSaves } from '@randnotiz/collab/save-state'
import { getViewer, signIn, signOut } from '@randnotiz/contract/accounts/endpoints'
import { postAnnotation } from '@randnotiz/contract/annotations/endpoints'
import { annotationChanged, followAnnotations } from '@randnotiz/contract/annotations/messages'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import { getHome } from '@randnotiz/contract/publishing/endpoints'
import { type OpenDocument, openDocument } from '@randnotiz/test-kit/open-document'
import { openSocket } from '@randnotiz/test-kit/open-socket'
import { until } from '@randnotiz/test-kit/until'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { callEndpoint } from './testing/call-endpoint.js'
import { firstParagraph, readDocument } from './testing/demo-document.js'
import { startTestApp, type TestApp } from './testing/start-app.js'
import { type RunningRedis, redisServerPath, startRedis } from './testing/start-redis.js'
import { startTestMongo, type TestMongo } from './testing/test-database.js'

/** Two servers on one database and one Redis, as behind a load balancer. */
describe.skipIf(redisServerPath === null)('two instances', () => {
  let redis: RunningRedis
  let database: TestMongo
  let one: TestApp
  let two: TestApp
  let documentId: DocumentId
  const opened: OpenDocument[] = []

  beforeAll(async () => {
    redis = await startRedis()
    database = await startTestMongo()
    const env = {
      MONGODB_URI: database.uri,
      REDIS_URL: redis.url,
      SESSION_SECRET: 'the same on all of the instances',
    }
    // Both at once, so that they meet over migrations and demo.
    ;[one, two] = await Promise.all([startTestApp({ env }), startTestApp({ env })])
    documentId = (await readDocument(one.url, 'mobile-stadt')).document.id
  })
  afterEach(() => {
    for (const document of opened.splice(0)) document.close()
  })
  afterAll(async () => {
    await Promise.all([one.close(), two.close()])
    await database.close()
    await redis.stop()
  })

  async function open({ url }: TestApp, cookie?: string): Promise<OpenDocument> {
    const document = openDocument({ url, documentId, ...(cookie ? { cookie } : {}) })
    opened.push(document)
    await until('the document is synced', () => document.provider.synced)
    return document
  }

  const textOf = ({ doc }: OpenDocument) => firstParagraph(doc).toString()

  it('have loaded the demo once, and share sessions', async () => {
    const cookie = await one.signIn('heidi@example.org')
    expect(await callEndpoint(two.url, getViewer, { cookie })).toMatchObject({
      value: { pseudonym: 'Heidi vom Hang' },
    })
    const home = await callEndpoint(two.url, getHome)
    expect(home).toMatchObject({ ok: true, value: { documents: { length: 15 } } })
  })

  it('write in one document together, and show it to readers of both', async () => {
    const [a, b] = [
      await open(one, await one.signIn('redaktion1@example.org')),
      await open(two, await two.signIn('redaktion2@example.org')),
    ]
    const reader = await open(two)
    const saves = [a, b].map(({ provider }) => observeSaves(provider))
    for (let n = 0; n < 10; n++) {
      firstParagraph(a.doc).insert(0, `a${n} `)
      firstParagraph(b.doc).insert(0, `b${n} `)
    }
    await until('all see the same', () => {
      const [text, ...others] = [a, b, reader].map(textOf)
      return text?.includes('a9') && text.includes('b9') && others.every(other => other === text)
    })
    await until('both are told that it is saved', () => saves.every(save => save.state() === 'saved'))
    for (const { url } of [one, two])
      await until('the page has both', async () => {
        const { html } = (await readDocument(url, 'mobile-stadt')).text
        return html.includes('a9') && html.includes('b9')
      })
  })

  it('tell each other of annotations', async () => {
    const socket = await openSocket(two.url)
    const heard: string[] = []
    socket.on(annotationChanged.name, ({ annotation }) => void heard.push(annotation.body ?? ''))
    await socket.timeout(5_000).emitWithAck(followAnnotations.name, { documentId, since: 0 })
    const cookie = await one.signIn('heidi@example.org')
    const body = {
      commandId: crypto.randomUUID(),
      documentId,
      passage: null,
      kind: 'idea',
      body: 'Von nebenan.',
      replacement: null,
    }
    await callEndpoint(one.url, postAnnotation, { cookie, body })
    await until('the other instance has it', () => heard.includes('Von nebenan.'))
    socket.disconnect()
  })

  it('count the readers of both', async () => {
    const bothCount = (readers: number) =>
      until(`both count ${readers} readers`, async () => {
        const homes = await Promise.all([one, two].map(({ url }) => callEndpoint(url, getHome)))
        return homes.every(
          home =>
            home.ok && home.value.numbers.find(entry => entry.documentId === documentId)?.readers === readers,
        )
      })
    await bothCount(0)
    await open(one)
    await open(two)
    await open(two)
    await bothCount(3)
  })

  it('end a session on both', async () => {
    const cookie = await one.signIn('redaktion1@example.org')
    const writer = await open(two, cookie)
    let refused = false
    observeSaves(writer.provider).onNotice(notice => {
      refused ||= notice.kind === 'refused'
    })
    await callEndpoint(one.url, signOut, { cookie, body: {} })
    await until('the other instance takes nothing any more', () => {
      firstParagraph(writer.doc).insert(0, 'noch ')
      return refused
    })
  })

  it('limit who guesses over both together', async () => {
    const body = { email: 'verwaltung@example.org', password: 'geraten' }
    const guess = async (app: TestApp) => {
      const answer = await callEndpoint(app.url, signIn, { body })
      return answer.ok ? 'in' : answer.refusal.code
    }
    const codes: string[] = []
    while (codes.length < 60 && !codes.includes('request/too-many'))
      codes.push(await guess(codes.length % 2 === 0 ? one : two))
    expect(codes).toContain('request/too-many')
    expect(codes.length).toBeLessThan(40)
  })
})
