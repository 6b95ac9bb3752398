import { describe, expect, it } from 'vitest'
import { fold, foldText, unfold } from './fold.js'

describe('folding', () => {
  it('takes away what typists and imports change', () => {
    expect(foldText('„Smart\u00adcity“ –\u00a0so\u2028  geht’s …')).toBe('"Smartcity" - so geht\'s ...')
    expect(foldText('Bu\u0308rger')).toBe(foldText('Bürger'))
    expect(foldText('A\u200bB\ufeffC\u2060D')).toBe('ABCD')
  })

  it('moves sharp s only where both spellings are one word', () => {
    expect(foldText('daß er muß, wußte')).toBe('dass er muss, wusste')
    expect(foldText('Maße')).not.toBe(foldText('Masse'))
    expect(foldText('Buße')).not.toBe(foldText('Busse'))
  })

  it('keeps capitals', () => {
    expect(foldText('Weise')).not.toBe(foldText('weise'))
  })

  it('leads back to whole characters of the original', () => {
    const text = 'Die „Bu\u0308r\u00adger“ \n\n sagen\u2026 daß'
    const folded = fold(text)
    const found = folded.text.indexOf('Bürger')
    expect(unfold(folded, { start: found, end: found + 'Bürger'.length })).toEqual({ start: 5, end: 13 })
    const space = folded.text.indexOf(' sagen')
    expect(unfold(folded, { start: space, end: space + 6 })).toEqual({ start: 14, end: 23 })
    const dots = folded.text.indexOf('...')
    expect(unfold(folded, { start: dots, end: dots + 1 })).toEqual({ start: 23, end: 24 })
    const sharp = folded.text.indexOf('dass')
    expect(unfold(folded, { start: sharp, end: sharp + 4 })).toEqual({ start: 25, end: 28 })
  })

  it('has as many places as units, in order, within the text', () => {
    const text = '🚲 „Größe“\u00ad — ẞ … \u1112\u1161\u11ab end'
    const folded = fold(text)
    expect(folded.starts).toHaveLength(folded.text.length)
    for (let unit = 0; unit < folded.text.length; unit++) {
      expect(folded.starts[unit]).toBeLessThan(folded.ends[unit] ?? 0)
      expect(folded.ends[unit]).toBeLessThanOrEqual(text.length)
      if (unit > 0) expect(folded.starts[unit]).toBeGreaterThanOrEqual(folded.starts[unit - 1] ?? 0)
    }
  })
})
