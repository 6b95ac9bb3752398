import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { Access } from './access.js'
import type { CollabOptions } from './collab.js'
import type { CollabEvent } from './collab-event.js'
import { createMemoryStore } from './memory-store.js'
import { observeSaves } from './save-state.js'
import { accessFromQuery, type RunningCollab, startCollab } from './testing/start-collab.js'
import { createStepStore } from './testing/step-store.js'
import { until } from './testing/until.js'

let running: RunningCollab
afterEach(() => running.stop())

async function start(options: Partial<CollabOptions> = {}): Promise<void> {
  running = await startCollab(options)
}

async function closeCodeOf(socket: WebSocket): Promise<number> {
  socket.on('error', () => {})
  const [code] = (await once(socket, 'close')) as [number]
  return code
}

const longText = (letters: number) =>
  Array.from({ length: letters }, (_, at) => String.fromCharCode(97 + (at % 26))).join('')

describe('a handshake', () => {
  it('ends with "try again later" when the authoriser does not answer', async () => {
    await start({ authorise: () => new Promise<Access>(() => {}), limits: { authoriseMs: 50 } })
    expect(await closeCodeOf(new WebSocket(`${running.url}/d`))).toBe(1013)
  })

  it('ends with "try again later" when the authoriser fails, and says so', async () => {
    const events: CollabEvent[] = []
    const authorise = () => {
      throw new Error('no database')
    }
    await start({ authorise, onEvent: event => events.push(event) })
    expect(await closeCodeOf(new WebSocket(`${running.url}/d`))).toBe(1013)
    expect(events[0]).toMatchObject({ kind: 'failed', during: 'authorise' })
  })

  it('ends with "try again later" when the document cannot be loaded, and works when it can', async () => {
    const { store, pending, flow } = createStepStore()
    await start({ store })
    const provider = running.connect('d')
    const closed = new Promise<number | undefined>(resolve =>
      provider.on('connection-close', event => resolve(event?.code)),
    )
    await until('it loads', () => pending.length > 0)
    await pending[0]?.finish('failed before')
    expect(await closed).toBe(1013)
    flow()
    await until('the provider came back', () => provider.synced)
  })

  it('loads a document once for all who ask at the same time', async () => {
    let reads = 0
    const store = createMemoryStore()
    const counting = {
      ...store,
      readRows: (...args: Parameters<typeof store.readRows>) =>
        store.readRows(...args).finally(() => reads++),
    }
    await start({ store: counting })
    const providers = Array.from({ length: 20 }, () => running.connect('d'))
    await until('all are synced', () => providers.every(({ synced }) => synced))
    expect(reads).toBeLessThanOrEqual(2)
  })

  it('turns away more people than a document may have', async () => {
    await start({ limits: { connectionsPerDocument: 1 } })
    const first = running.connect('d')
    await until('the first one is in', () => first.synced)
    expect(await closeCodeOf(new WebSocket(`${running.url}/d`))).toBe(4503)
  })
})

describe('rights that change', () => {
  const rights = new Map<string, Access>()
  const authorise = (request: IncomingMessage): Access => {
    const access = accessFromQuery(request)
    if (access.kind === 'refused' || access.userId === undefined) return access
    const { userId } = access
    return { ...access, recheck: async () => rights.get(userId) ?? access }
  }

  it('change the role of a connection, or end it', async () => {
    await start({ authorise })
    const ada = running.connect('d', { user: 'ada' })
    const bo = running.connect('d', { user: 'bo' })
    await until('both are synced', () => ada.synced && bo.synced)
    rights
      .set('ada', { kind: 'reader', userId: 'ada' })
      .set('bo', { kind: 'refused', code: 4401, reason: 'signed out' })
    const closed = new Promise(resolve => bo.on('closed', resolve))
    await running.collab.refreshAuthorisation({ documentId: 'd' })
    expect(await closed).toEqual({ code: 4401, reason: 'signed out' })
    expect(running.collab.connections('d')).toEqual([{ kind: 'reader', anonymous: false, userId: 'ada' }])
    ada.doc.getText('t').insert(0, 'no longer')
    rights.set('ada', { kind: 'writer', userId: 'ada' })
    await running.collab.refreshAuthorisation({ userId: 'ada' })
    await until('what was refused is sent again', () => running.collab.metrics().rooms[0]?.unfoldedRows === 1)
  })

  it('make connections come back that nobody can ask about', async () => {
    await start()
    const provider = running.connect('d')
    await until('synced', () => provider.synced)
    const closed = new Promise<number | undefined>(resolve =>
      provider.on('connection-close', event => resolve(event?.code)),
    )
    await running.collab.refreshAuthorisation({})
    expect(await closed).toBe(1012)
    await until('back', () => provider.synced)
  })
})

describe('a connection', () => {
  it('brings a document that is much larger than one part of a message', async () => {
    await start()
    const doc = new Y.Doc()
    doc.getText('t').insert(0, longText(500_000))
    await running.collab.applyServerUpdate('d', Y.encodeStateAsUpdate(doc))
    const providers = [running.connect('d'), running.connect('d', { as: 'reader' })]
    await until('both have all of it', () =>
      providers.every(provider => provider.doc.getText('t').length === 500_000),
    )
  })

  it('goes on when a listener of the host throws', async () => {
    const events: CollabEvent[] = []
    await start({ onEvent: event => events.push(event) })
    running.collab.onChange(() => {
      throw new Error('not my day')
    })
    const [writer, reader] = [running.connect('d'), running.connect('d')]
    await until('both are synced', () => writer.synced && reader.synced)
    for (const word of ['one ', 'two ']) {
      const { length } = reader.doc.getText('t')
      writer.doc.getText('t').insert(0, word)
      await until('it has arrived', () => reader.doc.getText('t').length > length)
    }
    expect(events.filter(({ kind }) => kind === 'failed')).toHaveLength(2)
  })

  it('that does not read is skipped, and gets everything when it reads again', async () => {
    await start()
    const writer = running.connect('d')
    const reader = running.connect('d', { as: 'reader' })
    await until('both are synced', () => writer.synced && reader.synced)
    const socket = reader.ws as unknown as WebSocket
    socket.pause()
    const metrics = () => running.collab.metrics().rooms[0]
    while (metrics()?.behind !== 1) {
      writer.doc.getText('t').insert(0, longText(200_000))
      await new Promise(resolve => setImmediate(resolve))
    }
    for (let count = 0; count < 20; count++) writer.doc.getText('t').insert(0, longText(1_000))
    socket.resume()
    await until(
      'it has caught up',
      () => reader.doc.getText('t').length === writer.doc.getText('t').length,
      15_000,
    )
    await until('nobody is behind', () => metrics()?.behind === 0)
    expect(reader.doc.getText('t').toString()).toBe(writer.doc.getText('t').toString())
  })

  it('that sends too fast is read more slowly, and loses nothing', async () => {
    await start({ limits: { messagesPerSecond: 100 } })
    const [fast, other] = [running.connect('d'), running.connect('d')]
    await until('both are synced', () => fast.synced && other.synced)
    for (let count = 0; count < 600; count++) fast.doc.getText('t').insert(0, 'x')
    expect(other.doc.getText('t').length).toBeLessThan(600)
    await until('all of it has arrived', () => other.doc.getText('t').length === 600)
    expect(fast.wsconnected).toBe(true)
  })

  it('is closed with 1012 when the server stops, after everything was saved', async () => {
    const { store, pending, flow } = createStepStore()
    await start({ store })
    const provider = running.connect('d')
    const saves = observeSaves(provider)
    while (!provider.synced) {
      await pending[0]?.finish('done')
      await new Promise(resolve => setImmediate(resolve))
    }
    provider.doc.getText('t').insert(0, 'last words')
    await until('it is being written', () => pending.some(({ name }) => name === 'appendRow'))
    const closed = new Promise<number | undefined>(resolve =>
      provider.on('connection-close', event => resolve(event?.code)),
    )
    await until('it has asked', () => saves.state() === 'saving')
    const stopped = running.collab.close()
    flow()
    expect(await closed).toBe(1012)
    await stopped
    expect(await store.readRows('d', { epoch: 1, after: 0 })).toHaveLength(1)
  })
})
