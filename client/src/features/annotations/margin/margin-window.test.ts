import { expect, test } from 'vitest'
import { anAnnotation } from '../testing/an-annotation.js'
import type { MarginItem } from './margin-items.js'
import { itemsToDraw, mostDrawn, NoteHeights, notesWithin } from './margin-window.js'

const note = (number: number): MarginItem => {
  const annotation = anAnnotation(number)
  return {
    type: 'note',
    key: `n${number}`,
    start: number,
    note: { annotation, place: { type: 'searching' } },
  }
}
const notes = (count: number) => Array.from({ length: count }, (_, number) => note(number))
const keys = (items: readonly MarginItem[]) => items.map(({ key }) => key)

test('a few hundred are all drawn, wherever the screen is', () => {
  const items = notes(mostDrawn)
  expect(itemsToDraw(items, { near: new Set(['n1']), first: 1, always: [] })).toBe(items)
})

test('of thousands those near the screen are drawn, in their order, and what must not vanish', () => {
  const picker: MarginItem = { type: 'picker', key: 'picker', start: 3_000 }
  const items = [...notes(5_000), picker]
  const drawn = itemsToDraw(items, { near: new Set(['n20', 'n10']), first: 0, always: ['n4999', null] })
  expect(keys(drawn)).toEqual(['n10', 'n20', 'n4999', 'picker'])
})

test('one below the other the first ones are drawn, and the one that an address leads to', () => {
  expect(keys(itemsToDraw(notes(1_000), { near: null, first: 3, always: ['n700'] }))).toEqual([
    'n0',
    'n1',
    'n2',
    'n700',
  ])
})

test('a note is near when any of it reaches into the stretch', () => {
  const column = ['a', 'b', 'c', 'd'].map(id => ({ id, height: 100 }))
  const tops = new Map([
    ['a', 0],
    ['b', 150],
    ['c', 400],
    ['d', 900],
  ])
  expect([...notesWithin(column, tops, { from: 200, to: 500 })]).toEqual(['b', 'c'])
})

test('what was not measured is taken for as high as the others', () => {
  const heights = new NoteHeights()
  const before = heights.supposed()
  expect(before).toBeGreaterThan(0)
  heights.set('a', 100)
  heights.set('b', 300)
  heights.set('b', 200)
  expect(heights.supposed()).toBe(150)
  heights.forget('a')
  heights.forget(null)
  expect([heights.of('a'), heights.of('b'), heights.supposed()]).toEqual([undefined, 200, 200])
})
