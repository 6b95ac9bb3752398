import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { ReplyToAnnotation } from '@randnotiz/contract/annotations/commands'
import { type Result, refuse } from '@randnotiz/contract/kit/result'
import { checkReply } from '@randnotiz/domain/annotations/creation'
import { mayRead, sightOf } from '@randnotiz/domain/annotations/moderation/sight'
import { commandDigest } from './digest.js'
import type { DeedParts } from './parts.js'
import { announced, earlierAnswer } from './receipt.js'

/** Answers an annotation; one level only. Carried out at most once for each command id. */
export async function replyToAnnotation(
  parts: DeedParts,
  command: ReplyToAnnotation,
  viewer: Viewer,
): Promise<Result<Annotation>> {
  if (viewer.kind === 'anonymous') return refuse('accounts/sign-in-required')
  const receipt = {
    authorId: viewer.id,
    commandId: command.commandId,
    commandDigest: commandDigest(command),
  }
  const earlier = await earlierAnswer(parts, receipt, viewer)
  if (earlier) return earlier
  const record = await parts.annotations.byId(command.annotationId)
  // Nobody answers words that they cannot read.
  if (record === null || !mayRead(sightOf(viewer), record)) return refuse('annotations/unknown')
  const allowed = await parts.askPermission(viewer, 'reply', record.documentId)
  if (!allowed.ok) return allowed
  const sensible = checkReply(command)
  if (!sensible.ok) return sensible

  const { body } = command
  const publication = await parts.judgeArrival(viewer, { documentId: record.documentId, texts: [body] })
  const reply = { ...receipt, body, createdAt: parts.clock.now(), publication }
  if (await parts.annotations.addReply(record._id, reply)) return announced(parts, record, viewer)
  return (await earlierAnswer(parts, receipt, viewer)) ?? refuse('annotations/unknown')
}
