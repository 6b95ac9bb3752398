import type { AnnotationId, BlockId, DocumentId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { Passage } from '@randnotiz/contract/workshops/passage'
import type { WorkshopParts } from './parts.js'

type Asked = { documentId: DocumentId; block: BlockId | undefined; annotation: AnnotationId | undefined }

/** Lines on either side of the one in question. */
const around = 1

/** A place in a text as readers may see it, small enough for a whole hall. */
export async function readPassage(
  parts: Pick<WorkshopParts, 'documentById' | 'readLines' | 'passageOfAnnotation'>,
  { documentId, block, annotation }: Asked,
): Promise<Result<Passage>> {
  const document = await parts.documentById(documentId)
  const all = document && (await parts.readLines(documentId))
  if (!document || !all) return refuse('documents/unknown')
  const about = annotation === undefined ? null : await parts.passageOfAnnotation(documentId, annotation)
  const wanted = block ?? about?.blockId ?? null
  const at = all.findIndex(({ blockId }) => blockId === wanted)
  const { id, slug, title } = document
  const known = { document: { id, slug, title }, quote: about?.quote ?? null }
  if (wanted === null || at < 0) return accept({ ...known, heading: null, lines: all, focus: null })
  const heading = all.slice(0, at).findLast(({ kind }) => kind === 'heading')
  const near = all.slice(Math.max(0, at - around), at + around + 1)
  const lines = near.filter(line => line.blockId === wanted || line !== heading)
  return accept({ ...known, heading: heading?.text ?? null, lines, focus: wanted })
}
