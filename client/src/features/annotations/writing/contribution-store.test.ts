import { expect, test } from 'vitest'
import { aContribution, memoryStorage, someWords } from '../testing/a-contribution.js'
import { aDocumentId, annotationId, userId } from '../testing/an-annotation.js'
import { advance } from './contribution.js'
import { openContributionStore } from './contribution-store.js'

const open = (storage = memoryStorage()) => openContributionStore(storage, aDocumentId)
const submitted = { type: 'submitted', author: userId(1) } as const

test('a draft is there again after the page was closed', () => {
  const storage = memoryStorage()
  const draft = aContribution()
  open(storage).put(draft)
  expect(open(storage).all()).toEqual([draft])
})

test('what was being sent when the page died waits, under the same command id', () => {
  const storage = memoryStorage()
  const sending = advance(aContribution(), submitted)
  open(storage).put(sending)
  expect(open(storage).all()).toEqual([
    { ...sending, state: { type: 'waiting', attempt: 1, retryAfter: null } },
  ])
})

test('what was sent leaves the device but not the page', () => {
  const storage = memoryStorage()
  const store = open(storage)
  const sent = { ...aContribution(), state: { type: 'sent', annotationId: annotationId(1) } as const }
  store.put(sent)
  expect(store.all()).toEqual([sent])
  expect(open(storage).all()).toEqual([])
})

test('a revised contribution takes the place of the one it was', () => {
  const storage = memoryStorage()
  const store = open(storage)
  const before = aContribution()
  const after = aContribution(someWords('Neu'))
  store.put(before)
  store.put(after, before.commandId)
  expect(open(storage).all()).toEqual([after])
})

test('documents do not see each other, and foreign or damaged entries do no harm', () => {
  const kept = new Map([
    [`randnotiz.contribution.${aDocumentId}.broken`, '{"commandId":'],
    [`randnotiz.contribution.${aDocumentId}.foreign`, '{"hello":1}'],
    ['something-else', 'x'],
  ])
  expect(open(memoryStorage(kept)).all()).toEqual([])
})

test('a full or missing storage keeps the words as long as the page lives', () => {
  const full = memoryStorage()
  full.full = true
  const draft = aContribution()
  for (const storage of [full, null]) {
    const store = openContributionStore(storage, aDocumentId)
    store.put(draft)
    expect(store.all()).toEqual([draft])
  }
})

test('a window hears what another one writes, and keeps what it is sending itself', () => {
  const storage = memoryStorage()
  const [here, there] = [open(storage), open(storage)]
  const sending = advance(aContribution(), submitted)
  here.put(sending)
  there.put(aContribution(someWords('Von nebenan')))
  here.hearOfKey(null)
  expect(here.all()).toHaveLength(2)
  expect(here.all()).toContainEqual(sending)
})
