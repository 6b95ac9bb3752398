import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { SetSupport } from '@randnotiz/contract/annotations/support'
import type { AnnotationId, DocumentId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { DeedParts } from './parts.js'
import { announced } from './receipt.js'

/** Supports a contribution of somebody else, or takes that back. Only what everybody can read can be supported. */
export async function supportAnnotation(
  parts: DeedParts,
  { annotationId, supports }: SetSupport,
  viewer: Viewer,
): Promise<Result<Annotation>> {
  if (viewer.kind === 'anonymous') return refuse('accounts/sign-in-required')
  const record = await parts.annotations.byId(annotationId)
  if (record === null || record.publication.state !== 'published') return refuse('annotations/unknown')
  const allowed = await parts.askPermission(viewer, 'support', record.documentId)
  if (!allowed.ok) return allowed
  if (record.authorId === viewer.id) return refuse('annotations/own-support')
  const key = { documentId: record.documentId, annotationId }
  if (supports) await parts.supports.add(key, viewer.id)
  else await parts.supports.remove(key, viewer.id)
  await keepCount(parts, annotationId)
  return announced(parts, record, viewer)
}

/**
 * Writes down how many there are. Whoever comes last counts last: each counts again after writing, until what stands
 * there is what is there.
 */
export async function keepCount(
  { annotations, supports }: Pick<DeedParts, 'annotations' | 'supports'>,
  annotationId: AnnotationId,
): Promise<void> {
  while (await annotations.setSupporters(annotationId, await supports.count(annotationId)));
}

/** Which annotations of a document somebody supports; none for whoever is not known. */
export async function ownSupports(
  { supports }: DeedParts,
  documentId: DocumentId,
  viewer: Viewer,
): Promise<Result<AnnotationId[]>> {
  return accept(viewer.kind === 'anonymous' ? [] : await supports.ofPerson(viewer.id, documentId))
}
