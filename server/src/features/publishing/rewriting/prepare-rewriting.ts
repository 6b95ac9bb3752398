import type { DocumentId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { NewText } from '@randnotiz/contract/publishing/rewriting'
import type { LiveState } from '../../documents/index.js'
import type { Rewriting, WantedText } from '../texts/text-jobs.js'
import type { RewritingParts } from './parts.js'

export type Prepared = { live: LiveState; rewriting: Rewriting }

/** The edit that would make the live text, as it is on disk now, the new one. */
export async function prepareRewriting(
  { documents, texts, keptContent }: RewritingParts,
  documentId: DocumentId,
  newText: NewText,
): Promise<Result<Prepared>> {
  const wanted = await wantedText(newText, version => keptContent(documentId, version))
  if (wanted === null) return refuse('publishing/unknown-version')
  const live = await documents.liveState(documentId)
  if (live === null) return refuse('documents/unknown')
  const rewriting = await texts.rewrite(live.update, wanted)
  return rewriting ? accept({ live, rewriting }) : refuse('publishing/draft-unreadable', { field: 'newText' })
}

type KeptVersion = Extract<NewText, { kind: 'version' }>['version']

async function wantedText(
  newText: NewText,
  keptContent: (version: KeptVersion) => Promise<string | null>,
): Promise<WantedText | null> {
  if (newText.kind !== 'version') return newText
  const content = await keptContent(newText.version)
  return content === null ? null : { kind: 'kept', content }
}
