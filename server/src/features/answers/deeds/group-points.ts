import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { WorkState } from '@randnotiz/contract/answers/case'
import type { GroupPoints, SeenPoint } from '@randnotiz/contract/answers/commands'
import type { ManyDone } from '@randnotiz/contract/answers/publishing'
import type { RefusalCode } from '@randnotiz/contract/kit/refusals'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { announceDesk } from '../announce-desk.js'
import type { AnswerParts } from '../parts.js'
import { readCases, type StandingCases } from '../read-cases.js'
import { keyOf } from '../storage/case-store.js'
import type { HistoryRecord, PointRecord } from '../storage/record.js'
import { askStaff } from './ask-staff.js'
import { withheld } from './withheld.js'

/** What may still be answered together: nothing that somebody has released, and nobody reads another answer already. */
const open: readonly WorkState[] = ['new', 'inReview', 'drafted']

/**
 * Points that say the same get one answer, the lead's. Everything that decides is one write to the lead's case: whoever
 * releases its answer has seen for whom it speaks.
 */
export async function groupPoints(
  parts: AnswerParts,
  { lead, members }: GroupPoints,
  viewer: Viewer,
): Promise<Result<ManyDone>> {
  const staff = askStaff(viewer, 'answer:work')
  if (!staff.ok) return staff
  const standing = await readCases(
    parts,
    [lead, ...members].map(({ annotationId }) => annotationId),
  )
  const one = standing.cases.get(lead.annotationId)
  const point = one?.record.points.find(({ number }) => number === lead.number)
  if (!one || !point) return refuse('answers/unknown-point')
  if (one.record.version !== lead.version) return refuse('answers/changed-meanwhile')
  if (standing.groups.leadOf(lead)) return refuse('answers/grouped')
  if (!open.includes(point.work.state)) return refuse('answers/not-now')

  const outcome: ManyDone = { done: [], refused: [] }
  const joining: PointRecord['members'] = []
  for (const { version, ...name } of members) {
    const judged = judgeMember(standing, { ...name, version }, lead)
    if (!judged.ok) outcome.refused.push({ ...name, code: judged.refusal.code })
    else joining.push({ ...name, edition: judged.value })
  }
  if (joining.length === 0) return accept(outcome)
  const by = { at: parts.clock.now().toISOString(), by: staff.value }
  const grouped = { ...point, members: [...point.members, ...joining] }
  const deed: HistoryRecord = {
    ...by,
    number: lead.number,
    deed: { kind: 'grouped', members: grouped.members.length },
  }
  const points = one.record.points.map(other => (other === point ? grouped : other))
  if (!(await parts.cases.change(one.record, { points, deeds: [deed] })))
    return refuse('answers/changed-meanwhile')
  const { version: _seen, ...name } = lead
  for (const { annotationId, number } of joining)
    await parts.cases.note(annotationId, { ...by, number, deed: { kind: 'joined', lead: name } })
  announceDesk(
    parts,
    [lead, ...joining].flatMap(({ annotationId }) => standing.cases.get(annotationId)?.record ?? []),
  )
  outcome.done.push(...joining.map(({ annotationId, number }) => ({ annotationId, number })))
  return accept(outcome)
}

/** The wording of its contribution that was read. */
function judgeMember({ cases, groups }: StandingCases, seen: SeenPoint, lead: SeenPoint): Result<number> {
  const one = cases.get(seen.annotationId)
  const point = one?.record.points.find(({ number }) => number === seen.number)
  if (!one || !point) return refuse('answers/unknown-point')
  if (one.record.version !== seen.version) return refuse('answers/changed-meanwhile')
  const why = whyNot(point) ?? withheld(one.contribution)
  if (why !== null) return refuse(why)
  if (keyOf(seen) === keyOf(lead) || groups.leadOf(seen)) return refuse('answers/grouped')
  return accept(one.contribution.edition)
}

function whyNot(point: PointRecord): RefusalCode | null {
  if (point.members.length > 0) return 'answers/grouped'
  return open.includes(point.work.state) && point.published === null ? null : 'answers/not-now'
}
