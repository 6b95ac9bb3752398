import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { DocumentPage } from '@randnotiz/contract/documents/endpoints'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { may, mayAsGuest } from '@randnotiz/domain/accounts/permissions'
import type { LiveTexts } from '../live/live-texts.js'
import type { PhaseOf } from '../phase-of.js'
import type { ReadLastRelease } from '../shown-release.js'
import { type DocumentRecord, type DocumentStore, summaryOf } from '../storage/document-store.js'

export type GetDocumentParts = {
  documents: DocumentStore
  liveTexts: LiveTexts
  phaseOf: PhaseOf
  lastRelease: ReadLastRelease
}

export async function getDocument(
  parts: GetDocumentParts,
  slug: string,
  viewer: Viewer,
): Promise<Result<DocumentPage>> {
  const record = await parts.documents.bySlug(slug)
  if (record === null) return refuse('documents/unknown')
  const [shown, phase] = await Promise.all([readText(parts, record, viewer), parts.phaseOf(record.processId)])
  return accept({
    document: summaryOf(record),
    ...shown,
    permissions: {
      edit: may(viewer, 'document:edit', phase) === null,
      annotate: may(viewer, 'annotation:create', phase) === null,
      reply: may(viewer, 'annotation:reply', phase) === null,
      attach: may(viewer, 'annotation:attach', phase) === null,
      asGuest: {
        annotate: mayAsGuest('annotation:create', phase) === null,
        reply: mayAsGuest('annotation:reply', phase) === null,
      },
    },
  })
}

/** The live text, or the last release where citizens see that one. */
async function readText(
  { liveTexts, lastRelease }: GetDocumentParts,
  record: DocumentRecord,
  viewer: Viewer,
): Promise<Pick<DocumentPage, 'text' | 'source'>> {
  const release = record.shown === 'release' ? await lastRelease(record._id) : null
  if (release !== null && may(viewer, 'document:see-drafts') !== null) {
    const { source, ...text } = release
    return { source, text: { ...text, editedAt: source.publishedAt } }
  }
  const rendered = await liveTexts.rendered(record._id)
  const publicRelease = release?.source.number ?? null
  return {
    source: { kind: 'live', publicRelease },
    text: { ...rendered, editedAt: record.editedAt.toISOString() },
  }
}
