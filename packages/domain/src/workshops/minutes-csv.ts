import type { Minutes, StepMinutes } from '@randnotiz/contract/workshops/minutes'
import { csvLine } from '../annotations/exchange/csv.js'

const columns = [
  'step',
  'kind',
  'state',
  'plannedMinutes',
  'actualMinutes',
  'row',
  'round',
  'label',
  'text',
  'weight',
  'voters',
  'cast',
  'eligible',
  'late',
  'secrecy',
  'admission',
  'annotationId',
  'owner',
  'dueOn',
] as const

type Cells = Partial<Record<(typeof columns)[number], string | number | null>>

const line = (cells: Cells) => csvLine(columns.map(column => cells[column] ?? null))

/**
 * The results of a session as one table: a row for each contribution, each group, each option of each round, each
 * conclusion, and each outcome with whoever looks after it and until when. Columns keep their names in every language, so that a script can read it.
 */
export function minutesCsv(minutes: Minutes): string {
  const titles = new Map(minutes.steps.map(({ id, title }) => [id, title]))
  const outcomes = minutes.outcomes.map(({ stepId, words: text, state: label, owner, dueOn }) =>
    line({
      step: stepId === null ? null : (titles.get(stepId) ?? null),
      row: 'outcome',
      ...{ label, text, owner, dueOn },
    }),
  )
  return csvLine(columns) + minutes.steps.map(step => linesOf(step, minutes)).join('') + outcomes.join('')
}

function linesOf(step: StepMinutes, { admission }: Minutes): string {
  const { title, kind, state, plannedMinutes, actualMinutes } = step
  const common: Cells = { step: title, kind, state, plannedMinutes, actualMinutes }
  const said = step.contributions.map(({ id, kind: label, body, replacement }) =>
    line({ ...common, row: 'contribution', label, text: replacement ?? body, annotationId: id }),
  )
  const groups = step.groups.flatMap(group =>
    group.contributions.map(({ id, body }) =>
      line({ ...common, row: 'grouped', label: group.title, text: body, annotationId: id }),
    ),
  )
  const votes = step.rounds.flatMap(({ number, vote, result }) => {
    if (vote === null || result === null) return []
    const { cast } = result.tally
    const { eligible, late } = result
    const of = {
      ...common,
      row: 'option',
      round: number,
      cast,
      eligible,
      late,
      admission,
      secrecy: vote.secrecy,
    }
    return vote.options.map(({ id, label }) => {
      const sum = result.tally.options.find(({ optionId }) => optionId === id)
      return line({ ...of, label, weight: sum?.weight ?? 0, voters: sum?.voters ?? 0 })
    })
  })
  const conclusion =
    step.conclusion === null ? [] : [line({ ...common, row: 'conclusion', text: step.conclusion })]
  const alone = [...said, ...groups, ...votes, ...conclusion]
  return alone.length > 0 ? alone.join('') : line({ ...common, row: 'step' })
}
