import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { PickableText } from '@randnotiz/contract/answers/desk'
import { BlockId, type DocumentId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { VersionName } from '@randnotiz/contract/publishing/version'
import { parseContent } from '@randnotiz/document-schema/content/parse-content'
import { blockTexts } from '../desk/block-texts.js'
import type { AnswerParts } from '../parts.js'
import { askStaff } from './ask-staff.js'

type Texts = ReadonlyMap<string, string>
type BlockChange = PickableText['blocks'][number]['change']

/** The lines of the live text, and what differs from the last release, to say which of them a contribution has changed. */
export async function showPickable(
  parts: Pick<AnswerParts, 'documents' | 'publishing'>,
  documentId: DocumentId,
  viewer: Viewer,
): Promise<Result<PickableText>> {
  const staff = askStaff(viewer, 'answer:work')
  if (!staff.ok) return staff
  const live = await parts.documents.liveText(documentId)
  if (live === null) return refuse('documents/unknown')
  const [last] = await parts.publishing.versions.releasesOf(documentId)
  const now = await textsOf(parts, documentId, 'live')
  const before = last ? await textsOf(parts, documentId, String(last.number)) : null
  const { text, blocks } = live.index
  return accept({
    documentId,
    since: last?.number ?? null,
    blocks: blocks.flatMap(({ id, start, end, type }) => {
      const line = text.slice(start, end).trim()
      if (id === null || line === '') return []
      const change = changeOf(id, { before, now })
      return [{ blockId: BlockId.parse(id), text: line, heading: type === 'heading', change }]
    }),
  })
}

async function textsOf(
  { publishing }: Pick<AnswerParts, 'publishing'>,
  documentId: DocumentId,
  version: string,
): Promise<Texts | null> {
  const content = await publishing.versions.keptContent(documentId, VersionName.parse(version))
  return content === null ? null : blockTexts(parseContent(content))
}

function changeOf(id: string, { before, now }: { before: Texts | null; now: Texts | null }): BlockChange {
  if (before === null) return { kind: 'none' }
  const old = before.get(id)
  if (old === undefined) return { kind: 'new' }
  return old.trim() === (now?.get(id) ?? '').trim() ? { kind: 'none' } : { kind: 'changed', before: old }
}
