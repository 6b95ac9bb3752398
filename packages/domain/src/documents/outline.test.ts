import { expect, it } from 'vitest'
import { outlineOf } from './outline.js'

it('lists the headings that have words and can be jumped to', () => {
  const text = 'Ziel\nWir fangen an.\n\nWege'
  const lines = [
    { id: 'a', start: 0, end: 4, level: 2 },
    { id: 'b', start: 5, end: 19 },
    { id: 'c', start: 20, end: 20, level: 3 },
    { id: null, start: 21, end: 25, level: 2 },
    { id: 'e', start: 21, end: 25, level: 6 },
  ]
  expect(outlineOf(text, lines)).toEqual([
    { blockId: 'a', level: 2, text: 'Ziel' },
    { blockId: 'e', level: 4, text: 'Wege' },
  ])
})
