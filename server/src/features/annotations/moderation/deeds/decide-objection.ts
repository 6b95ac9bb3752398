import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { ModerationDecision } from '@randnotiz/contract/annotations/moderation/decision'
import type { ModerationDecisionId } from '@randnotiz/contract/kit/ids'
import { type Result, refuse } from '@randnotiz/contract/kit/result'
import { may } from '@randnotiz/domain/accounts/permissions'
import { personIdOf } from '@randnotiz/domain/accounts/person'
import { mayDecideObjection } from '@randnotiz/domain/annotations/moderation/objections'
import type { ModerationParts } from '../parts.js'
import { finished } from './object-to-decision.js'

type Outcome = { decisionId: ModerationDecisionId; result: 'upheld' | 'reversed'; reason: string }

/** Another moderator than the one who decided looks at an objection. */
export async function decideObjection(
  parts: ModerationParts,
  { decisionId, result, reason }: Outcome,
  viewer: Viewer,
): Promise<Result<ModerationDecision>> {
  const refusal = may(viewer, 'annotation:moderate')
  const by = personIdOf(viewer)
  if (refusal !== null || by === null) return refuse(refusal ?? 'accounts/sign-in-required')
  const decision = await parts.decisions.byId(decisionId)
  if (decision === null || decision.void || decision.objection === null) return refuse('moderation/unknown')
  if (!mayDecideObjection(decision, by)) return refuse('moderation/own-decision')
  const outcome = { state: result, by, at: parts.clock.now(), reason }
  if (!(await parts.decisions.decideObjection(decisionId, outcome)))
    return refuse('moderation/changed-meanwhile')
  return finished(parts, decisionId, viewer)
}
