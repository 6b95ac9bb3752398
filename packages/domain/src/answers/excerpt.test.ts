import { expect, it } from 'vitest'
import { excerptOf } from './excerpt.js'

const words = {
  body: 'Mehr Bänke, und mehr Licht.',
  reason: 'Es ist dunkel.',
  instead: null,
  replacement: null,
}

it('reads pieces in the order of the contribution', () => {
  const pieces = [
    { part: 'reason' as const, start: 0, end: 14 },
    { part: 'body' as const, start: 0, end: 10 },
  ]
  expect(excerptOf(words, pieces)).toEqual(['Mehr Bänke', 'Es ist dunkel.'])
})

it('says when words are not there any more', () => {
  expect(excerptOf(words, [{ part: 'instead', start: 0, end: 4 }])).toBeNull()
  expect(excerptOf(words, [{ part: 'body', start: 5, end: 500 }])).toBeNull()
})
