import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aContribution, memoryStorage, someWords } from '../testing/a-contribution.js'
import { aDocumentId, anAnnotation, userId } from '../testing/an-annotation.js'
import { advance, type Contribution } from './contribution.js'
import { type ContributionStore, openContributionStore } from './contribution-store.js'
import { type Outbox, startOutbox } from './outbox.js'

const me = userId(1)
const noAnswer = new Error('no answer')

/** A server that does a command once, and whose answers come or get lost as the test says. */
function aServer(...answers: (Result<Annotation> | Error)[]) {
  const done: string[] = []
  const asked: string[] = []
  return {
    done,
    asked,
    async send({ commandId }: Contribution): Promise<Result<Annotation>> {
      asked.push(commandId)
      const answer = answers.shift() ?? accept(anAnnotation(1))
      if ((answer instanceof Error || answer.ok) && !done.includes(commandId)) done.push(commandId)
      if (answer instanceof Error) throw answer
      return answer
    },
  }
}

const states = (store: ContributionStore) => store.all().map(({ state }) => state.type)
const submit = (store: ContributionStore, body = 'Hallo') =>
  store.put(advance(aContribution(someWords(body)), { type: 'submitted', author: me }))

let outbox: Outbox | null = null
beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  outbox?.stop()
  vi.useRealTimers()
})
const settle = (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds)

test('what is submitted goes out, drafts stay', async () => {
  const store = openContributionStore(memoryStorage(), aDocumentId)
  const server = aServer()
  outbox = startOutbox({ store, author: me, send: server.send })
  store.put(aContribution())
  submit(store)
  await settle()
  expect(states(store).sort()).toEqual(['draft', 'sent'])
})

test('a lost answer is asked for again under the same id, and done once', async () => {
  const store = openContributionStore(memoryStorage(), aDocumentId)
  const server = aServer(noAnswer)
  outbox = startOutbox({ store, author: me, send: server.send })
  submit(store)
  await settle()
  expect(states(store)).toEqual(['waiting'])
  outbox.connected()
  await settle()
  expect(states(store)).toEqual(['sent'])
  expect(server.asked).toHaveLength(2)
  expect(server.done).toHaveLength(1)
})

test('after a crash the next page sends it again, and it is done once', async () => {
  const storage = memoryStorage()
  const server = aServer(noAnswer)
  const before = openContributionStore(storage, aDocumentId)
  submit(before)
  await server.send(before.all()[0] ?? aContribution()).catch(() => null)
  const store = openContributionStore(storage, aDocumentId)
  outbox = startOutbox({ store, author: me, send: server.send })
  outbox.connected()
  await settle()
  expect(states(store)).toEqual(['sent'])
  expect(server.done).toHaveLength(1)
})

test('without a word from the connection it tries again by itself, later each time', async () => {
  const store = openContributionStore(memoryStorage(), aDocumentId)
  const server = aServer(noAnswer, noAnswer)
  outbox = startOutbox({ store, author: me, send: server.send })
  submit(store)
  await settle(2_000)
  expect(server.asked).toHaveLength(2)
  await settle(3_999)
  expect(server.asked).toHaveLength(2)
  await settle(1)
  expect(states(store)).toEqual(['sent'])
})

test('the server may ask for patience, and a new connection does not overrule it', async () => {
  const store = openContributionStore(memoryStorage(), aDocumentId)
  const server = aServer(refuse('request/too-many', { retryAfter: 30 }))
  outbox = startOutbox({ store, author: me, send: server.send })
  submit(store)
  await settle()
  outbox.connected()
  await settle(29_000)
  expect(server.asked).toHaveLength(1)
  await settle(1_000)
  expect(states(store)).toEqual(['sent'])
})

test('a refusal ends the trying and keeps the words', async () => {
  const storage = memoryStorage()
  const store = openContributionStore(storage, aDocumentId)
  outbox = startOutbox({ store, author: me, send: aServer(refuse('publishing/phase-closed')).send })
  submit(store, 'Zu spät')
  await settle(120_000)
  expect(openContributionStore(storage, aDocumentId).all()).toMatchObject([
    { words: { body: 'Zu spät' }, state: { type: 'refused', refusal: { code: 'publishing/phase-closed' } } },
  ])
})

test('what somebody else left on this device is not sent', async () => {
  const storage = memoryStorage()
  submit(openContributionStore(storage, aDocumentId))
  const server = aServer()
  const store = openContributionStore(storage, aDocumentId)
  outbox = startOutbox({ store, author: userId(2), send: server.send })
  outbox.connected()
  await settle(120_000)
  expect(server.asked).toEqual([])
})

test('several go out one after the other', async () => {
  const store = openContributionStore(memoryStorage(), aDocumentId)
  let open = 0
  let most = 0
  outbox = startOutbox({
    store,
    author: me,
    async send() {
      most = Math.max(most, ++open)
      await new Promise(resolve => setTimeout(resolve, 10))
      open--
      return accept(anAnnotation(1))
    },
  })
  for (const body of ['a', 'b', 'c']) submit(store, body)
  await settle(100)
  expect(states(store)).toEqual(['sent', 'sent', 'sent'])
  expect(most).toBe(1)
})
