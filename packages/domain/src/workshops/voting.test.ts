import { OptionId, type Vote } from '@randnotiz/contract/workshops/voting'
import { describe, expect, it } from 'vitest'
import { isSameTally, isValidBallot, keepsQuota, tallyOf } from './voting.js'

const id = (name: string) => OptionId.parse(name)
const vote: Vote = {
  rule: { most: 3, perOption: 2 },
  options: ['paths', 'trees', 'benches'].map(name => ({ id: id(name), label: name, annotationIds: [] })),
  secrecy: 'confidential',
  hidden: true,
}
const dots = (...choices: [string, number][]) =>
  choices.map(([name, weight]) => ({ optionId: id(name), weight }))

describe('a ballot', () => {
  it.each([
    ['nothing at all', dots(), true],
    ['all dots, spread', dots(['paths', 2], ['trees', 1]), true],
    ['more dots than there are', dots(['paths', 2], ['trees', 2]), false],
    ['too many on one option', dots(['paths', 3]), false],
    ['one option twice', dots(['paths', 1], ['paths', 1]), false],
    ['something that is not there', dots(['roads', 1]), false],
  ])('with %s is judged as a whole', (_what, choices, valid) => {
    expect(isValidBallot(vote, choices)).toBe(valid)
  })

  it('that was fine may be too much after the quota was lowered', () => {
    expect(keepsQuota({ most: 2, perOption: 2 }, dots(['paths', 2], ['trees', 1]))).toBe(false)
  })
})

describe('a tally', () => {
  it('counts weights, voters and abstentions, in the order of the options', () => {
    expect(tallyOf(vote, [dots(['trees', 2]), dots(['trees', 1], ['paths', 1]), dots()])).toEqual({
      options: [
        { optionId: 'paths', weight: 1, voters: 1 },
        { optionId: 'trees', weight: 3, voters: 2 },
        { optionId: 'benches', weight: 0, voters: 0 },
      ],
      cast: 3,
    })
  })

  it('differs when anything differs', () => {
    const one = tallyOf(vote, [dots(['trees', 2])])
    expect(isSameTally(one, tallyOf(vote, [dots(['trees', 2])]))).toBe(true)
    expect(isSameTally(one, tallyOf(vote, [dots(['trees', 1])]))).toBe(false)
    expect(isSameTally(one, tallyOf(vote, [dots(['trees', 2]), dots()]))).toBe(false)
  })
})
