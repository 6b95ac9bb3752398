import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { LeaveGroup } from '@randnotiz/contract/answers/commands'
import type { ManyDone } from '@randnotiz/contract/answers/publishing'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { announceDesk } from '../announce-desk.js'
import type { AnswerParts } from '../parts.js'
import { readCases } from '../read-cases.js'
import { keyOf } from '../storage/case-store.js'
import type { HistoryRecord } from '../storage/record.js'
import { askStaff } from './ask-staff.js'

/** A point is answered by itself again; with the lead the whole group ends. What is public stays together. */
export async function leaveGroup(
  parts: AnswerParts,
  { lead, member }: LeaveGroup,
  viewer: Viewer,
): Promise<Result<ManyDone>> {
  const staff = askStaff(viewer, 'answer:work')
  if (!staff.ok) return staff
  const { cases } = await readCases(parts, [lead.annotationId, member.annotationId])
  const record = cases.get(lead.annotationId)?.record
  const point = record?.points.find(({ number }) => number === lead.number)
  if (!record || !point) return refuse('answers/unknown-point')
  if (record.version !== lead.version) return refuse('answers/changed-meanwhile')
  if (point.published !== null || point.work.state === 'released') return refuse('answers/not-now')
  const ends = keyOf(member) === keyOf(lead)
  const leaving = point.members.filter(one => ends || keyOf(one) === keyOf(member))
  if (leaving.length === 0) return refuse('answers/unknown-point')
  const members = point.members.filter(one => !leaving.includes(one))
  const by = { at: parts.clock.now().toISOString(), by: staff.value }
  const left: HistoryRecord['deed'] = {
    kind: 'left',
    lead: { annotationId: lead.annotationId, number: lead.number },
  }
  const points = record.points.map(other => (other === point ? { ...point, members } : other))
  if (!(await parts.cases.change(record, { points, deeds: [{ ...by, number: lead.number, deed: left }] })))
    return refuse('answers/changed-meanwhile')
  for (const { annotationId, number } of leaving)
    if (annotationId !== record._id) await parts.cases.note(annotationId, { ...by, number, deed: left })
  announceDesk(parts, [record, ...(await parts.cases.byIds(leaving.map(one => one.annotationId)))])
  return accept({ done: leaving.map(({ annotationId, number }) => ({ annotationId, number })), refused: [] })
}
