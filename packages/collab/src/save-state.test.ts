import * as decoding from 'lib0/decoding'
import { afterEach, describe, expect, it } from 'vitest'
import { createMemoryStore } from './memory-store.js'
import {
  advanceSaveProgress,
  initialProgress,
  observeSaves,
  type SaveEvent,
  saveStateOf,
} from './save-state.js'
import { decodeSavedMessage, encodeSavedMessage, type SavedMessage } from './saved-message.js'
import { type RunningCollab, startCollab } from './testing/start-collab.js'
import { createStepStore } from './testing/step-store.js'
import { until } from './testing/until.js'
import { unsentText } from './unsent-text.js'

const after = (...events: SaveEvent[]) => saveStateOf(events.reduce(advanceSaveProgress, initialProgress))
const synced: SaveEvent = { kind: 'synced' }
const edited: SaveEvent = { kind: 'edited' }
const disconnected: SaveEvent = { kind: 'disconnected' }
const saved = (mark: number): SaveEvent => ({ kind: 'saved', mark })

describe('the save state', () => {
  it.each([
    ['nothing has happened', [], 'offline'],
    ['synced, not confirmed', [synced], 'saving'],
    ['confirmed', [synced, saved(0)], 'saved'],
    ['edited after that', [synced, saved(0), edited], 'saving'],
    ['an older mark confirmed', [synced, edited, edited, saved(1)], 'saving'],
    ['the newest mark confirmed', [synced, edited, edited, saved(2)], 'saved'],
    ['offline with an unsaved edit', [synced, saved(0), disconnected, edited], 'offline'],
    ['back, not confirmed on this connection', [synced, saved(0), disconnected, synced], 'saving'],
    ['back and confirmed', [synced, edited, disconnected, synced, saved(1)], 'saved'],
  ] as [string, SaveEvent[], string][])('%s', (_name, events, state) => {
    expect(after(...events)).toBe(state)
  })
})

describe('a provider that is observed', () => {
  let running: RunningCollab
  afterEach(() => running.stop())

  it('is saved only when the store has answered, also after a broken connection', async () => {
    const { store, pending, flow } = createStepStore(createMemoryStore())
    running = await startCollab({ store })
    const provider = running.connect('d')
    const saves = observeSaves(provider)
    const answerAll = async () => {
      while (!provider.synced) {
        await pending[0]?.finish('done')
        await new Promise(resolve => setImmediate(resolve))
      }
    }
    await answerAll()
    await until('nothing is unsaved', () => saves.state() === 'saved')
    provider.doc.getText('t').insert(0, 'x')
    expect(saves.state()).toBe('saving')
    await until('it is being written', () => pending.length === 1)
    expect(saves.state()).toBe('saving')
    provider.ws?.close()
    await until('offline', () => saves.state() === 'offline')
    await until('saving again', () => saves.state() === 'saving')
    flow()
    await until('saved', () => saves.state() === 'saved')
    expect((await running.collab.readState('d')).seq).toBeGreaterThan(0)
  })

  it('knows what was not confirmed when the document is replaced', async () => {
    running = await startCollab()
    const provider = running.connect('d')
    const saves = observeSaves(provider)
    provider.doc.getText('t').insert(0, 'kept ')
    await until('saved', () => provider.synced && saves.state() === 'saved')
    const closed = new Promise(resolve => provider.on('closed', resolve))
    const replaced = running.collab.replaceDocument('d', Uint8Array.of(0, 0))
    provider.doc.getText('t').insert(5, 'too late')
    await replaced
    expect(await closed).toMatchObject({ code: 4409 })
    expect(unsentText(provider.doc, saves.confirmed())).toBe('too late')
  })

  it('remembers the epoch for its next connection', async () => {
    running = await startCollab()
    const provider = running.connect('d')
    const saves = observeSaves(provider)
    await until('saved', () => saves.state() === 'saved')
    expect(provider.url).toMatch(/epoch=1$/)
  })
})

describe('the saved message', () => {
  it.each([
    { kind: 'mark', mark: 0 },
    { kind: 'saved', mark: 2 ** 40, epoch: 3 },
    { kind: 'refused', reason: 'document-full' },
    { kind: 'almost-full', bytes: 8, limit: 10 },
    { kind: 'present', connections: 12 },
  ] as SavedMessage[])('is read as it was written: $kind', message => {
    const decoder = decoding.createDecoder(encodeSavedMessage(message))
    decoding.readVarUint(decoder)
    expect(decodeSavedMessage(decoder)).toEqual(message)
  })

  it('is null when it is none', () => {
    for (const bytes of [[], [9], [9, 1], [1, 5], [2, 7]])
      expect(decodeSavedMessage(decoding.createDecoder(Uint8Array.from(bytes)))).toBeNull()
  })
})
