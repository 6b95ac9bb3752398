import { describe, expect, it } from 'vitest'
import { type Arrival, countLinks, holdReasons, usualSettings, wordsFound } from './hold-rules.js'

const plain: Arrival = { texts: ['Hier fehlt eine Bank.'], phase: 'after', publishedBefore: 3, recent: 1 }

describe('what is looked at first', () => {
  it('is nothing of an ordinary contribution', () => {
    expect(holdReasons(plain, usualSettings)).toEqual([])
  })

  it('is everything where the phase says so', () => {
    expect(holdReasons({ ...plain, phase: 'before' }, usualSettings)).toEqual([{ rule: 'phase' }])
  })

  it('has all of its reasons, each with what explains it', () => {
    const settings = { ...usualSettings, words: ['Idiot'], holdFirst: true }
    const arrival: Arrival = {
      texts: ['Du Idiot! https://a.example www.b.example', 'http://c.example'],
      phase: 'before',
      publishedBefore: 0,
      recent: 21,
    }
    expect(holdReasons(arrival, settings)).toEqual([
      { rule: 'phase' },
      { rule: 'links', links: 3 },
      { rule: 'words', words: ['Idiot'] },
      { rule: 'rate', count: 21, minutes: 10 },
      { rule: 'first' },
    ])
  })

  it('is not a matter of rules that are switched off', () => {
    const off = { ...usualSettings, linksAllowed: null, rate: null }
    const busy = { ...plain, texts: ['www.a.example '.repeat(9)], recent: 99, publishedBefore: 0 }
    expect(holdReasons(busy, off)).toEqual([])
  })
})

describe('words of the list', () => {
  it.each(['IDIOT', 'Idïot', 'i d i o t', '1d1ot', 'id\u200biot', 'so ein Idiot!'])(
    'are found in %j',
    text => {
      expect(wordsFound([text], ['Idiot'])).toEqual(['Idiot'])
    },
  )

  it('are words, not parts of words; also several in a row', () => {
    expect(wordsFound(['Patriotidiotismus', 'Klasse'], ['Idiot', 'lasse'])).toEqual([])
    expect(wordsFound(['Das ist fake  NEWS.'], ['Fake News'])).toEqual(['Fake News'])
    expect(wordsFound(['Beliebig'], ['', '!!'])).toEqual([])
  })
})

describe('links', () => {
  it('are counted with and without scheme, and figures are none', () => {
    expect(countLinks(['siehe https://a.example/x?y, www.b.example und billig-kaufen.shop'])).toBe(3)
    expect(countLinks(['am 3.5. um 10.30 Uhr, z.B. im Rathaus, Abs.2'])).toBe(0)
  })
})
