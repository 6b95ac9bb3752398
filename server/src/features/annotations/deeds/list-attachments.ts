import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { AttachmentHistory } from '@randnotiz/contract/annotations/attachment-history'
import type { AnnotationId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { DeedParts } from './parts.js'

/** For staff: what was decided about the place of an annotation, when, why and by whom. */
export async function listAttachments(
  parts: DeedParts,
  annotationId: AnnotationId,
  viewer: Viewer,
): Promise<Result<AttachmentHistory>> {
  const record = await parts.annotations.byId(annotationId)
  if (record === null) return refuse('annotations/unknown')
  const allowed = await parts.askPermission(viewer, 'attach', record.documentId)
  if (!allowed.ok) return allowed
  return accept(await parts.viewHistory(record))
}
