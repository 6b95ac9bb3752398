import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { AnswerCase } from '@randnotiz/contract/answers/case'
import type { ReturnAnswer } from '@randnotiz/contract/answers/commands'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { AnswerParts } from '../parts.js'
import { askStaff } from './ask-staff.js'
import { changePoint, type Judged, type PointChange } from './change-points.js'
import { readCase } from './read-case.js'

/** Gives an answer back to whoever wrote it, with a word why. */
export async function returnAnswer(
  parts: AnswerParts,
  { point: seen, why }: ReturnAnswer,
  viewer: Viewer,
): Promise<Result<AnswerCase>> {
  const staff = askStaff(viewer, 'answer:release')
  if (!staff.ok) return staff
  const judge = ({ point, lead }: Judged): Result<PointChange> => {
    const { work } = point
    if (lead) return refuse('answers/grouped')
    if (work.state !== 'drafted' && work.state !== 'released') return refuse('answers/not-now')
    const { answer, edition, writtenBy, writtenAt } = work
    const returned = { by: staff.value, at: parts.clock.now().toISOString(), why }
    return accept({
      point: { ...point, work: { state: 'drafted', answer, edition, writtenBy, writtenAt, returned } },
      deed: { kind: 'returned', why },
    })
  }
  const done = await changePoint(parts, { point: seen, by: staff.value, judge })
  return done.ok ? readCase(parts, seen.annotationId) : done
}
