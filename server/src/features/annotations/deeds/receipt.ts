import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { sightOf } from '@randnotiz/domain/annotations/moderation/sight'
import type { AnnotationRecord, Receipt } from '../storage/record.js'
import type { DeedParts } from './parts.js'

/**
 * The answer to a command that was carried out before: the annotation as it stands, like the first time. Null when
 * the command is new. An id that was used for something else is refused.
 */
export async function earlierAnswer(
  parts: DeedParts,
  receipt: Receipt,
  viewer: Viewer,
): Promise<Result<Annotation> | null> {
  const record = await parts.annotations.byCommand(receipt.authorId, receipt.commandId)
  if (record === null) return null
  if (!digestsIn(record, receipt).includes(receipt.commandDigest)) return refuse('annotations/command-reused')
  return announced(parts, record, viewer)
}

/** Everybody hears of the annotation, then its author. */
export async function announced(
  parts: DeedParts,
  record: AnnotationRecord,
  viewer: Viewer,
): Promise<Result<Annotation>> {
  await parts.feed.flush(record.documentId)
  const [standing] = await parts.annotations.byIds([record._id])
  const [annotation] = await parts.view(standing ? [standing] : [], sightOf(viewer))
  return annotation ? accept(annotation) : refuse('annotations/unknown')
}

function digestsIn(record: AnnotationRecord, { authorId, commandId }: Receipt): string[] {
  return [record, ...record.replies, ...record.attachments, ...record.wordings, ...record.replyWordings]
    .filter(written => written.authorId === authorId && written.commandId === commandId)
    .map(written => written.commandDigest)
}
