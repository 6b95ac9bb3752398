import { OptionId, Vote } from '@randnotiz/contract/workshops/voting'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gatherCounts, spreadCounts } from './spread-counts.js'
import { isValidBallot } from './voting.js'

const ids = ['a', 'b', 'c', 'd'].map(id => OptionId.parse(id))
const voteWith = (most: number, perOption: number) =>
  Vote.parse({
    rule: { most, perOption },
    options: ids.map(id => ({ id, label: id, annotationIds: [] })),
    secrecy: 'secret',
    hidden: true,
  })
const counts = (...weights: number[]) =>
  weights.flatMap((weight, at) => {
    const optionId = ids[at]
    return weight > 0 && optionId ? [{ optionId, weight }] : []
  })

const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31)

describe('the ballots of a table', () => {
  it('are one for each of its people, and whoever is not counted abstains', () => {
    const ballots = spreadCounts(voteWith(1, 1), counts(3, 2), 8)
    expect(ballots).toHaveLength(8)
    expect(ballots?.filter(({ length }) => length === 0)).toHaveLength(3)
  })

  it('are none for more than so many people can have given', () => {
    expect(spreadCounts(voteWith(1, 1), counts(5, 4), 8)).toBeNull()
    expect(spreadCounts(voteWith(3, 2), counts(17), 8)).toBeNull()
    expect(spreadCounts(voteWith(1, 1), [{ optionId: OptionId.parse('z'), weight: 1 }], 8)).toBeNull()
    expect(spreadCounts(voteWith(1, 1), [...counts(1), ...counts(1)], 8)).toBeNull()
  })

  it(`keep every rule, and add up to what was counted (FUZZ_SEED=${seed})`, () => {
    const weight = fc.integer({ min: 0, max: 40 })
    const cases = fc.record({
      people: fc.integer({ min: 2, max: 20 }),
      most: fc.integer({ min: 1, max: 12 }),
      perOption: fc.integer({ min: 1, max: 12 }),
      weights: fc.array(weight, { minLength: 4, maxLength: 4 }),
    })
    fc.assert(
      fc.property(cases, ({ people, most, perOption, weights }) => {
        const vote = voteWith(most, Math.min(most, perOption))
        const counted = counts(...weights)
        const total = weights.reduce((sum, one) => sum + one, 0)
        const isPossible =
          total <= vote.rule.most * people && weights.every(one => one <= vote.rule.perOption * people)
        const ballots = spreadCounts(vote, counted, people)
        expect(ballots !== null).toBe(isPossible)
        if (ballots === null) return
        expect(ballots.every(choices => isValidBallot(vote, choices))).toBe(true)
        const sums = new Map(gatherCounts(ballots).map(one => [one.optionId, one.weight]))
        expect(counted.every(({ optionId, weight }) => sums.get(optionId) === weight)).toBe(true)
      }),
      { seed, numRuns: 500 },
    )
  })
})
