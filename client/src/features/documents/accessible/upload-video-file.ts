import { OtherWaysDesk, videoLimit, videoTypes } from '@randnotiz/contract/documents/accessible'
import { uploadVideo } from '@randnotiz/contract/documents/accessible-endpoints'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import { Refusal } from '@randnotiz/contract/kit/refusals'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { z } from 'zod'
import { endpointUrl } from '../../../platform/endpoint-url.js'

const RefusedBody = z.object({ refusal: Refusal })

/** Sends a video file as it is; what the server would refuse anyway is not sent. */
export async function uploadVideoFile(documentId: DocumentId, file: File): Promise<Result<OtherWaysDesk>> {
  if (!videoTypes.some(type => type === file.type)) return refuse('documents/video-unreadable')
  if (file.size > videoLimit) return refuse('documents/video-too-large')
  const url = endpointUrl(uploadVideo, { params: { documentId }, query: {} })
  const request = { method: uploadVideo.method, headers: { 'Content-Type': file.type }, body: file }
  const response = await fetch(url, request).catch(() => null)
  const body: unknown = await response?.json().catch(() => undefined)
  const desk = response?.ok ? OtherWaysDesk.safeParse(body) : null
  if (desk?.success) return accept(desk.data)
  const refused = RefusedBody.safeParse(body)
  return refused.success ? { ok: false, refusal: refused.data.refusal } : refuse('server/unavailable')
}
