import { postAnnotation } from '@randnotiz/contract/annotations/endpoints'
import { ProcessId } from '@randnotiz/contract/kit/ids'
import { getHome } from '@randnotiz/contract/publishing/endpoints'
import { followNumbers, numbersChanged, unfollowNumbers } from '@randnotiz/contract/publishing/messages'
import type { DocumentNumbers } from '@randnotiz/contract/publishing/numbers'
import { openSyncedDocument } from '@randnotiz/test-kit/open-document'
import { openSocket } from '@randnotiz/test-kit/open-socket'
import { until } from '@randnotiz/test-kit/until'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callEndpoint } from '../../testing/call-endpoint.js'
import { startTestApp, type TestApp } from '../../testing/start-app.js'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.close())

async function home() {
  const answer = await callEndpoint(app.url, getHome)
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value
}

describe('the home page', () => {
  it('has the process, its phase, and its texts in their order with their numbers', async () => {
    const { process, currentPhase, documents, numbers } = await home()
    expect(process.slug).toBe('smart-city-konzept')
    expect(process.phases.map(({ key }) => key)).toContain(currentPhase)
    expect(documents.map(({ kind, number }) => `${kind} ${number}`)).toEqual([
      ...[1, 2, 3, 4, 5, 6].map(number => `buildingBlock ${number}`),
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map(number => `measure ${number}`),
    ])
    expect(numbers.map(({ documentId }) => documentId)).toEqual(documents.map(({ id }) => id))
    expect(numbers.reduce((sum, { annotations }) => sum + annotations, 0)).toBeGreaterThan(24)
  })

  it('is refused while there is no process', async () => {
    const empty = await startTestApp({ env: { DEMO: 'off' } })
    expect(await callEndpoint(empty.url, getHome)).toEqual({
      ok: false,
      refusal: { code: 'publishing/unknown-process' },
    })
    await empty.close()
  })

  it('shows no phase after the last one', async () => {
    const late = await startTestApp({ clock: { now: () => new Date('2040-01-01T00:00:00Z') } })
    expect(await callEndpoint(late.url, getHome)).toMatchObject({ value: { currentPhase: null } })
    await late.close()
  })
})

describe('live numbers', () => {
  it('count annotations and readers, and tell those who follow', async () => {
    const { process, documents } = await home()
    const documentId = documents[3]?.id ?? ''
    const socket = await openSocket(app.url)
    const told: DocumentNumbers[] = []
    socket.on(numbersChanged.name, ({ numbers }) => told.push(...numbers))
    const followed = await socket.timeout(5_000).emitWithAck(followNumbers.name, { processId: process.id })
    const before = followed.ok
      ? followed.value.find((entry: DocumentNumbers) => entry.documentId === documentId)
      : undefined
    expect(before?.readers).toBe(0)

    const reader = await openSyncedDocument({ url: app.url, documentId })
    await until('one reader is told', () => told.find(entry => entry.readers === 1))
    const cookie = await app.signIn('heidi@example.org')
    const body = {
      commandId: crypto.randomUUID(),
      documentId,
      passage: null,
      kind: 'idea',
      body: 'Mehr Bänke.',
    }
    expect(
      await callEndpoint(app.url, postAnnotation, { cookie, body: { ...body, replacement: null } }),
    ).toMatchObject({ ok: true })
    const more = (before?.annotations ?? 0) + 1
    await until('one more annotation is told', () => told.find(entry => entry.annotations === more))
    reader.close()
    await until('nobody reads any more', () => told.at(-1)?.readers === 0)
    expect(told.every(entry => entry.documentId === documentId)).toBe(true)

    await socket.timeout(5_000).emitWithAck(unfollowNumbers.name, { processId: process.id })
    socket.disconnect()
  })

  it('of an unknown process are refused', async () => {
    const socket = await openSocket(app.url)
    const processId = ProcessId.parse('0'.repeat(24))
    expect(await socket.timeout(5_000).emitWithAck(followNumbers.name, { processId })).toEqual({
      ok: false,
      refusal: { code: 'publishing/unknown-process' },
    })
    socket.disconnect()
  })
})
