import type { Choices, Tally, Vote } from '@randnotiz/contract/workshops/voting'
import { tallyOf } from '@randnotiz/domain/workshops/voting'
import type { BallotStore, Poll } from '../storage/ballot-store.js'

/** The standing, as the database adds it up: fast enough to be shown while people vote. */
export async function countInDatabase(ballots: BallotStore, poll: Poll, vote: Vote): Promise<Tally> {
  const { cast, sums } = await ballots.sums(poll)
  const byOption = new Map(sums.map(sum => [sum.optionId, sum]))
  return {
    cast,
    options: vote.options.map(({ id }) => {
      const { weight, voters } = byOption.get(id) ?? { weight: 0, voters: 0 }
      return { optionId: id, weight, voters }
    }),
  }
}

/** The recount: every ballot read and counted by the rule of the domain, independently of the database's sums. */
export async function countByHand(ballots: BallotStore, poll: Poll, vote: Vote): Promise<Tally> {
  const all: Choices[] = []
  for await (const choices of ballots.choicesOf(poll)) all.push(choices)
  return tallyOf(vote, all)
}
