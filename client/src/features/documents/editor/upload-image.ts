import { uploadImage } from '@randnotiz/contract/documents/endpoints'
import { imageTypes, imageUploadLimit, type StoredImage } from '@randnotiz/contract/documents/image'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import { type Result, refuse } from '@randnotiz/contract/kit/result'
import { sendFile } from '../../../platform/send-file.js'

export type ImageUpload = { documentId: DocumentId; file: File; signal: AbortSignal }

/**
 * Sends an image file as it is; the server checks, shrinks and stores it. What the server would refuse anyway is not
 * sent.
 */
export async function uploadImageFile({
  documentId,
  file,
  signal,
}: ImageUpload): Promise<Result<StoredImage>> {
  if (!imageTypes.some(type => type === file.type)) return refuse('documents/image-unreadable')
  if (file.size > imageUploadLimit) return refuse('documents/image-too-large')
  return sendFile(uploadImage, { params: { documentId }, query: {} }, { file, type: file.type, signal })
}
