import { afterEach, beforeEach, it } from 'vitest'
import { type Bus, createMemoryBus } from './bus.js'
import { createMemoryStore } from './memory-store.js'
import { type RunningCollab, startCollab } from './testing/start-collab.js'
import { until } from './testing/until.js'

let servers: RunningCollab[] = []
/** Which share of the messages between the servers is lost. */
let lossy = 0

beforeEach(async () => {
  lossy = 0
  const store = createMemoryStore()
  const shared = createMemoryBus()
  const bus: Bus = { ...shared, publish: message => Math.random() >= lossy && shared.publish(message) }
  const limits = { catchUpMs: 100, foldRows: 5, foldGapMs: 0 }
  servers = await Promise.all([1, 2, 3].map(() => startCollab({ store, bus, limits })))
})
afterEach(() => Promise.all(servers.map(server => server.stop())))

it.each([0, 0.5, 1])('three servers share a document although %d of their messages are lost', async loss => {
  const clients = servers.map(server => server.connect('d'))
  await until('all are synced', () => clients.every(({ synced }) => synced))
  lossy = loss
  for (let round = 0; round < 20; round++) {
    for (const [index, { doc }] of clients.entries()) doc.getText('t').insert(0, `${index}`)
    await new Promise(resolve => setImmediate(resolve))
  }
  await until(
    'all have everything',
    () =>
      new Set(clients.map(({ doc }) => doc.getText('t').toString())).size === 1 &&
      clients[0]?.doc.getText('t').length === 60,
    15_000,
  )
  const states = await Promise.all(servers.map(({ collab }) => collab.readState('d')))
  await until('all have the same rows', () => new Set(states.map(({ seq }) => seq)).size === 1)
})

it('shows carets across servers, and takes them away', async () => {
  const [a, b] = [servers[0]?.connect('d', { user: 'Ada' }), servers[1]?.connect('d')]
  if (!a || !b) throw new Error('two servers are needed')
  await until('both are synced', () => a.synced && b.synced)
  a.awareness.setLocalStateField('caret', 3)
  await until('b sees a', () => b.awareness.getStates().get(a.doc.clientID)?.caret === 3)
  a.destroy()
  await until('b sees a leave', () => !b.awareness.getStates().has(a.doc.clientID))
})

it('closes the connections of all servers when one of them replaces the document', async () => {
  const clients = servers.map(server => server.connect('d'))
  await until('all are synced', () => clients.every(({ synced }) => synced))
  await servers[0]?.collab.replaceDocument('d', Uint8Array.of(0, 0))
  await until('all have stopped', () => clients.every(({ shouldConnect }) => !shouldConnect))
})
