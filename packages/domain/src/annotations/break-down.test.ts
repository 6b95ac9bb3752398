import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakDown, tally } from './break-down.js'

const broken = (counts: Record<string, number>) => breakDown(new Map(Object.entries(counts)))

describe('a number broken down', () => {
  it('tells parts that are large enough', () => {
    expect(broken({ idea: 12, risk: 5, wording: 0 })).toEqual({
      parts: [
        { key: 'idea', count: 12 },
        { key: 'risk', count: 5 },
      ],
      rest: 0,
    })
  })

  it('puts small ones together', () => {
    expect(broken({ idea: 12, risk: 4, question: 3 })).toEqual({
      parts: [{ key: 'idea', count: 12 }],
      rest: 7,
    })
  })

  it('hides one more where one could subtract', () => {
    expect(broken({ idea: 12, benefit: 6, risk: 1 })).toEqual({
      parts: [{ key: 'idea', count: 12 }],
      rest: 7,
    })
  })

  it('tells nothing of a whole that is small', () => {
    expect(broken({ idea: 4 })).toBeNull()
    expect(broken({})).toBeNull()
  })

  it('never tells fewer than five, and always the whole', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 20 }), { maxLength: 8 }), numbers => {
        const counts = new Map(numbers.map((count, place) => [`key ${place}`, count]))
        const whole = numbers.reduce((a, b) => a + b, 0)
        const told = breakDown(counts)
        if (told === null) return whole < 5
        const shown = [...told.parts.map(({ count }) => count), told.rest].filter(count => count > 0)
        return shown.every(count => count >= 5) && shown.reduce((a, b) => a + b, 0) === whole
      }),
    )
  })
})

it('a tally counts, in the order of the keys', () => {
  expect([...tally(['b', 'a', 'b'])]).toEqual([
    ['a', 1],
    ['b', 2],
  ])
})
