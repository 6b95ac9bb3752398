import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { ReleaseAnswers } from '@randnotiz/contract/answers/commands'
import type { ManyDone } from '@randnotiz/contract/answers/publishing'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { afterMove, mayRelease } from '@randnotiz/domain/answers/lifecycle'
import { needsChange } from '@randnotiz/domain/answers/needs-change'
import type { AnswerParts } from '../parts.js'
import { askStaff } from './ask-staff.js'
import { changePoints, type Judged, type PointChange } from './change-points.js'
import { isStale } from './is-stale.js'
import { withheld } from './withheld.js'

/** A second person agrees with answers. */
export async function releaseAnswers(
  parts: AnswerParts,
  { points }: ReleaseAnswers,
  viewer: Viewer,
): Promise<Result<ManyDone>> {
  const staff = askStaff(viewer, 'answer:release')
  if (!staff.ok) return staff
  const released = { releasedBy: staff.value, releasedAt: parts.clock.now().toISOString() }
  const judge = async ({ point, contribution, lead }: Judged): Promise<Result<PointChange>> => {
    const { work } = point
    if (lead) return refuse('answers/grouped')
    if (work.state !== 'drafted' || afterMove(work.state, 'release') === null)
      return refuse('answers/not-now')
    const four = mayRelease(work.writtenBy, staff.value)
    if (four !== null) return refuse(four)
    const why = withheld(contribution)
    if (why !== null) return refuse(why)
    if (needsChange(work.answer.outcome) && work.answer.change === null)
      return refuse('answers/change-missing')
    if (await isStale(parts, { point, contribution, edition: work.edition }))
      return refuse('answers/contribution-changed')
    const { answer, edition, writtenBy, writtenAt } = work
    return accept({
      point: { ...point, work: { state: 'released', answer, edition, writtenBy, writtenAt, ...released } },
      deed: { kind: 'released' },
    })
  }
  return accept(await changePoints(parts, { points, by: staff.value, judge }))
}
