import { createHash } from 'node:crypto'
import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { OtherWaysDesk, PlainText, SignLanguage } from '@randnotiz/contract/documents/accessible'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { may } from '@randnotiz/domain/accounts/permissions'
import type { Clock } from '../../../platform/clock.js'
import { type DocumentRecord, type DocumentStore, summaryOf } from '../storage/document-store.js'
import type { OtherWaysRecord, OtherWaysStore, StoredPlain } from './other-ways-store.js'
import type { VideoBytes } from './video-bytes.js'

/** What the deeds with other ways to a text are done with. */
export type AccessibleParts = {
  documents: DocumentStore
  ways: OtherWaysStore
  videos: VideoBytes
  clock: Clock
}

/** The document, for whoever may edit it. */
export async function editableDocument(
  { documents }: Pick<AccessibleParts, 'documents'>,
  documentId: DocumentId,
  viewer: Viewer,
): Promise<Result<DocumentRecord>> {
  const refusal = may(viewer, 'document:edit')
  if (refusal !== null) return refuse(refusal)
  const document = await documents.byId(documentId)
  return document ? accept(document) : refuse('documents/unknown')
}

export async function deskOf({ ways }: AccessibleParts, document: DocumentRecord): Promise<OtherWaysDesk> {
  const record = await ways.of(document._id)
  return {
    document: summaryOf(document),
    plain: record.plain?.markdown ?? '',
    plainEnglish: record.plainEnglish?.markdown ?? '',
    sign: signOf(record),
  }
}

export function plainOf(stored: StoredPlain | null): PlainText | null {
  return stored && { html: stored.html, editedAt: stored.editedAt.toISOString() }
}

export function signOf({ video, link }: OtherWaysRecord): SignLanguage {
  if (video === null) return { video, link }
  const { id, type, bytes, captions } = video
  const address = `/media/video/${id}`
  return {
    link,
    video: {
      src: `${address}.${type === 'video/mp4' ? 'mp4' : 'webm'}`,
      type,
      bytes,
      // Captions can be mended under a video that stays: other words have another address.
      captions: captions === null ? null : `${address}.vtt?${hashOf(captions)}`,
    },
  }
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8)
