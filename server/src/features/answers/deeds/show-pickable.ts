import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { PickableText } from '@randnotiz/contract/answers/desk'
import { BlockId, type DocumentId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { AnswerParts } from '../parts.js'
import { askStaff } from './ask-staff.js'

/** The lines of the live text, to say which of them a contribution has changed. */
export async function showPickable(
  { documents }: AnswerParts,
  documentId: DocumentId,
  viewer: Viewer,
): Promise<Result<PickableText>> {
  const staff = askStaff(viewer, 'answer:work')
  if (!staff.ok) return staff
  const live = await documents.liveText(documentId)
  if (live === null) return refuse('documents/unknown')
  const { text, blocks } = live.index
  return accept({
    documentId,
    blocks: blocks.flatMap(({ id, start, end, type }) => {
      const line = text.slice(start, end).trim()
      return id === null || line === ''
        ? []
        : [{ blockId: BlockId.parse(id), text: line, heading: type === 'heading' }]
    }),
  })
}
