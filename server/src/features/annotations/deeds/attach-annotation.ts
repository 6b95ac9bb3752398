import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { AttachAnnotation } from '@randnotiz/contract/annotations/commands'
import { type Result, refuse } from '@randnotiz/contract/kit/result'
import type { AnnotationRecord, Receipt } from '../storage/record.js'
import { commandDigest } from './digest.js'
import { judgeAttachment } from './judge-attachment.js'
import type { DeedParts } from './parts.js'
import { announced, earlierAnswer } from './receipt.js'

/** So often a decision is judged anew because the annotation changed under it: by a reply, or by the search. */
const mostAttempts = 10

/**
 * Staff say where an annotation belongs. The decision is added to the history and holds from then on: the search goes
 * on from there. The target stays as it is. Carried out at most once for each command id.
 */
export async function attachAnnotation(
  parts: DeedParts,
  command: AttachAnnotation,
  viewer: Viewer,
): Promise<Result<Annotation>> {
  if (viewer.kind !== 'account') return refuse('accounts/sign-in-required')
  const receipt = {
    authorId: viewer.id,
    commandId: command.commandId,
    commandDigest: commandDigest(command),
  }
  const earlier = await earlierAnswer(parts, receipt, viewer)
  if (earlier) return earlier
  const record = await parts.annotations.byId(command.annotationId)
  if (record === null) return refuse('annotations/unknown')
  const allowed = await parts.askPermission(viewer, 'attach', record.documentId)
  if (!allowed.ok) return allowed
  return decide(parts, record, { command, receipt, viewer })
}

type Decision = { command: AttachAnnotation; receipt: Receipt; viewer: Viewer }

async function decide(
  parts: DeedParts,
  first: AnnotationRecord,
  { command, receipt, viewer }: Decision,
): Promise<Result<Annotation>> {
  let record: AnnotationRecord | null = first
  for (let attempt = 0; record !== null && attempt < mostAttempts; attempt++) {
    const judged = await judgeAttachment(parts, record, command)
    if (!judged.ok) return (await earlierAnswer(parts, receipt, viewer)) ?? judged
    if (await parts.annotations.attach(record, { ...receipt, ...judged.value })) {
      // The text may have changed since it was looked at, and a search that began before knows nothing of this.
      parts.lookFor(record.documentId)
      return announced(parts, record, viewer)
    }
    const earlier = await earlierAnswer(parts, receipt, viewer)
    if (earlier) return earlier
    record = await parts.annotations.byId(first._id)
  }
  return refuse(record === null ? 'annotations/unknown' : 'server/unavailable')
}
