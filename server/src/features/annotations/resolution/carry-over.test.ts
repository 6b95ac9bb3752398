import { describe, expect, it } from 'vitest'
import { carryOver } from './carry-over.js'

describe('a range carried over an edit', () => {
  const before = 'Am Bahnhof fehlen Bänke.'

  it('stays before it, moves behind it, and is lost where it was touched', () => {
    const carry = carryOver(before, 'Am alten Bahnhof fehlen Bänke.')
    expect(carry({ start: 0, end: 2 })).toEqual({ start: 0, end: 2 })
    expect(carry({ start: 18, end: 23 })).toEqual({ start: 24, end: 29 })
    expect(carry({ start: 0, end: 10 })).toBeNull()
  })

  it('is the same without an edit', () => {
    expect(carryOver(before, before)({ start: 3, end: 10 })).toEqual({ start: 3, end: 10 })
  })

  it('never counts a repeated character twice', () => {
    const carry = carryOver('aaaa', 'aaa')
    expect(carry({ start: 0, end: 3 })).toEqual({ start: 0, end: 3 })
    expect(carry({ start: 2, end: 4 })).toBeNull()
  })
})
