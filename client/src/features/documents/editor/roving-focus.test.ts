import { describe, expect, it } from 'vitest'
import { nextStop } from './roving-focus.js'

describe('nextStop', () => {
  it.each([
    ['ArrowRight', 0, 1],
    ['ArrowRight', 2, 0],
    ['ArrowLeft', 0, 2],
    ['Home', 2, 0],
    ['End', 0, 2],
    ['Tab', 1, null],
  ])('%s from %i leads to %s', (key, current, next) => {
    expect(nextStop({ key, current, count: 3 })).toBe(next)
  })
})
