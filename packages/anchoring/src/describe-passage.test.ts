import { contextLength } from '@randnotiz/contract/annotations/target'
import { describe, expect, it } from 'vitest'
import { describePassage } from './describe-passage.js'
import { fitOf } from './text-range.js'

describe('describing a passage', () => {
  it('quotes it with its surroundings', () => {
    const text = `${'a'.repeat(200)}Radweg${'b'.repeat(200)}`
    const quote = describePassage(text, { start: 200, end: 206 })
    expect(quote).toEqual({
      exact: 'Radweg',
      prefix: 'a'.repeat(contextLength),
      suffix: 'b'.repeat(contextLength),
    })
  })

  it('is short of context at the ends of the text', () => {
    expect(describePassage('Rad', { start: 0, end: 3 })).toEqual({ exact: 'Rad', prefix: '', suffix: '' })
  })

  it('never cuts a character of the context', () => {
    const text = `${'🚲'.repeat(100)}x${'🚲'.repeat(100)}`
    const quote = describePassage(`-${text}-`, { start: 201, end: 202 })
    for (const context of [quote.prefix, quote.suffix]) expect(context).not.toMatch(/\p{Surrogate}/u)
    expect(quote.prefix.length).toBeGreaterThanOrEqual(contextLength - 1)
  })

  it('throws for a range that does not fit', () => {
    for (const range of [
      { start: 0, end: 0 },
      { start: 2, end: 1 },
      { start: -1, end: 1 },
      { start: 0, end: 4 },
      { start: 0.5, end: 2 },
      { start: Number.NaN, end: 2 },
    ])
      expect(() => describePassage('Rad', range)).toThrow(RangeError)
    expect(fitOf('🚲', { start: 1, end: 2 })).toBe('splits-character')
    expect(fitOf('🚲', { start: 0, end: 2 })).toBe('fits')
  })
})
