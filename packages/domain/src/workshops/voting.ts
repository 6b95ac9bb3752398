import type { AgendaItem, Round } from '@randnotiz/contract/workshops/session'
import type { BallotRule, Choices, OptionId, Tally, Vote } from '@randnotiz/contract/workshops/voting'
import { sealGraceMs } from './step-time.js'

/** Whether a whole choice keeps the rule: known options, each once, no more weight than allowed. Nothing is an abstention. */
export function isValidBallot(vote: Vote, choices: Choices): boolean {
  const known = new Set(vote.options.map(option => option.id))
  const chosen = new Set(choices.map(choice => choice.optionId))
  if (chosen.size !== choices.length || choices.some(({ optionId }) => !known.has(optionId))) return false
  return keepsQuota(vote.rule, choices)
}

/** A quota that was lowered asks people to take something back; their ballot is never cut silently. */
export function keepsQuota(rule: BallotRule, choices: Choices): boolean {
  const total = choices.reduce((sum, { weight }) => sum + weight, 0)
  return total <= rule.most && choices.every(({ weight }) => weight <= rule.perOption)
}

/** Counts ballots; the order of the options is that of the vote. Choices for anything else are not counted. */
export function tallyOf(vote: Vote, ballots: Iterable<Choices>): Tally {
  const weights = new Map<OptionId, { weight: number; voters: number }>(
    vote.options.map(option => [option.id, { weight: 0, voters: 0 }]),
  )
  let cast = 0
  for (const choices of ballots) {
    cast += 1
    for (const { optionId, weight } of choices) {
      const sum = weights.get(optionId)
      if (!sum) continue
      sum.weight += weight
      sum.voters += 1
    }
  }
  return { options: [...weights].map(([optionId, sum]) => ({ optionId, ...sum })), cast }
}

export function isSameTally(one: Tally, other: Tally): boolean {
  if (one.cast !== other.cast || one.options.length !== other.options.length) return false
  return one.options.every((option, at) => {
    const same = other.options[at]
    return (
      same?.optionId === option.optionId && same.weight === option.weight && same.voters === option.voters
    )
  })
}

/** The round that runs or ran last; null before the first opening. */
export function lastRound(item: AgendaItem): Round | null {
  return item.rounds.at(-1) ?? null
}

/**
 * Whether ballots of this round are taken now: while the step is open, and for a moment after the seal, for those that
 * were under way. Nothing is taken while the step is held.
 */
export function takesBallots(item: AgendaItem, round: number, now: Date): boolean {
  const last = lastRound(item)
  if (last === null || last.number !== round || last.vote === null) return false
  switch (item.status.state) {
    case 'open':
      return true
    case 'sealed':
      return now.getTime() <= (graceEndsAt(item) ?? Number.NEGATIVE_INFINITY)
    default:
      return false
  }
}

/** Until when ballots that were under way at the seal are taken, in milliseconds since 1970; null when none are. */
export function graceEndsAt(item: AgendaItem): number | null {
  const last = lastRound(item)
  if (item.status.state !== 'sealed' || last === null || last.vote === null || last.sealedAt === null)
    return null
  return Date.parse(last.sealedAt) + sealGraceMs
}
