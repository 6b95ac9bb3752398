import { expect, it } from 'vitest'
import { type CollabStore, emptyHead } from '../store.js'

const bytes = (text: string) => Buffer.from(text)
const texts = (chunks: readonly Uint8Array[]) => chunks.map(chunk => Buffer.from(chunk).toString())

/** What every store has to keep to; to be run against each one. */
export function describeStoreRules(create: () => Promise<CollabStore>): void {
  it('keeps the first head that is created', async () => {
    const store = await create()
    expect(await store.readHead('d')).toBeNull()
    await store.createHead('d', emptyHead)
    await store.createHead('d', { ...emptyHead, epoch: 9 })
    expect(await store.readHead('d')).toEqual(emptyHead)
    expect(await store.readHead('other')).toBeNull()
  })

  it('switches a head only from the one that was expected', async () => {
    const store = await create()
    const next = { epoch: 1, generation: 1, seq: 5, token: 't', chunks: 1 }
    expect(await store.switchHead('d', emptyHead, next)).toBe(false)
    await store.createHead('d', emptyHead)
    expect(await store.switchHead('d', emptyHead, next)).toBe(true)
    expect(await store.switchHead('d', emptyHead, { ...next, seq: 9 })).toBe(false)
    expect(await store.switchHead('d', { ...next, epoch: 2 }, { ...next, seq: 9 })).toBe(false)
    expect(await store.readHead('d')).toEqual(next)
  })

  it('takes each row number of an epoch once, and reads rows in order', async () => {
    const store = await create()
    for (const seq of [0, 10, 2, 1]) await store.appendRow('d', { epoch: 1, seq, updates: bytes(`${seq}`) })
    expect(await store.appendRow('d', { epoch: 1, seq: 2, updates: bytes('again') })).toBe(false)
    expect(await store.appendRow('d', { epoch: 2, seq: 2, updates: bytes('later epoch') })).toBe(true)
    const rows = await store.readRows('d', { epoch: 1, after: 0 })
    expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 10])
    expect(texts(rows.map(({ updates }) => updates))).toEqual(['1', '2', '10'])
  })

  it('deletes rows up to a number, and those of older epochs', async () => {
    const store = await create()
    for (const epoch of [1, 2, 3])
      for (const seq of [1, 2]) await store.appendRow('d', { epoch, seq, updates: bytes('x') })
    await store.deleteRows('d', { epoch: 2, upTo: 1 })
    const left = await Promise.all([1, 2, 3].map(epoch => store.readRows('d', { epoch, after: -1 })))
    expect(left.map(rows => rows.map(({ seq }) => seq))).toEqual([[], [2], [1, 2]])
  })

  it('reads the chunks of one token in order, and deletes those of superseded generations', async () => {
    const store = await create()
    for (const index of [1, 0, 10, 2])
      await store.writeChunk('d', { generation: 2, token: 'b', index, bytes: bytes(`${index}`) })
    await store.writeChunk('d', { generation: 2, token: 'lost', index: 0, bytes: bytes('lost') })
    await store.writeChunk('d', { generation: 1, token: 'old', index: 0, bytes: bytes('old') })
    await store.writeChunk('d', { generation: 3, token: 'next', index: 0, bytes: bytes('next') })
    await store.deleteChunks('d', { generation: 2, keep: 'b' })
    const left = await Promise.all(['b', 'lost', 'old', 'next'].map(token => store.readChunks('d', token)))
    expect(left.map(texts)).toEqual([['0', '1', '2', '10'], [], [], ['next']])
  })
}
