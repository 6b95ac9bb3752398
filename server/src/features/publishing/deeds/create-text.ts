import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { DocumentSummary } from '@randnotiz/contract/documents/document'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { CreateText } from '@randnotiz/contract/publishing/text-file'
import { may } from '@randnotiz/domain/accounts/permissions'
import type { ImportingParts } from '../importing/parts.js'

/** Begins a text of a process from a draft. Done twice with the same id it answers the text that is there. */
export async function createText(
  { documents, processes, texts }: ImportingParts,
  { content, ...said }: CreateText,
  viewer: Viewer,
): Promise<Result<DocumentSummary>> {
  const refusal = may(viewer, 'document:create')
  if (refusal !== null) return refuse(refusal)
  if ((await processes.byId(said.processId)) === null) return refuse('publishing/unknown-process')
  const known = await documents.byId(said.id)
  if (known !== null)
    return known.title.de === said.title.de ? accept(known) : refuse('publishing/text-exists')
  const update = await texts.begin(content, said.id)
  if (update === null) return refuse('publishing/draft-unreadable', { field: 'content' })
  return accept(await documents.add({ ...said, leewayText: null, facts: null }, update))
}
