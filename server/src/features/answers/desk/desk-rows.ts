import type { DeskQuery } from '@randnotiz/contract/answers/desk'
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

type Compare = (a: DeskRow, b: DeskRow) => number

const never = '9999-99-99'

/** Every order ends with the same, so that no two rows change places between two pages. */
export function comparing(
  order: DeskQuery['order'],
  byPassage: (a: Candidate, b: Candidate) => number,
): Compare {
  const oldestFirst: Compare = (a, b) =>
    compare(a.candidate.annotation.createdAt, b.candidate.annotation.createdAt)
  const last: Compare = (a, b) => byPassage(a.candidate, b.candidate) || a.point.number - b.point.number
  switch (order) {
    case 'passage':
      return last
    case 'due':
      return (a, b) =>
        compare(a.point.dueOn ?? never, b.point.dueOn ?? never) || oldestFirst(a, b) || last(a, b)
    case 'supported':
      return (a, b) => supportOf(b) - supportOf(a) || oldestFirst(a, b) || last(a, b)
    case 'waiting':
    case undefined:
      return (a, b) => oldestFirst(a, b) || last(a, b)
  }
}

/** Days and moments: by their signs, which `localeCompare` would take much longer for. */
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const supportOf = ({ candidate: { annotation } }: DeskRow) =>
  annotation.support.kind === 'shown' ? annotation.support.count : 0
