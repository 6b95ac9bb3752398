import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import { queueChanged } from '@randnotiz/contract/annotations/moderation/messages'
import type { ReportView } from '@randnotiz/contract/annotations/moderation/report'
import type { ModerationReportId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { may } from '@randnotiz/domain/accounts/permissions'
import { personIdOf } from '@randnotiz/domain/accounts/person'
import { mayDecideObjection, reporterObjectUntil } from '@randnotiz/domain/annotations/moderation/objections'
import { moderatorsRoom } from '../carry-out.js'
import { carryOutReportObjection } from '../carry-out-report-objection.js'
import type { ModerationParts } from '../parts.js'
import { viewReport } from '../report-view.js'
import { typedCode } from './report-contribution.js'

/** Whoever reported words that were left public asks that another person looks; the code is their proof. */
export async function objectToReportDecision(
  parts: ModerationParts,
  { code, text }: { code: string; text: string },
): Promise<Result<ReportView>> {
  const report = await parts.reports.byCode(typedCode(code))
  if (report === null) return refuse('moderation/unknown')
  const now = parts.clock.now()
  const objected = report.objection !== null
  if (reporterObjectUntil({ ...report, objected }, now) === null) return refuse('moderation/objection-closed')
  if (!(await parts.reports.object(report._id, { text, at: now })))
    return refuse('moderation/objection-closed')
  await finish(parts, report._id)
  return viewReport(parts, await parts.reports.byId(report._id))
}

type Upheld = { reportId: ModerationReportId; reason: string }

/** Another moderator than the one who left the words public finds so too, and says why. */
export async function upholdReportDecision(
  parts: ModerationParts,
  { reportId, reason }: Upheld,
  viewer: Viewer,
): Promise<Result<null>> {
  const refusal = may(viewer, 'annotation:moderate')
  const by = personIdOf(viewer)
  if (refusal !== null || by === null) return refuse(refusal ?? 'accounts/sign-in-required')
  const report = await parts.reports.byId(reportId)
  const decision = report?.decisionId ? await parts.decisions.byId(report.decisionId) : null
  if (report === null || decision === null || report.objection === null) return refuse('moderation/unknown')
  if (!mayDecideObjection(decision, by)) return refuse('moderation/own-decision')
  if (!(await parts.reports.uphold(reportId, { by, at: parts.clock.now(), reason })))
    return refuse('moderation/changed-meanwhile')
  await finish(parts, reportId)
  return accept(null)
}

async function finish(parts: ModerationParts, id: ModerationReportId): Promise<void> {
  const report = await parts.reports.byId(id)
  if (report !== null) await carryOutReportObjection(parts, report)
  parts.realtime.announce(queueChanged, moderatorsRoom, {})
}
