import { expect, test } from 'vitest'
import { denseStretches, overlaps, planPainting, strokesWithin } from './painting-plan.js'

const passage = (id: string, start: number, end: number) => ({ id, range: { start, end } })
const levels = (...passages: ReturnType<typeof passage>[]) =>
  Object.fromEntries(planPainting(passages).map(({ id, level }) => [id, level]))

test('passages apart from each other share the first level', () => {
  expect(levels(passage('a', 0, 5), passage('b', 5, 9), passage('c', 20, 30))).toEqual({ a: 0, b: 0, c: 0 })
})

test('a passage inside another is drawn below it, however they come', () => {
  expect(levels(passage('inner', 3, 6), passage('outer', 0, 10))).toEqual({ outer: 0, inner: 1 })
  expect(levels(passage('short', 0, 4), passage('long', 0, 10))).toEqual({ long: 0, short: 1 })
})

test('a level is used again as soon as it is free', () => {
  expect(levels(passage('a', 0, 10), passage('b', 5, 8), passage('c', 8, 12))).toEqual({ a: 0, b: 1, c: 1 })
})

test('the fifth of five that overlap shares the last level', () => {
  const five = ['a', 'b', 'c', 'd', 'e'].map((id, number) => passage(id, number, 20))
  expect(levels(...five)).toEqual({ a: 0, b: 1, c: 2, d: 3, e: 3 })
})

test('where more than four overlap it is dense, from the fifth that begins to the first that ends', () => {
  const dense = (...passages: ReturnType<typeof passage>[]) => denseStretches(planPainting(passages))
  const five = ['a', 'b', 'c', 'd', 'e'].map((id, number) => passage(id, number, 20 - number))
  expect(dense(...five)).toEqual([{ start: 4, end: 16 }])
  expect(dense(...five.slice(1))).toEqual([])
  expect(dense(...five, passage('f', 17, 19), passage('g', 10, 12))).toEqual([{ start: 4, end: 16 }])
})

test('up to four deep, passages on one level never overlap', () => {
  const strokes = planPainting(Array.from({ length: 40 }, (_, n) => passage(`p${n}`, n * 3, n * 3 + 12)))
  for (const a of strokes)
    for (const b of strokes)
      if (a.id < b.id && a.level === b.level)
        expect(overlaps(a.range, b.range), `${a.id} ${b.id}`).toBe(false)
})

test('only what touches the stretches on the screen is painted, on the level it has in the whole text', () => {
  const strokes = planPainting([passage('a', 0, 100), passage('b', 90, 95), passage('c', 200, 210)])
  const painted = strokesWithin(strokes, [{ start: 90, end: 120 }])
  expect(painted.map(({ id, level }) => [id, level])).toEqual([
    ['a', 0],
    ['b', 1],
  ])
  expect(strokesWithin(strokes, [])).toEqual([])
})
