import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acceptanceOf, hunksBetween, withHunks } from './proposal.js'

const before = 'Die Stadt baut zwölf Bänke am Markt.'
const proposed = 'Die Stadt baut zwanzig Bänke aus Holz am Markt.'

describe('the changes of a proposal', () => {
  it('lead from one wording to the other, whatever they are', () => {
    const words = fc
      .array(fc.constantFrom('Bank', 'Baum', 'rot', ',', 'am'), { maxLength: 12 })
      .map(list => list.join(' '))
    fc.assert(fc.property(words, words, (old, fresh) => withHunks(old, hunksBetween(old, fresh)) === fresh))
  })

  it('can be made one by one', () => {
    const [first, second] = hunksBetween(before, proposed)
    expect(first && withHunks(before, [first])).toBe('Die Stadt baut zwanzig Bänke am Markt.')
    expect(second && withHunks(before, [second])).toBe('Die Stadt baut zwölf Bänke aus Holz am Markt.')
  })
})

describe('a proposal is accepted', () => {
  const accepted = (wording: string) => acceptanceOf({ before, proposed, wording })
  it('as a whole, partly, or in other words', () => {
    expect(accepted(`${proposed} `)).toBe('whole')
    expect(accepted('Die Stadt baut zwanzig Bänke am Markt.')).toBe('partly')
    expect(accepted('Die Stadt baut dreißig Bänke aus Holz am Markt.')).toBe('changed')
  })
})
