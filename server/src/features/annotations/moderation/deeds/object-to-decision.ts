import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { ModerationDecision } from '@randnotiz/contract/annotations/moderation/decision'
import type { ModerationDecisionId } from '@randnotiz/contract/kit/ids'
import { type Result, refuse } from '@randnotiz/contract/kit/result'
import { personIdOf } from '@randnotiz/domain/accounts/person'
import { mayObject } from '@randnotiz/domain/annotations/moderation/objections'
import { carryOut } from '../carry-out.js'
import { objectableFrom, viewDecision } from '../decision-view.js'
import type { ModerationParts } from '../parts.js'

/** The author of hidden words says why they should not be. */
export async function objectToDecision(
  parts: ModerationParts,
  { decisionId, text }: { decisionId: ModerationDecisionId; text: string },
  viewer: Viewer,
): Promise<Result<ModerationDecision>> {
  const decision = await parts.decisions.byId(decisionId)
  const visible = await viewDecision(parts, decision, viewer)
  if (decision === null || !visible.ok) return visible
  const now = parts.clock.now()
  if (decision.authorId !== personIdOf(viewer)) return refuse('accounts/not-permitted')
  if (!mayObject(objectableFrom(decision), decision.authorId, now))
    return refuse('moderation/objection-closed')
  if (!(await parts.decisions.object(decisionId, { text, at: now })))
    return refuse('moderation/objection-closed')
  return finished(parts, decisionId, viewer)
}

/** Carries out what has just been added to a decision. */
export async function finished(
  parts: ModerationParts,
  decisionId: ModerationDecisionId,
  viewer: Viewer,
): Promise<Result<ModerationDecision>> {
  const decision = await parts.decisions.byId(decisionId)
  if (decision !== null) await carryOut(parts, decision)
  return viewDecision(parts, await parts.decisions.byId(decisionId), viewer)
}
