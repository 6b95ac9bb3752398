import type { AnnotationId, DocumentId } from '@randnotiz/contract/kit/ids'
import { BlockId } from '@randnotiz/contract/kit/ids'
import { blockNumberAt } from '@randnotiz/document-schema/flat-text'
import type { DeedParts } from '../deeds/parts.js'

/** The block in which an annotation stands by now, and the words it is about; null for one without a place. */
export async function passageOf(
  { annotations, liveText }: Pick<DeedParts, 'annotations' | 'liveText'>,
  documentId: DocumentId,
  id: AnnotationId,
): Promise<{ blockId: BlockId; quote: string } | null> {
  const [record] = await annotations.byIds([id])
  const live = await liveText(documentId)
  if (record?.documentId !== documentId || record.publication.state !== 'published' || live === null)
    return null
  const { resolution } = record
  if (resolution.status !== 'exact' && resolution.status !== 'changed') return null
  const { start, end } = resolution.range
  const blockId = BlockId.safeParse(live.index.blocks[blockNumberAt(live.index, start) ?? -1]?.id)
  return blockId.success ? { blockId: blockId.data, quote: live.index.text.slice(start, end) } : null
}
