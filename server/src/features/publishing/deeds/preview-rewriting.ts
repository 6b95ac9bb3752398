import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import { accept, type Result } from '@randnotiz/contract/kit/result'
import type { NewText, RewritingPreview } from '@randnotiz/contract/publishing/rewriting'
import type { RewritingParts } from '../rewriting/parts.js'
import { prepareRewriting } from '../rewriting/prepare-rewriting.js'

/** What would become of a text and its annotations. Changes nothing. */
export async function previewRewriting(
  parts: RewritingParts,
  { documentId, newText }: { documentId: DocumentId; newText: NewText },
  viewer: Viewer,
): Promise<Result<RewritingPreview>> {
  const allowed = await parts.documents.ask(viewer, 'document:edit', documentId)
  if (!allowed.ok) return allowed
  const prepared = await prepareRewriting(parts, documentId, newText)
  if (!prepared.ok) return prepared
  const { live, rewriting } = prepared.value
  const { edit, newState, ...figures } = rewriting
  const annotations = await parts.previewPassages({ documentId, viewer, present: live.update, edit })
  return accept({ ...figures, same: newState === figures.state, annotations })
}
