import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { AnswerCase } from '@randnotiz/contract/answers/case'
import type { SplitCase } from '@randnotiz/contract/answers/commands'
import { PointNumber } from '@randnotiz/contract/answers/piece'
import type { AnnotationId } from '@randnotiz/contract/kit/ids'
import type { RefusalCode } from '@randnotiz/contract/kit/refusals'
import { type Result, refuse } from '@randnotiz/contract/kit/result'
import { judgePieces } from '@randnotiz/domain/answers/split'
import { announceDesk } from '../announce-desk.js'
import type { AnswerParts } from '../parts.js'
import { readCases, type StandingCases } from '../read-cases.js'
import { freshPoint, type HistoryRecord, type PointRecord } from '../storage/record.js'
import { askStaff } from './ask-staff.js'
import { readCase } from './read-case.js'
import { withheld } from './withheld.js'

/** Makes several points of a contribution, other ones, or one again. What has an answer of its own never goes. */
export async function splitCase(
  parts: AnswerParts,
  { annotationId, ...command }: SplitCase & { annotationId: AnnotationId },
  viewer: Viewer,
): Promise<Result<AnswerCase>> {
  const staff = askStaff(viewer, 'answer:work')
  if (!staff.ok) return staff
  const standing = await readCases(parts, [annotationId])
  const one = standing.cases.get(annotationId)
  if (!one) return refuse('annotations/unknown')
  const { record, contribution } = one
  if (record.version !== command.version) return refuse('answers/changed-meanwhile')
  const why = withheld(contribution)
  if (why !== null) return refuse(why)
  if (contribution.edition !== command.edition) return refuse('answers/contribution-changed')
  const unfit = judgePieces(contribution.words, command.points)
  if (unfit !== null) return refuse(unfit)
  const points = asSplit(record.points, command.points)
  const lost = whatStands(standing, record, points)
  if (lost !== null) return refuse(lost)
  const at = parts.clock.now().toISOString()
  const deed: HistoryRecord = {
    at,
    by: staff.value,
    number: null,
    deed: { kind: 'split', points: points.length },
  }
  if (!(await parts.cases.change(record, { points, deeds: [deed] })))
    return refuse('answers/changed-meanwhile')
  announceDesk(parts, [record])
  return readCase(parts, annotationId)
}

/** New points count on behind the highest number there is. */
function asSplit(before: readonly PointRecord[], wanted: SplitCase['points']): PointRecord[] {
  let highest = Math.max(...before.map(({ number }) => number))
  return wanted.map(({ number, pieces }) => {
    const known = before.find(point => point.number === number)
    if (known) return { ...known, pieces }
    highest += 1
    return freshPoint(PointNumber.parse(highest), pieces)
  })
}

/** What an answer was written, released or published for stays what it is. */
function whatStands(
  { groups }: StandingCases,
  { _id: annotationId, points }: { _id: AnnotationId; points: readonly PointRecord[] },
  after: readonly PointRecord[],
): RefusalCode | null {
  const numbers = after.map(({ number }) => number)
  if (new Set(numbers).size !== numbers.length) return 'answers/split-unfit'
  for (const point of points) {
    const stays = after.find(({ number }) => number === point.number)
    const changes = JSON.stringify(stays?.pieces) !== JSON.stringify(point.pieces)
    const grouped = point.members.length > 0 || groups.leadOf({ annotationId, number: point.number })
    if (grouped && changes) return 'answers/grouped'
    const answered =
      point.published !== null || point.work.state === 'released' || point.work.state === 'published'
    if (answered && changes) return 'answers/split-unfit'
    if (stays === undefined && point.work.state === 'drafted') return 'answers/split-unfit'
  }
  return null
}
