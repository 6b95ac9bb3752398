import { uploadImage } from '@randnotiz/contract/documents/endpoints'
import { imageTypes, imageUploadLimit, StoredImage } from '@randnotiz/contract/documents/image'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import { Refusal } from '@randnotiz/contract/kit/refusals'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { z } from 'zod'
import { endpointUrl } from '../../../platform/endpoint-url.js'

const RefusedBody = z.object({ refusal: Refusal })

export type ImageUpload = { documentId: DocumentId; file: File; signal: AbortSignal }

/**
 * Sends an image file as it is; the server checks, shrinks and stores it. What the server would refuse anyway is not
 * sent. No answer, and an answer that nobody understands, are `server/unavailable`.
 */
export async function uploadImageFile({
  documentId,
  file,
  signal,
}: ImageUpload): Promise<Result<StoredImage>> {
  if (!imageTypes.some(type => type === file.type)) return refuse('documents/image-unreadable')
  if (file.size > imageUploadLimit) return refuse('documents/image-too-large')
  const url = endpointUrl(uploadImage, { params: { documentId }, query: {}, body: new Uint8Array() })
  const request = { method: uploadImage.method, headers: { 'Content-Type': file.type }, body: file, signal }
  const response = await fetch(url, request).catch(() => null)
  const body: unknown = await response?.json().catch(() => undefined)
  if (response?.ok) {
    const image = StoredImage.safeParse(body)
    return image.success ? accept(image.data) : refuse('server/unavailable')
  }
  const refused = RefusedBody.safeParse(body)
  return refused.success ? { ok: false, refusal: refused.data.refusal } : refuse('server/unavailable')
}
