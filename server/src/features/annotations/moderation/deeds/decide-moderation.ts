import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type {
  DecideModeration,
  DecisionOrigin,
  ModerationDecision,
  Verdict,
} from '@randnotiz/contract/annotations/moderation/decision'
import type { UserId } from '@randnotiz/contract/kit/ids'
import { type Result, refuse } from '@randnotiz/contract/kit/result'
import { may } from '@randnotiz/domain/accounts/permissions'
import { personIdOf } from '@randnotiz/domain/accounts/person'
import { afterMove } from '@randnotiz/domain/annotations/moderation/moves'
import { carryOut } from '../carry-out.js'
import { viewDecision } from '../decision-view.js'
import type { ModerationParts } from '../parts.js'
import { type Written, writtenIn } from '../written.js'

/** Approves, hides or restores a contribution or a reply. Nobody decides about their own. */
export async function decideModeration(
  parts: ModerationParts,
  command: DecideModeration,
  viewer: Viewer,
): Promise<Result<ModerationDecision>> {
  const refusal = may(viewer, 'annotation:moderate')
  const moderatorId = personIdOf(viewer)
  if (refusal !== null || moderatorId === null) return refuse(refusal ?? 'accounts/sign-in-required')
  const { commandId, subject, edition, verdict } = command
  const earlier = await parts.decisions.byCommand(moderatorId, commandId)
  if (earlier !== null)
    return earlier.void ? refuse('moderation/changed-meanwhile') : viewDecision(parts, earlier, viewer)
  const record = await parts.annotations.byId(subject.annotationId)
  const written = record && writtenIn(record, subject)
  if (!written) return refuse('annotations/unknown')
  const possible = await judge(parts, { written, edition, verdict, moderatorId })
  if (!possible.ok) return possible
  const decision = await parts.decisions.insert({
    ...subject,
    documentId: written.record.documentId,
    authorId: written.authorId,
    moderatorId,
    commandId,
    at: parts.clock.now(),
    verdict,
    from: written.publication.state,
    edition,
    origin: possible.value,
    words: written.words,
  })
  // Another connection of the same moderator was faster with the same command.
  if (decision === null) return refuse('moderation/changed-meanwhile')
  if (!(await carryOut(parts, decision))) return refuse('moderation/changed-meanwhile')
  return viewDecision(parts, decision, viewer)
}

type Judged = { written: Written; edition: number; verdict: Verdict; moderatorId: UserId }

async function judge(
  parts: ModerationParts,
  { written, edition, verdict, moderatorId }: Judged,
): Promise<Result<DecisionOrigin>> {
  const { publication, authorId, subject } = written
  if (authorId === moderatorId) return refuse('moderation/own-contribution')
  if (written.edition !== edition) return refuse('moderation/changed-meanwhile')
  const reported = await parts.reports.hasOpen(subject)
  // To leave public what was reported is a decision too.
  const leaves = verdict.kind === 'approve' && publication.state === 'published' && reported
  if (!leaves && afterMove(publication.state, verdict.kind) === null) return refuse('moderation/not-possible')
  if (verdict.kind === 'hide' && verdict.duration.lasts === 'until')
    if (Date.parse(verdict.duration.moment) <= parts.clock.now().getTime())
      return refuse('request/invalid', { field: 'verdict.duration.moment' })
  const origin = publication.state === 'held' ? 'hold' : reported ? 'report' : 'own-initiative'
  return { ok: true, value: origin }
}
