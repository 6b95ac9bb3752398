import type { ModerationParts } from './parts.js'
import type { ReportRecord } from './storage/report-store.js'
import { tellReporter } from './tell-reporter.js'

/**
 * Notes what happened to the objection of whoever reported, and tells them once it is decided. Each step can be repeated,
 * and the mark goes last.
 */
export async function carryOutReportObjection(parts: ModerationParts, report: ReportRecord): Promise<void> {
  const { _id: id, annotationId, replyId, personId, objection } = report
  if (objection === null) return
  const subject = { annotationId, replyId }
  const { at, text, state, decidedAt, decidedBy, reason } = objection
  const made = { at, actorId: personId, action: 'report-objected', subject, why: text } as const
  await parts.auditLog.note({ key: `report-objected:${id}`, ...made })
  if (state !== 'open' && decidedAt !== null) {
    const action = state === 'upheld' ? 'report-objection-upheld' : 'report-objection-reversed'
    const decided = { at: decidedAt, actorId: decidedBy, action, subject, why: reason } as const
    await parts.auditLog.note({ key: `report-objection:${id}`, ...decided })
    await tellReporter(parts, report)
  }
  await parts.reports.finish(id)
}
