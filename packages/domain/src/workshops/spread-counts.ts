import type { TableCounts } from '@randnotiz/contract/workshops/hall'
import type { Choice, Choices, Vote } from '@randnotiz/contract/workshops/voting'

/**
 * The ballots of a table that has counted by hand: one for each of its people, so that quota, tally and recount are those
 * of every other ballot. Weight is dealt out in turn, which keeps every quota that can be kept: loads differ by one at
 * most. How much each of them gave to what is not known and not said; who is left without anything abstains. Null for
 * counts that so many people cannot have.
 */
export function spreadCounts(vote: Vote, counts: TableCounts, people: number): Choices[] | null {
  const known = new Set(vote.options.map(({ id }) => id))
  const { most, perOption } = vote.rule
  const named = new Set(counts.map(({ optionId }) => optionId))
  if (named.size !== counts.length || counts.some(({ optionId }) => !known.has(optionId))) return null
  if (counts.some(({ weight }) => weight > perOption * people)) return null
  if (counts.reduce((sum, { weight }) => sum + weight, 0) > most * people) return null
  const ballots = Array.from({ length: people }, (): Choice[] => [])
  let turn = 0
  for (const { optionId, weight } of counts)
    for (let dealt = 0; dealt < weight; dealt++) give(ballots[turn++ % people], optionId)
  return ballots
}

function give(ballot: Choice[] | undefined, optionId: Choice['optionId']): void {
  const known = ballot?.find(choice => choice.optionId === optionId)
  if (known) known.weight += 1
  else ballot?.push({ optionId, weight: 1 })
}

/** The other way round, for the table's own eyes. */
export function gatherCounts(ballots: readonly Choices[]): TableCounts {
  const sums = new Map<Choice['optionId'], number>()
  for (const choices of ballots)
    for (const { optionId, weight } of choices) sums.set(optionId, (sums.get(optionId) ?? 0) + weight)
  return [...sums].map(([optionId, weight]) => ({ optionId, weight }))
}
