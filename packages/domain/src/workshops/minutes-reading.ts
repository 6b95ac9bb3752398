import type { Contribution } from '@randnotiz/contract/workshops/contributions'
import type { Minutes, StepMinutes } from '@randnotiz/contract/workshops/minutes'
import type { Round } from '@randnotiz/contract/workshops/session'
import type { OptionId } from '@randnotiz/contract/workshops/voting'

/** What stands under a gathering: where its contributions were sorted later, those that no group has taken. */
export type UnderGathering = {
  /** The step whose groups have the others, and how many those are; null when nothing was sorted. */
  sorted: { title: string; count: number } | null
  rest: Contribution[]
}

/** Nothing is told twice: what stands in groups stands there. */
export function underGathering({ steps }: Pick<Minutes, 'steps'>, step: StepMinutes): UnderGathering {
  const inGroups = new Map<string, string>()
  for (const { title, groups } of steps)
    for (const { contributions } of groups) for (const { id } of contributions) inGroups.set(id, title)
  const [first] = step.contributions.filter(({ id }) => inGroups.has(id))
  if (first === undefined) return { sorted: null, rest: step.contributions }
  const rest = step.contributions.filter(({ id }) => !inGroups.has(id))
  const count = step.contributions.length - rest.length
  return { sorted: { title: inGroups.get(first.id) ?? '', count }, rest }
}

/** The options with the most weight; several when they are level, none when nobody has chosen anything. */
export function leadingOptions({ result }: Pick<Round, 'result'>): OptionId[] {
  const options = result?.tally.options ?? []
  const most = Math.max(0, ...options.map(({ weight }) => weight))
  return most === 0 ? [] : options.filter(({ weight }) => weight === most).map(({ optionId }) => optionId)
}

export type SplitOutcomes = {
  agreed: Minutes['outcomes']
  open: Minutes['outcomes']
  done: Minutes['outcomes']
}

/** By what is still to be done; what is due first comes first there. */
export function splitOutcomes({ outcomes }: Pick<Minutes, 'outcomes'>): SplitOutcomes {
  const by = (state: string) => outcomes.filter(outcome => outcome.state === state)
  const open = by('open').toSorted((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'))
  return { agreed: by('agreed'), open, done: by('done') }
}
