import type { DeskQuery } from '@randnotiz/contract/answers/desk'
import type { UserId } from '@randnotiz/contract/kit/ids'
import { isDue } from '@randnotiz/domain/answers/due'
import type { Candidate } from '../../annotations/index.js'
import type { Groups, Lead } from '../groups.js'
import type { CaseSummary, PointRecord } from '../storage/record.js'

/** A point with its contribution, before anybody sees it. */
export type DeskRow = {
  candidate: Candidate
  record: CaseSummary
  point: PointRecord
  lead: Lead | undefined
  /** Whether everybody reads an answer to it. */
  answered: boolean
}

/** Every point of every contribution. */
export function rowsOf(
  candidates: readonly Candidate[],
  { caseOf, groups }: { caseOf(candidate: Candidate): CaseSummary; groups: Groups },
): DeskRow[] {
  return candidates.flatMap(candidate => {
    const record = caseOf(candidate)
    const answered = new Set(candidate.annotation.answer?.points.map(({ number }) => number))
    return record.points.map(point => ({
      candidate,
      record,
      point,
      lead: groups.leadOf({ annotationId: record._id, number: point.number }),
      answered: answered.has(point.number),
    }))
  })
}

export const workOf = ({ lead, point }: DeskRow) => (lead?.point ?? point).work

export type Circumstances = { today: string; person: UserId }

/** Everything that a desk is filtered by but the state, so that each state can say how many it would show. */
export function matches(query: DeskQuery, { today, person }: Circumstances): (row: DeskRow) => boolean {
  return row => {
    const { point, candidate } = row
    const work = workOf(row)
    if (query.kind !== undefined && candidate.annotation.kind !== query.kind) return false
    if (query.unit !== undefined && (point.unit ?? 'none') !== query.unit) return false
    if (query.due !== undefined && !isOpenAndDue(row, query.due, today)) return false
    if (query.unanswered && row.answered) return false
    if (query.outcome !== undefined && outcomeOf(row) !== query.outcome) return false
    if (!query.mine) return true
    return point.assigneeId === person || ('writtenBy' in work && work.writtenBy === person)
  }
}

/** What is answered is not overdue any more. */
function isOpenAndDue(row: DeskRow, due: NonNullable<DeskQuery['due']>, today: string): boolean {
  return !row.answered && isDue(row.point.dueOn, due, today)
}

function outcomeOf(row: DeskRow) {
  const work = workOf(row)
  return 'answer' in work ? work.answer.outcome.kind : undefined
}

type Compare = (a: DeskRow, b: DeskRow) => number

const never = '9999-99-99'

/** Every order ends with the same, so that no two rows change places between two pages. */
export function comparing(
  order: DeskQuery['order'],
  byPassage: (a: Candidate, b: Candidate) => number,
): Compare {
  const oldestFirst: Compare = (a, b) =>
    a.candidate.annotation.createdAt.localeCompare(b.candidate.annotation.createdAt)
  const last: Compare = (a, b) => byPassage(a.candidate, b.candidate) || a.point.number - b.point.number
  switch (order) {
    case 'passage':
      return last
    case 'due':
      return (a, b) =>
        (a.point.dueOn ?? never).localeCompare(b.point.dueOn ?? never) || oldestFirst(a, b) || last(a, b)
    case 'supported':
      return (a, b) => supportOf(b) - supportOf(a) || oldestFirst(a, b) || last(a, b)
    case 'waiting':
    case undefined:
      return (a, b) => oldestFirst(a, b) || last(a, b)
  }
}

const supportOf = ({ candidate: { annotation } }: DeskRow) =>
  annotation.support.kind === 'shown' ? annotation.support.count : 0
