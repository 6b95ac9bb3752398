import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { MovePoints } from '@randnotiz/contract/answers/commands'
import type { ManyDone } from '@randnotiz/contract/answers/publishing'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { afterMove } from '@randnotiz/domain/answers/lifecycle'
import type { AnswerParts } from '../parts.js'
import { askStaff } from './ask-staff.js'
import { changePoints, type PointChange } from './change-points.js'

/** Takes points up for review, or puts them back to the new ones. */
export async function movePoints(
  parts: AnswerParts,
  { points, move }: MovePoints,
  viewer: Viewer,
): Promise<Result<ManyDone>> {
  const staff = askStaff(viewer, 'answer:work')
  if (!staff.ok) return staff
  return accept(
    await changePoints(parts, {
      points,
      by: staff.value,
      judge: ({ point, lead }): Result<PointChange> => {
        if (lead) return refuse('answers/grouped')
        const state = afterMove(point.work.state, move)
        if (state !== 'new' && state !== 'inReview') return refuse('answers/not-now')
        const kind = move === 'take-up' ? 'taken-up' : 'put-back'
        return accept({ point: { ...point, work: { state } }, deed: { kind } })
      },
    }),
  )
}
