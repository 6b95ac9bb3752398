import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WebsocketProvider } from 'y-websocket'
import type { CollabEvent } from './collab-event.js'
import { createMemoryStore } from './memory-store.js'
import { observeSaves } from './save-state.js'
import { type RunningCollab, startCollab } from './testing/start-collab.js'
import { until } from './testing/until.js'

const textOf = ({ doc }: WebsocketProvider) => doc.getText('t').toString()
const write = ({ doc }: WebsocketProvider, text: string) => doc.getText('t').insert(0, text)

describe('stock y-websocket providers', () => {
  let running: RunningCollab
  const events: CollabEvent[] = []
  beforeEach(async () => {
    events.length = 0
    running = await startCollab({ onEvent: event => events.push(event) })
  })
  afterEach(() => running.stop())

  it('edit together and meet in one text', async () => {
    const [a, b] = [running.connect('d'), running.connect('d')]
    await until('both are synced', () => a.synced && b.synced)
    write(a, 'left ')
    write(b, 'right ')
    await until('both have both', () => textOf(a).length === 11 && textOf(a) === textOf(b))
  })

  it('bring what they wrote before they were connected', async () => {
    const a = running.connect('d')
    write(a, 'offline')
    const b = running.connect('d')
    await until('the other one has it', () => textOf(b) === 'offline')
  })

  it('find the document again after a restart of the server', async () => {
    const store = createMemoryStore()
    const first = await startCollab({ store })
    const a = first.connect('d')
    const saves = observeSaves(a)
    await until('synced', () => a.synced)
    write(a, 'kept')
    await until('saved', () => saves.state() === 'saved')
    await first.stop()
    const second = await startCollab({ store })
    const b = second.connect('d')
    await until('it is back', () => textOf(b) === 'kept')
    await second.stop()
  })

  it('see each other, under the names the authoriser gave', async () => {
    const a = running.connect('d', { user: 'Ada' })
    const b = running.connect('d', { user: 'Bo' })
    a.awareness.setLocalStateField('user', { name: 'Mayor', color: '#fff' })
    await until('b sees a', () => b.awareness.getStates().get(a.doc.clientID)?.user !== undefined)
    expect(b.awareness.getStates().get(a.doc.clientID)?.user).toMatchObject({ name: 'Ada', color: '#123456' })
    a.destroy()
    await until('b sees a leave', () => !b.awareness.getStates().has(a.doc.clientID))
  })

  it('stay connected but cannot write when they are readers', async () => {
    const writer = running.connect('d')
    const reader = running.connect('d', { as: 'reader' })
    await until('both are synced', () => writer.synced && reader.synced)
    write(reader, 'graffiti')
    write(writer, 'text')
    await until('the reader has the text', () => textOf(reader).includes('text'))
    expect(textOf(writer)).toBe('text')
    expect(reader.wsconnected).toBe(true)
  })

  it('hide carets from anonymous readers, and theirs from others', async () => {
    const writer = running.connect('d')
    const viewer = running.connect('d', { as: 'viewer' })
    const reader = running.connect('d', { as: 'reader' })
    writer.awareness.setLocalStateField('caret', 1)
    reader.awareness.setLocalStateField('caret', 2)
    await until('the viewer sees the writer', () => viewer.awareness.getStates().has(writer.doc.clientID))
    expect([...reader.awareness.getStates().keys()]).toEqual([reader.doc.clientID])
    expect(writer.awareness.getStates().has(reader.doc.clientID)).toBe(false)
  })

  it('stop when they are refused', async () => {
    const stranger = running.connect('d', { as: 'stranger' })
    const closed = new Promise(resolve => stranger.on('closed', resolve))
    expect(await closed).toEqual({ code: 4403, reason: 'not yours' })
    expect(stranger.shouldConnect).toBe(false)
  })

  it('are told when the document is replaced, and never merge the old text into the new', async () => {
    const a = running.connect('d')
    const saves = observeSaves(a)
    await until('saved', () => saves.state() === 'saved')
    write(a, 'old')
    await until('saved again', () => saves.state() === 'saved' && textOf(a) === 'old')
    const other = await startCollab()
    const source = other.connect('d')
    write(source, 'new')
    await until('written', () => source.synced)
    await running.collab.replaceDocument('d', (await other.collab.readState('d')).update)
    await other.stop()
    await until('a has stopped', () => !a.shouldConnect)
    a.connect()
    await until('a is refused again', () => !a.shouldConnect)
    const b = running.connect('d')
    await until('b has the new text', () => textOf(b) === 'new')
  })

  it('leave a record of who wrote with which client id', async () => {
    const a = running.connect('d', { user: 'Ada' })
    write(a, 'x')
    await until('recorded', () => events.some(({ kind }) => kind === 'author'))
    expect(events).toContainEqual({
      kind: 'author',
      documentId: 'd',
      clientId: a.doc.clientID,
      userId: 'Ada',
    })
  })

  it('receive edits of the server itself, and the server theirs', async () => {
    const a = running.connect('d')
    const seen: number[] = []
    running.collab.onChange((_id, _update, seq) => seen.push(seq))
    write(a, 'from the client')
    await until('taken', () => seen.length === 1)
    const { update, seq } = await running.collab.readState('d')
    expect(seq).toBe(1)
    expect(await running.collab.applyServerUpdate('d', update)).toBe(true)
    await expect(running.collab.applyServerUpdate('d', new Uint8Array([9]))).rejects.toThrow(TypeError)
  })
})
