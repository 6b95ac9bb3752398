import { describe, expect, it } from 'vitest'
import { codePointsOf, fromCodePoints, toCodePoints } from './code-points.js'

/** The slow way: the string's own iterator. */
const slowly = (text: string, offset: number) => [...text.slice(0, offset)].length

const texts = ['', 'Bank', 'Ein 🚲 am Bahnhof 👩‍👩‍👧 und 𝔅äume', '🚲🚲🚲', 'a\ud83d halb \udeb2 b 🚲']

describe('offsets in code points', () => {
  it.each(texts)('count the characters of "%s" one by one', text => {
    const points = codePointsOf(text)
    for (let offset = 0; offset <= text.length; offset++) {
      if (points.pairs.includes(offset - 1)) continue
      expect(toCodePoints(points, offset)).toBe(slowly(text, offset))
      expect(fromCodePoints(points, slowly(text, offset))).toBe(offset)
    }
    expect(fromCodePoints(points, [...text].length + 1)).toBeNull()
  })

  it('never end inside a character', () => {
    const text = 'x🚲y'
    expect([0, 1, 2, 3].map(offset => fromCodePoints(codePointsOf(text), offset))).toEqual([0, 1, 3, 4])
  })

  it('are whole numbers within the text', () => {
    for (const offset of [-1, 0.5, Number.NaN, 1e300])
      expect(fromCodePoints(codePointsOf('Bank'), offset)).toBeNull()
  })
})
