import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { checkUpdate } from './check-update.js'
import { Deletions } from './deletions.js'

/** An update with one item, spelled out: structs, client, clock, info (string with origin), origin, text, no deletions. */
const oneItem = (client: number, clock: number, origin: [number, number]) =>
  Uint8Array.of(1, 1, client, clock, 0x84, ...origin, 1, 97, 0)

describe('checking an update', () => {
  it('says which operations it contains and which it deletes', () => {
    const doc = new Y.Doc()
    doc.clientID = 7
    doc.getText('t').insert(0, 'abcdef')
    doc.getText('t').delete(1, 2)
    expect(checkUpdate(Y.encodeStateAsUpdate(doc))).toEqual({
      kind: 'ok',
      structs: [{ client: 7, from: 0, to: 6 }],
      deletes: [{ client: 7, from: 1, to: 3 }],
    })
  })

  it('does not count a gap as content', () => {
    const doc = new Y.Doc()
    doc.clientID = 7
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    for (const letter of 'abc') doc.getText('t').insert(0, letter)
    const [first, , third] = updates
    if (!first || !third) throw new Error('three edits make three updates')
    expect(checkUpdate(Y.mergeUpdates([first, third]))).toMatchObject({
      structs: [
        { client: 7, from: 0, to: 1 },
        { client: 7, from: 2, to: 3 },
      ],
    })
  })

  it('refuses an operation that refers to itself or to a later one of the same client', () => {
    expect(checkUpdate(oneItem(5, 3, [5, 2])).kind).toBe('ok')
    expect(checkUpdate(oneItem(5, 3, [5, 3]))).toMatchObject({ kind: 'malformed', reason: /later/ })
    expect(checkUpdate(oneItem(5, 3, [5, 90]))).toMatchObject({ kind: 'malformed', reason: /later/ })
    expect(checkUpdate(oneItem(5, 3, [6, 90])).kind).toBe('ok')
  })

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), bytes =>
        ['ok', 'malformed'].includes(checkUpdate(bytes).kind),
      ),
    )
  })
})

describe('known deletions', () => {
  it('contain exactly what was added, however it was cut', () => {
    const span = fc
      .tuple(fc.nat(40), fc.integer({ min: 1, max: 10 }))
      .map(([from, length]) => ({ client: 1, from, to: from + length }))
    fc.assert(
      fc.property(fc.array(span), span, (added, asked) => {
        const known = new Deletions()
        for (const each of added) known.add([each])
        const all = new Set(
          added.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)),
        )
        const wanted = Array.from({ length: asked.to - asked.from }, (_, at) => asked.from + at)
        return known.contain([asked]) === wanted.every(at => all.has(at))
      }),
    )
  })
})
