import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { ModerationDecision } from '@randnotiz/contract/annotations/moderation/decision'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { may } from '@randnotiz/domain/accounts/permissions'
import { personIdOf } from '@randnotiz/domain/accounts/person'
import {
  mayDecideObjection,
  mayObject,
  objectUntil,
} from '@randnotiz/domain/annotations/moderation/objections'
import type { ModerationParts } from './parts.js'
import type { DecisionRecord } from './storage/decision-store.js'

/** A decision as its author or a moderator may read it; `moderation/unknown` for everybody else. */
export async function viewDecision(
  parts: ModerationParts,
  decision: DecisionRecord | null,
  viewer: Viewer,
): Promise<Result<ModerationDecision>> {
  const personId = personIdOf(viewer)
  const moderates = may(viewer, 'annotation:moderate') === null
  if (decision === null || decision.void || personId === null) return refuse('moderation/unknown')
  if (!moderates && decision.authorId !== personId) return refuse('moderation/unknown')
  const document = await parts.documentLink(decision.documentId)
  if (document === null) return refuse('moderation/unknown')
  const { _id: id, annotationId, replyId, at, verdict, origin, words, objection } = decision
  return accept({
    id,
    subject: { annotationId, replyId },
    document,
    at: at.toISOString(),
    verdict,
    origin,
    words,
    objection: objectionFrom(objection),
    objectUntil: objectUntil(at).toISOString(),
    may: {
      object: mayObject(objectableFrom(decision), personId, parts.clock.now()),
      decideObjection: moderates && objection?.state === 'open' && mayDecideObjection(decision, personId),
    },
    by: await namesOf(parts, decision, moderates ? 'for-moderators' : 'for-author'),
  })
}

export function objectableFrom({ at, verdict, authorId, moderatorId, objection }: DecisionRecord) {
  return { at, hides: verdict.kind === 'hide', authorId, moderatorId, objected: objection !== null }
}

function objectionFrom(objection: DecisionRecord['objection']): ModerationDecision['objection'] {
  if (objection === null) return null
  const { state, text, at, decidedAt, reason } = objection
  const outcome =
    state === 'open' || decidedAt === null ? null : { result: state, reason, at: decidedAt.toISOString() }
  return { text, at: at.toISOString(), outcome }
}

/** Authors read decisions of the city, not of a person. */
async function namesOf(
  { readAuthors }: ModerationParts,
  { moderatorId, objection }: DecisionRecord,
  audience: 'for-moderators' | 'for-author',
): Promise<ModerationDecision['by']> {
  if (audience === 'for-author') return { decision: null, objection: null }
  const ids = [moderatorId, objection?.decidedBy ?? null].filter(id => id !== null)
  const people = await readAuthors(ids)
  const nameOf = (id: typeof moderatorId) => (id && people.get(id)?.pseudonym) ?? null
  return { decision: nameOf(moderatorId), objection: nameOf(objection?.decidedBy ?? null) }
}
