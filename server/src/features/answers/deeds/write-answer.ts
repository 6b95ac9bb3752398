import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { AnswerCase } from '@randnotiz/contract/answers/case'
import type { WriteAnswer } from '@randnotiz/contract/answers/commands'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { AnswerParts } from '../parts.js'
import { askStaff } from './ask-staff.js'
import { changePoint, type Judged, type PointChange } from './change-points.js'
import { findChange } from './find-change.js'
import { readCase } from './read-case.js'
import { withheld } from './withheld.js'

/**
 * Writes down what the city will say to a point. Never over an answer that its writer has not seen, nor to words of a
 * contribution that they have not read. What was released before has to be released again.
 */
export async function writeAnswer(
  parts: AnswerParts,
  { point: seen, edition, answer: claim }: WriteAnswer,
  viewer: Viewer,
): Promise<Result<AnswerCase>> {
  const staff = askStaff(viewer, 'answer:work')
  if (!staff.ok) return staff
  const judge = async ({ point, contribution, lead }: Judged): Promise<Result<PointChange>> => {
    const why = withheld(contribution)
    if (why !== null) return refuse(why)
    if (lead) return refuse('answers/grouped')
    if (contribution.edition !== edition) return refuse('answers/contribution-changed')
    const before = 'answer' in point.work ? point.work.answer.change : null
    const change = await findChange(parts, claim.change, { documentId: contribution.documentId, before })
    if (!change.ok) return change
    const { outcome, reason } = claim
    const answer = { outcome, reason, change: change.value }
    const written = { writtenBy: staff.value, writtenAt: parts.clock.now().toISOString() }
    return accept({
      point: { ...point, work: { state: 'drafted', answer, edition, ...written, returned: null } },
      deed: { kind: 'drafted', answer },
    })
  }
  const done = await changePoint(parts, { point: seen, by: staff.value, judge })
  return done.ok ? readCase(parts, seen.annotationId) : done
}
