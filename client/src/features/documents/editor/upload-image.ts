import { StoredImage } from '@randnotiz/contract/documents/image'
import { Refusal } from '@randnotiz/contract/kit/refusals'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { z } from 'zod'

const RefusedBody = z.object({ refusal: Refusal })

/** Sends an image file as it is; the server checks, shrinks and stores it. */
export async function uploadImageFile(documentId: string, file: File): Promise<Result<StoredImage>> {
  const request = { method: 'POST', headers: { 'Content-Type': file.type }, body: file }
  const response = await fetch(`/api/documents/${documentId}/images`, request).catch(() => null)
  if (response === null) return refuse('server/unavailable')
  const body: unknown = await response.json().catch(() => null)
  if (response.ok) return accept(StoredImage.parse(body))
  const refused = RefusedBody.safeParse(body)
  return refused.success ? { ok: false, refusal: refused.data.refusal } : refuse('server/unavailable')
}
