import { expect, test } from 'vitest'
import { layOutMargin, type MarginNote, marginHeight } from './margin-layout.js'

const note = (id: string, wanted: number, height = 100): MarginNote => ({ id, wanted, height })
const tops = (notes: MarginNote[], activeId: string | null = null) =>
  Object.fromEntries(layOutMargin(notes, { gap: 10, activeId }))

test('notes with room stand level with their passages', () => {
  expect(tops([note('a', 0), note('b', 300)])).toEqual({ a: 0, b: 300 })
})

test('notes at one passage stand below each other', () => {
  expect(tops([note('a', 50), note('b', 50), note('c', 60)])).toEqual({ a: 50, b: 160, c: 270 })
})

test('the active note stands at its passage and the ones before it make room upwards', () => {
  const notes = [note('a', 400), note('b', 400), note('c', 400), note('d', 420)]
  expect(tops(notes, 'c')).toEqual({ a: 180, b: 290, c: 400, d: 510 })
})

test('notes before the active one stay where they are when they do not disturb', () => {
  expect(tops([note('a', 0), note('b', 500)], 'b')).toEqual({ a: 0, b: 500 })
})

test('without room above the active note gives way, and nothing leaves the column', () => {
  expect(tops([note('a', 0), note('b', 0), note('c', 0)], 'c')).toEqual({ a: 0, b: 110, c: 220 })
})

test('the column is as high as its lowest note', () => {
  const notes = [note('a', 0), note('b', 500, 80)]
  expect(marginHeight(notes, layOutMargin(notes, { gap: 10, activeId: null }))).toBe(580)
})
