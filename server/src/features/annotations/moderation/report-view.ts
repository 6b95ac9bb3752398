import type { ReportView } from '@randnotiz/contract/annotations/moderation/report'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { reporterObjectUntil } from '@randnotiz/domain/annotations/moderation/objections'
import type { ModerationParts } from './parts.js'
import type { ReportRecord } from './storage/report-store.js'

/** A report as whoever holds its code sees it: what came of it, and nothing about who decided. */
export async function viewReport(
  parts: Pick<ModerationParts, 'documentLink' | 'clock'>,
  report: ReportRecord | null,
): Promise<Result<ReportView>> {
  const document = report && (await parts.documentLink(report.documentId))
  if (!report || !document) return refuse('moderation/unknown')
  const { rule, explanation, createdAt, state, decidedAt, objection } = report
  const until = reporterObjectUntil({ state, decidedAt, objected: objection !== null }, parts.clock.now())
  return accept({
    document,
    rule,
    explanation,
    createdAt: createdAt.toISOString(),
    state:
      state === 'open' || decidedAt === null
        ? { state: 'open' }
        : { state: 'decided', result: state, at: decidedAt.toISOString() },
    objection: objectionOf(objection),
    mayObjectUntil: until?.toISOString() ?? null,
  })
}

function objectionOf(objection: ReportRecord['objection']): ReportView['objection'] {
  if (objection === null) return null
  const { state, text, at, decidedAt, reason } = objection
  const outcome =
    state === 'open' || decidedAt === null ? null : { result: state, reason, at: decidedAt.toISOString() }
  return { text, at: at.toISOString(), outcome }
}
