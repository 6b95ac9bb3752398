import type { ModerationNumbers } from '@randnotiz/contract/annotations/moderation/numbers'
import { HouseRule } from '@randnotiz/contract/annotations/publication'
import { median } from '@randnotiz/domain/annotations/moderation/median'
import type { ModerationParts } from '../parts.js'
import type { DecisionRecord } from '../storage/decision-store.js'
import type { ReportRecord } from '../storage/report-store.js'

/** What moderation did in a year, as the Digital Services Act (Art. 15) wants it told. */
export async function countModeration(parts: ModerationParts, year: number): Promise<ModerationNumbers> {
  const from = new Date(Date.UTC(year, 0, 1))
  const to = new Date(Date.UTC(year + 1, 0, 1))
  const [decisions, reports, contributions, held] = await Promise.all([
    parts.decisions.between(from, to),
    parts.reports.between(from, to),
    parts.publications.countBetween(from, to),
    parts.auditLog.count('held', from, to),
  ])
  const objections = [...decisions, ...reports].flatMap(({ objection }) => objection ?? [])
  return {
    year,
    contributions,
    held,
    ...countReports(reports),
    ...countDecisions(decisions),
    ...countObjections(objections),
  }
}

function countReports(reports: readonly ReportRecord[]) {
  const inState = (state: ReportRecord['state']) => reports.filter(report => report.state === state).length
  const hours = reports.flatMap(({ createdAt, decidedAt }) =>
    decidedAt === null ? [] : [(decidedAt.getTime() - createdAt.getTime()) / 3_600_000],
  )
  const middle = median(hours)
  return {
    reports: reports.length,
    reportsActedOn: inState('acted'),
    reportsNotActedOn: inState('not-acted'),
    reportsOpen: inState('open'),
    medianHoursToDecision: middle === null ? null : Math.round(middle * 10) / 10,
  }
}

function countDecisions(decisions: readonly DecisionRecord[]) {
  const ofKind = (kind: DecisionRecord['verdict']['kind']) =>
    decisions.filter(({ verdict }) => verdict.kind === kind).length
  return {
    decisions: decisions.length,
    approved: ofKind('approve'),
    hidden: ofKind('hide'),
    restored: ofKind('restore'),
    hiddenByRule: HouseRule.options.map(rule => ({
      rule,
      count: decisions.filter(({ verdict }) => verdict.kind === 'hide' && verdict.rule === rule).length,
    })),
  }
}

type Objected = Pick<NonNullable<DecisionRecord['objection']>, 'state'>

/** Of authors, and of whoever reported. */
function countObjections(objections: readonly Objected[]) {
  return {
    objections: objections.length,
    objectionsUpheld: objections.filter(({ state }) => state === 'upheld').length,
    objectionsReversed: objections.filter(({ state }) => state === 'reversed').length,
  }
}

/** Two columns, by RFC 4180. */
export function numbersAsCsv(numbers: ModerationNumbers): string {
  const { hiddenByRule, ...rest } = numbers
  const rows = [
    ['number', 'value'],
    ...Object.entries(rest).map(([name, value]) => [name, value === null ? '' : String(value)]),
    ...hiddenByRule.map(({ rule, count }) => [`hidden: ${rule}`, String(count)]),
  ]
  return rows.map(row => `${row.join(',')}\r\n`).join('')
}
