import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { ShownText } from '@randnotiz/contract/documents/document'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import { accept, type Result } from '@randnotiz/contract/kit/result'
import type { VersionParts } from '../versions/parts.js'

/** Decides what citizens see. Whoever has the live text open and may not see it any more is told so at once. */
export async function showText(
  { documents }: VersionParts,
  { documentId, shown }: { documentId: DocumentId; shown: ShownText },
  viewer: Viewer,
): Promise<Result<{ shown: ShownText }>> {
  const allowed = await documents.ask(viewer, 'release:publish', documentId)
  if (!allowed.ok) return allowed
  await documents.setShown(documentId, shown)
  return accept({ shown })
}
