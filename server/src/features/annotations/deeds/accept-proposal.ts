import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { AcceptProposal } from '@randnotiz/contract/annotations/commands'
import { type Result, refuse } from '@randnotiz/contract/kit/result'
import type { AnnotationRecord } from '../storage/record.js'
import { commandDigest } from './digest.js'
import { finishAcceptance } from './finish-acceptance.js'
import { judgeAcceptance } from './judge-acceptance.js'
import type { DeedParts } from './parts.js'
import { announced, earlierAnswer } from './receipt.js'

/** So often it is judged anew because the annotation changed under it: by a reply, or by the search. */
const mostAttempts = 10

/**
 * Staff take a proposed wording into the live text, as it is, partly or in other words. Decision and edit are written in
 * one go; then the text gets the edit, which does nothing when it is there already. Of two at once one is first. Carried
 * out at most once for each command id.
 */
export async function acceptProposal(
  parts: DeedParts,
  command: AcceptProposal,
  viewer: Viewer,
): Promise<Result<Annotation>> {
  if (viewer.kind !== 'account') return refuse('accounts/sign-in-required')
  const { commandId, annotationId } = command
  const receipt = { authorId: viewer.id, commandId, commandDigest: commandDigest(command) }
  let record = await parts.annotations.byId(annotationId)
  if (record === null) return refuse('annotations/unknown')
  const allowed = await parts.askPermission(viewer, 'accept', record.documentId)
  if (!allowed.ok) return allowed
  for (let attempt = 0; record !== null && attempt < mostAttempts; attempt++) {
    const earlier = await earlierAnswer(parts, receipt, viewer)
    if (earlier) return finished(parts, record, earlier)
    const judged = await judgeAcceptance(parts, record, command)
    if (!judged.ok) return judged
    const { attachment, ...accepted } = judged.value
    if (
      await parts.annotations.acceptProposal(record, {
        ...accepted,
        attachment: { ...attachment, ...receipt },
      })
    )
      return finished(parts, record, await announced(parts, record, viewer))
    record = await parts.annotations.byId(annotationId)
  }
  return (await earlierAnswer(parts, receipt, viewer)) ?? refuse('server/unavailable')
}

/** Nobody hears "done" before the text has the words. */
async function finished(
  parts: DeedParts,
  { _id }: AnnotationRecord,
  answer: Result<Annotation>,
): Promise<Result<Annotation>> {
  const pending = answer.ok ? await parts.annotations.pendingEdits.of(_id) : null
  if (pending) await finishAcceptance(parts, pending)
  return answer
}
