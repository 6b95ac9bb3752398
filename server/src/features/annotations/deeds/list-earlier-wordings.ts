import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { EarlierWordings } from '@randnotiz/contract/annotations/wordings'
import type { AnnotationId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { DeedParts } from './parts.js'

/** For staff: how a contribution and its replies read before their authors changed them. */
export async function listEarlierWordings(
  parts: DeedParts,
  annotationId: AnnotationId,
  viewer: Viewer,
): Promise<Result<EarlierWordings>> {
  const record = await parts.annotations.byId(annotationId)
  if (record === null) return refuse('annotations/unknown')
  const allowed = await parts.askPermission(viewer, 'attach', record.documentId)
  if (!allowed.ok) return allowed
  return accept({ annotationId, wordings: record.wordings, replyWordings: record.replyWordings })
}
