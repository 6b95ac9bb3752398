import type { FeedPage } from '@randnotiz/contract/annotations/change-feed'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { DeedParts } from './parts.js'

/** What changed since a number. Finishes first what a crash may have left between annotation and feed. */
export async function listAnnotations(
  parts: DeedParts,
  documentId: DocumentId,
  since: number,
): Promise<Result<FeedPage>> {
  if (!(await parts.documentExists(documentId))) return refuse('documents/unknown')
  await parts.feed.flush(documentId)
  return accept(await parts.feed.page(documentId, since))
}
