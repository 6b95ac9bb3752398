import type { StoredImage } from '@randnotiz/contract/documents/image'
import type { DocumentId, UserId } from '@randnotiz/contract/kit/ids'
import { accept, type Result } from '@randnotiz/contract/kit/result'
import type { Clock } from '../../../platform/clock.js'
import { readImage } from '../read-image.js'
import type { ImageStore } from '../storage/image-store.js'

export type CarriedImage = { documentId: DocumentId; uploaderId: UserId; bytes: Uint8Array }

/** Stores an image that came inside a file of text. The same file read twice stores it once. */
export async function keepImage(
  { images, clock }: { images: ImageStore; clock: Clock },
  { bytes, ...owners }: CarriedImage,
): Promise<Result<StoredImage>> {
  const image = await readImage(bytes)
  if (!image.ok) return image
  const { width, height } = image.value
  const id = await images.put({ ...image.value, ...owners, createdAt: clock.now() })
  return accept({ id, src: `/media/${id}.webp`, width, height })
}
