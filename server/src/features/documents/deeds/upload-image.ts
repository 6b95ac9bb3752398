import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { StoredImage } from '@randnotiz/contract/documents/image'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { may } from '@randnotiz/domain/accounts/permissions'
import type { Clock } from '../../../platform/clock.js'
import { readImage } from '../read-image.js'
import type { DocumentStore } from '../storage/document-store.js'
import type { ImageStore } from '../storage/image-store.js'

export type UploadImageParts = { documents: DocumentStore; images: ImageStore; clock: Clock }
export type Upload = { documentId: DocumentId; bytes: Uint8Array }

/** Whoever may edit the document may put pictures into it. */
export async function uploadImage(
  { documents, images, clock }: UploadImageParts,
  { documentId, bytes }: Upload,
  viewer: Viewer,
): Promise<Result<StoredImage>> {
  const refusal = may(viewer, 'document:edit')
  if (refusal !== null || viewer.kind === 'anonymous') return refuse(refusal ?? 'accounts/sign-in-required')
  if ((await documents.byId(documentId)) === null) return refuse('documents/unknown')
  const image = await readImage(bytes)
  if (!image.ok) return image
  const { width, height } = image.value
  const id = await images.insert({
    ...image.value,
    documentId,
    uploaderId: viewer.id,
    createdAt: clock.now(),
  })
  return accept({ id, src: `/media/${id}.webp`, width, height })
}
