import type { PollForm, StepPlan } from '@randnotiz/contract/workshops/agenda'
import { type BallotRule, OptionId, type Vote, type VoteOption } from '@randnotiz/contract/workshops/voting'

const oneChoice: BallotRule = { most: 1, perOption: 1 }

/**
 * The vote that a step opens: null for a step without one, `nothing` when there is nothing to choose between yet.
 * `found` are the contributions or groups a vote is about; polls bring their own options.
 */
export function voteOf(plan: StepPlan, found: readonly VoteOption[]): Vote | null | 'nothing' {
  switch (plan.kind) {
    case 'read':
    case 'gather':
    case 'group':
    case 'discussion':
    case 'announcement':
      return null
    case 'poll':
      return { ...voting(plan), rule: ruleOf(plan.poll), options: optionsOf(plan.poll) }
    case 'dotVote':
      return found.length === 0
        ? 'nothing'
        : { ...voting(plan), rule: { most: plan.dots, perOption: plan.perOption }, options: [...found] }
    case 'duel':
      return found.length < 2 ? 'nothing' : { ...voting(plan), rule: oneChoice, options: [...found] }
  }
}

const voting = ({ secrecy, hidden }: Pick<Vote, 'secrecy' | 'hidden'>) => ({ secrecy, hidden })

function ruleOf(poll: PollForm): BallotRule {
  return poll.form === 'multiple' ? { most: poll.most, perOption: 1 } : oneChoice
}

/** The points of a scale are options like others, named by their number. */
function optionsOf(poll: PollForm): VoteOption[] {
  if (poll.form !== 'scale') return poll.options.map(option => ({ ...option, annotationIds: [] }))
  return Array.from({ length: poll.points }, (_, at) => {
    const point = String(at + 1)
    const end = at === 0 ? poll.low : at === poll.points - 1 ? poll.high : null
    return {
      id: OptionId.parse(point),
      label: end === null ? point : `${point} · ${end}`,
      annotationIds: [],
    }
  })
}
