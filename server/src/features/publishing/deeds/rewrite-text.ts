import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { RewriteText } from '@randnotiz/contract/publishing/rewriting'
import type { Hash } from '@randnotiz/contract/publishing/version'
import type { RewritingParts } from '../rewriting/parts.js'
import { prepareRewriting } from '../rewriting/prepare-rewriting.js'

/** So often the edit is made anew because somebody typed while it was being made, and took it back. */
const mostAttempts = 5

/**
 * Makes the live text another one, as an edit of it like everybody's: blocks that stay keep their characters. Refused
 * when the text is not the one that was previewed; that is asked again at the very moment at which the edit is handed in.
 * What somebody types in the instant after that is merged with it, as with any other edit.
 */
export async function rewriteText(
  parts: RewritingParts,
  { documentId, newText, state }: RewriteText & { documentId: DocumentId },
  viewer: Viewer,
): Promise<Result<{ state: Hash }>> {
  const allowed = await parts.documents.ask(viewer, 'document:edit', documentId)
  if (!allowed.ok) return allowed
  let kept = false
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const prepared = await prepareRewriting(parts, documentId, newText)
    if (!prepared.ok) return prepared
    const { live, rewriting } = prepared.value
    // A retry of what has been done already.
    if (rewriting.newState === rewriting.state) return accept({ state: rewriting.state })
    if (rewriting.state !== state) return refuse('publishing/text-moved-on')
    // Before it goes, so that nobody has to be afraid of this.
    if (!kept) await parts.keepReplaced(documentId, live.update)
    kept = true
    if (await parts.documents.applyTo(live, rewriting.edit)) return accept({ state: rewriting.newState })
  }
  return refuse('publishing/text-moved-on')
}
