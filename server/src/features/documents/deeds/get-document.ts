import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { DocumentPage } from '@randnotiz/contract/documents/endpoints'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { may, mayAsGuest } from '@randnotiz/domain/accounts/permissions'
import type { LiveTexts } from '../live/live-texts.js'
import type { PhaseOf } from '../phase-of.js'
import { type DocumentStore, summaryOf } from '../storage/document-store.js'

export type GetDocumentParts = { documents: DocumentStore; liveTexts: LiveTexts; phaseOf: PhaseOf }

export async function getDocument(
  { documents, liveTexts, phaseOf }: GetDocumentParts,
  slug: string,
  viewer: Viewer,
): Promise<Result<DocumentPage>> {
  const record = await documents.bySlug(slug)
  if (record === null) return refuse('documents/unknown')
  const [rendered, phase] = await Promise.all([liveTexts.rendered(record._id), phaseOf(record.processId)])
  return accept({
    document: summaryOf(record),
    text: { ...rendered, editedAt: record.editedAt.toISOString() },
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
