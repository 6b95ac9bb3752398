import { type DeskQuery, DueFilter } from '@randnotiz/contract/answers/desk'
import type { OutlineEntry } from '@randnotiz/contract/documents/document'
import type { UserId } from '@randnotiz/contract/kit/ids'
import type { Said } from '@randnotiz/domain/answers/count-choices'
import { isDue } from '@randnotiz/domain/answers/due'
import { type DeskRow, workOf } from './desk-rows.js'

/** What the desk says for each of its choices how many it would find. */
export const choiceNames = ['state', 'document', 'kind', 'unit', 'due', 'outcome'] as const
export type ChoiceName = (typeof choiceNames)[number]

export type Circumstances = { today: string; person: UserId; chapters: readonly OutlineEntry[] }

export function saidOf(row: DeskRow, { today }: Pick<Circumstances, 'today'>): Said<ChoiceName> {
  const { point, candidate } = row
  const work = workOf(row)
  // What is answered is not overdue any more.
  const dues = row.answered ? [] : DueFilter.options.filter(due => isDue(point.dueOn, due, today))
  return {
    state: [work.state],
    document: [candidate.document.slug],
    kind: [candidate.annotation.kind],
    unit: [point.unit ?? 'none'],
    due: dues,
    outcome: 'answer' in work ? [work.answer.outcome.kind] : [],
  }
}

type Asking = Pick<DeskQuery, 'chapter' | 'unanswered' | 'mine'>

/** The choices that nothing is counted for. */
export function isAsked(query: Asking, circumstances: Circumstances): (row: DeskRow) => boolean {
  const { person, chapters } = circumstances
  const chapter = chapters.find(({ blockId }) => blockId === query.chapter)
  return row => {
    const { annotation, order } = row.candidate
    if (query.chapter !== undefined && !(chapter && order.isIn(annotation, chapter))) return false
    if (query.unanswered && row.answered) return false
    return !query.mine || isOf(row, person)
  }
}

function isOf(row: DeskRow, person: UserId): boolean {
  const work = workOf(row)
  return row.point.assigneeId === person || ('writtenBy' in work && work.writtenBy === person)
}
