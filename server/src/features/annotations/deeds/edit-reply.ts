import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { EditReply } from '@randnotiz/contract/annotations/commands'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { checkReply } from '@randnotiz/domain/annotations/creation'
import { mayRead, sightOf } from '@randnotiz/domain/annotations/moderation/sight'
import type { AnnotationRecord, ReplyRecord } from '../storage/record.js'
import { commandDigest } from './digest.js'
import { mayNotEditReplyNow } from './may-not-edit.js'
import type { DeedParts } from './parts.js'
import { announced, earlierAnswer } from './receipt.js'

/** So often it is judged anew because the annotation changed under it: by another reply, or by the search. */
const mostAttempts = 10

/**
 * Its author puts a reply in other words; what it said before is kept for staff. Under the rules of a contribution that
 * is edited: never over words that the author has not seen, and not once the city has replied to it.
 */
export async function editReply(
  parts: DeedParts,
  command: EditReply,
  viewer: Viewer,
): Promise<Result<Annotation>> {
  if (viewer.kind === 'anonymous') return refuse('accounts/sign-in-required')
  const { commandId, annotationId, replyId, body } = command
  const receipt = { authorId: viewer.id, commandId, commandDigest: commandDigest(command) }
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const earlier = await earlierAnswer(parts, receipt, viewer)
    if (earlier) return earlier
    const judged = await judge(parts, command, viewer)
    if (!judged.ok) return judged
    const { record, reply } = judged.value
    const subject = { annotationId, replyId }
    const publication = await parts.judgeEdit({ record, subject, texts: [body] })
    const change = { ...receipt, body, publication, editedAt: parts.clock.now() }
    if (await parts.annotations.changeReplyWords(record, reply, change))
      return announced(parts, record, viewer)
  }
  return (await earlierAnswer(parts, receipt, viewer)) ?? refuse('server/unavailable')
}

async function judge(
  parts: DeedParts,
  command: EditReply,
  viewer: Exclude<Viewer, { kind: 'anonymous' }>,
): Promise<Result<{ record: AnnotationRecord; reply: ReplyRecord }>> {
  const record = await parts.annotations.byId(command.annotationId)
  const reply = record?.replies.find(({ _id }) => _id === command.replyId)
  // Where nobody may reply any more, nobody changes what they have replied.
  if (!record || !reply || !mayRead(sightOf(viewer), record)) return refuse('annotations/unknown')
  if (reply.authorId !== viewer.id) return refuse('annotations/not-yours')
  const allowed = await parts.askPermission(viewer, 'reply', record.documentId)
  if (!allowed.ok) return allowed
  const tooLate = await mayNotEditReplyNow(parts, record, reply)
  if (tooLate !== null) return refuse(tooLate)
  if (reply.edition !== command.edition) return refuse('annotations/edited-meanwhile')
  const sensible = checkReply(command)
  return sensible.ok ? accept({ record, reply }) : sensible
}
