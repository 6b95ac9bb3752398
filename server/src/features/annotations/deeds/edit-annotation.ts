import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { EditAnnotation } from '@randnotiz/contract/annotations/commands'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { may } from '@randnotiz/domain/accounts/permissions'
import { checkWords } from '@randnotiz/domain/annotations/creation'
import { wordsIn } from '../moderation/written.js'
import type { AnnotationRecord } from '../storage/record.js'
import { commandDigest } from './digest.js'
import { mayNotEditNow } from './may-not-edit.js'
import type { DeedParts } from './parts.js'
import { announced, earlierAnswer } from './receipt.js'

/** So often it is judged anew because the annotation changed under it: by a reply, or by the search. */
const mostAttempts = 10

/**
 * Its author puts a contribution in other words, or staff put right what they have typed in of a letter, which has no
 * author here; what it said before, and who has changed it, is kept for staff. Never over words that the author
 * has not seen, and not once the city has answered. Carried out at most once for each command id.
 */
export async function editAnnotation(
  parts: DeedParts,
  command: EditAnnotation,
  viewer: Viewer,
): Promise<Result<Annotation>> {
  if (viewer.kind === 'anonymous') return refuse('accounts/sign-in-required')
  const { commandId, annotationId, kind, body, reason, instead, replacement } = command
  const receipt = { authorId: viewer.id, commandId, commandDigest: commandDigest(command) }
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const earlier = await earlierAnswer(parts, receipt, viewer)
    if (earlier) return earlier
    const judged = await judge(parts, command, viewer)
    if (!judged.ok) return judged
    const words = { kind, body, reason, instead, replacement }
    const subject = { annotationId, replyId: null }
    const publication = await parts.judgeEdit({ record: judged.value, subject, texts: wordsIn(words) })
    const change = { ...words, publication, editedAt: parts.clock.now() }
    if (await parts.annotations.changeWords(judged.value, { ...receipt, ...change }))
      return announced(parts, judged.value, viewer)
  }
  return (await earlierAnswer(parts, receipt, viewer)) ?? refuse('server/unavailable')
}

async function judge(
  parts: DeedParts,
  command: EditAnnotation,
  viewer: Exclude<Viewer, { kind: 'anonymous' }>,
): Promise<Result<AnnotationRecord>> {
  const record = await parts.annotations.byId(command.annotationId)
  if (record === null) return refuse('annotations/unknown')
  const typedIn = record.received !== null && may(viewer, 'annotation:intake') === null
  if (record.authorId !== viewer.id && !typedIn) return refuse('annotations/not-yours')
  const allowed = await parts.askPermission(viewer, typedIn ? 'intake' : 'annotate', record.documentId)
  if (!allowed.ok) return allowed
  if (!typedIn && command.kind === 'wording' && record.kind !== 'wording') {
    const mayPropose = await parts.askPermission(viewer, 'propose', record.documentId)
    if (!mayPropose.ok) return mayPropose
  }
  // A slip of the pen is put right until the city has answered, however long ago it was typed.
  const tooLate = await mayNotEditNow(typedIn ? { ...parts, editWithinMs: async () => null } : parts, record)
  if (tooLate !== null) return refuse(tooLate)
  if (record.edition !== command.edition) return refuse('annotations/edited-meanwhile')
  const { target } = record
  const sensible = checkWords(command, target.kind === 'passage' ? target.quote.exact : null)
  return sensible.ok ? accept(record) : sensible
}
