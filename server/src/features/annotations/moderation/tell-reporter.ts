import { reporterPath } from './deeds/report-contribution.js'
import type { ModerationParts } from './parts.js'
import type { ReportRecord } from './storage/report-store.js'

/** By notice with an account, by mail to an address that was confirmed; everybody finds it by the code. */
export async function tellReporter(parts: ModerationParts, report: ReportRecord): Promise<void> {
  const document = await parts.documentLink(report.documentId)
  if (document === null || report.state === 'open') return
  const { annotationId, state: result } = report
  // The second time of what came of their objection.
  const key = report.objection === null ? `report:${report._id}` : `report-objection:${report._id}`
  if (report.personId !== null)
    await parts.tellPerson(report.personId, key, { kind: 'report-decided', document, annotationId, result })
  if (report.email === null || !report.emailConfirmed) return
  const { email: address, language } = report
  const about = { kind: 'decided', result } as const
  await parts.mailReporter({ key: `${key}:decided`, address, language, document, about, path: reporterPath })
}
