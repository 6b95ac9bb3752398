import { expect, test } from 'vitest'
import { aText } from '../testing/a-text.js'
import { carryOffsets } from './carry-offsets.js'

test('what is typed in one paragraph leaves the others where they are', () => {
  const text = aText('Erster Absatz.', 'Zweiter Absatz.', 'Dritter.')
  const from = text.index()
  const starts = from.blocks.map(({ start }) => start)
  text.paragraph(0).insert(14, ' Mehr davon.')
  const to = text.index()
  expect(carryOffsets(starts, { from, to })).toEqual(to.blocks.map(({ start }) => start))
  expect(carryOffsets([starts[1] ?? 0], { from: to, to })).toEqual([starts[1]])
})

test('what stood behind words that went stays in its paragraph', () => {
  const text = aText('Erster Absatz.', 'Zweiter Absatz.')
  const from = text.index()
  text.paragraph(0).delete(3, 11)
  const to = text.index()
  expect(carryOffsets([14], { from, to })).toEqual([3])
})

test('what the server told, and blocks that are gone, are left alone', () => {
  const text = aText('Erster Absatz.', 'Zweiter Absatz.')
  const from = text.index()
  expect(carryOffsets([5], { from: null, to: from })).toEqual([5])
  expect(carryOffsets([20], { from, to: aText('Ganz anders.').index() })).toEqual([20])
})
