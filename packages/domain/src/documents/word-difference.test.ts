import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordDifference } from './word-difference.js'

const show = (before: string, after: string) =>
  wordDifference(before, after)
    .map(({ kind, text }) => ({ same: text, removed: `[-${text}-]`, added: `{+${text}+}` })[kind])
    .join('')

describe('the difference of two texts, word by word', () => {
  it.each([
    ['Am Markt fehlen Bäume.', 'Am Markt fehlen Bäume.', 'Am Markt fehlen Bäume.'],
    ['Am Markt fehlen Bäume.', 'Am Markt fehlen viele Bäume.', 'Am Markt fehlen {+viele +}Bäume.'],
    ['Am Markt fehlen Bäume.', 'Am Markt stehen Büsche.', 'Am Markt [-fehlen Bäume-]{+stehen Büsche+}.'],
    ['Alles weg.', '', '[-Alles weg.-]'],
    ['', 'Alles neu.', '{+Alles neu.+}'],
    ['eins zwei drei', 'zwei drei vier', '[-eins -]zwei drei{+ vier+}'],
  ])('from %j to %j', (before, after, expected) => {
    expect(show(before, after)).toBe(expected)
  })

  it('always holds both texts', () => {
    const text = fc
      .array(fc.constantFrom('der', 'die', ' ', ', ', '.', '\n', 'Rat', '🚲'))
      .map(words => words.join(''))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = wordDifference(before, after)
        const without = (kind: string) =>
          parts
            .filter(part => part.kind !== kind)
            .map(part => part.text)
            .join('')
        return without('added') === before && without('removed') === after
      }),
    )
  })

  it('takes a long text that is all new as a whole', () => {
    const words = (word: string) => Array.from({ length: 3_000 }, (_, number) => `${word}${number}`).join(' ')
    expect(wordDifference(words('a'), words('b')).map(part => part.kind)).toEqual(['removed', 'added'])
  })
})
