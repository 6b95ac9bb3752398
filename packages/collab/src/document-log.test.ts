import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { DocumentLog } from './document-log.js'
import { fold } from './folder.js'
import { createMemoryStore } from './memory-store.js'
import { chunkBytes, decodeSnapshot, encodeSnapshot, splitIntoChunks } from './snapshot-chunks.js'
import { createStepStore } from './testing/step-store.js'

const nothing = async () => null
const textUpdate = (text: string) => {
  const doc = new Y.Doc()
  doc.getText('t').insert(0, text)
  return Y.encodeStateAsUpdate(doc)
}
const textIn = (updates: Uint8Array[]) => {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc.getText('t').toString()
}

async function foldAll(log: DocumentLog) {
  const { head, snapshot, entries } = await log.load(nothing)
  const updates = entries.flatMap(entry => entry.updates)
  const seq = entries.at(-1)?.seq ?? head.seq
  const base = snapshot?.update ?? Uint8Array.of(0, 0)
  return log.writeSnapshot(head, fold(base, updates), { epoch: head.epoch, seq })
}

describe('the log of a document', () => {
  it('begins with the same content once, whoever opens it first', async () => {
    const store = createMemoryStore()
    const logs = [1, 2, 3].map(() => new DocumentLog(store, 'd'))
    const loaded = await Promise.all(
      logs.map((log, index) => log.load(async () => textUpdate(`content ${index}`))),
    )
    const texts = loaded.map(({ entries }) => textIn(entries.flatMap(entry => entry.updates)))
    expect(new Set(texts).size).toBe(1)
    expect(texts[0]).toMatch(/^content \d$/)
  })

  it('tells a writer that comes second what it has missed', async () => {
    const store = createMemoryStore()
    const [a, b] = [new DocumentLog(store, 'd'), new DocumentLog(store, 'd')]
    await a.load(nothing)
    const place = { epoch: 1, seq: 1, shared: true }
    expect(await a.append(place, [textUpdate('a')])).toEqual({ kind: 'appended', seq: 1 })
    const overtaken = await b.append(place, [textUpdate('b')])
    expect(overtaken).toMatchObject({ kind: 'overtaken', entries: [{ seq: 1 }] })
    expect(await b.append({ ...place, seq: 2 }, [textUpdate('b')])).toMatchObject({ kind: 'appended' })
  })

  it('does not count a row whose number was folded and deleted long ago', async () => {
    const store = createMemoryStore()
    const [busy, away] = [new DocumentLog(store, 'd'), new DocumentLog(store, 'd')]
    await busy.load(nothing)
    for (let seq = 1; seq <= 9; seq++)
      await busy.append({ epoch: 1, seq, shared: true }, [textUpdate(`${seq}`)])
    const head = await foldAll(busy)
    if (!head) throw new Error('nobody else switches the head')
    await busy.sweep(head)
    const result = await away.append({ epoch: 1, seq: 3, shared: true }, [textUpdate('late')])
    expect(result).toMatchObject({ kind: 'overtaken', entries: [{ seq: 9 }] })
  })

  it('says so when the document was replaced', async () => {
    const store = createMemoryStore()
    const log = new DocumentLog(store, 'd')
    const { head } = await log.load(nothing)
    await log.writeSnapshot(head, fold(textUpdate('new'), []), { epoch: 2, seq: 0 })
    expect(await log.append({ epoch: 1, seq: 1, shared: true }, [textUpdate('old')])).toEqual({
      kind: 'replaced',
      epoch: 2,
    })
  })

  it('is read whole although it is folded and swept in the middle of reading', async () => {
    const disk = createMemoryStore()
    const writer = new DocumentLog(disk, 'd')
    await writer.load(nothing)
    for (let seq = 1; seq <= 3; seq++)
      await writer.append({ epoch: 1, seq, shared: false }, [textUpdate(`${seq}`)])
    for (let stopAt = 0; stopAt < 4; stopAt++) {
      const { store, pending, flow } = createStepStore(disk)
      const loading = new DocumentLog(store, 'd').load(nothing)
      for (let step = 0; step < stopAt; step++) {
        await pending[0]?.finish('done')
        await new Promise(resolve => setImmediate(resolve))
      }
      const head = await foldAll(writer)
      if (head) await writer.sweep(head)
      flow()
      const { snapshot, entries } = await loading
      const text = textIn([
        ...(snapshot ? [snapshot.update] : []),
        ...entries.flatMap(entry => entry.updates),
      ])
      expect([...text].sort().join('')).toBe('123')
    }
  })

  it('lets only one of two folds win, and neither loses anything', async () => {
    const store = createMemoryStore()
    const [a, b] = [new DocumentLog(store, 'd'), new DocumentLog(store, 'd')]
    const { head } = await a.load(nothing)
    await a.append({ epoch: 1, seq: 1, shared: true }, [textUpdate('x')])
    const snapshot = fold(textUpdate('x'), [])
    const results = await Promise.all(
      [a, b].map(log => log.writeSnapshot(head, snapshot, { epoch: 1, seq: 1 })),
    )
    expect(results.filter(result => result !== null)).toHaveLength(1)
    const winner = results.find(result => result !== null)
    if (winner) await a.sweep(winner)
    expect(textIn([(await b.load(nothing)).snapshot?.update ?? new Uint8Array()])).toBe('x')
  })

  it('complains about a store that has lost rows', async () => {
    const store = createMemoryStore()
    const log = new DocumentLog(store, 'd')
    await log.load(nothing)
    for (const seq of [1, 3]) await store.appendRow('d', { epoch: 1, seq, updates: Uint8Array.of(0) })
    await expect(log.load(nothing)).rejects.toThrow('rows are missing')
  })
})

describe('the chunks of a snapshot', () => {
  it('stay below the limit and give the snapshot back', () => {
    const snapshot = {
      update: new Uint8Array(chunkBytes * 2 + 5).fill(7),
      vector: Uint8Array.of(0),
      deletes: Uint8Array.of(0, 0),
    }
    const chunks = splitIntoChunks(encodeSnapshot(snapshot))
    expect(chunks.map(({ length }) => length <= chunkBytes)).toEqual([true, true, true])
    const again = decodeSnapshot(chunks)
    expect(Buffer.from(again.update).equals(snapshot.update)).toBe(true)
    expect([again.vector, again.deletes].map(part => [...part])).toEqual([[0], [0, 0]])
  })
})
