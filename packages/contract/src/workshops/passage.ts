import { z } from 'zod'
import { endpoint } from '../kit/endpoint.js'
import { AnnotationId, BlockId, DocumentId, Slug } from '../kit/ids.js'
import { LocalizedText } from '../kit/wire-values.js'

/** A paragraph or heading, as plain words. */
export const PassageLine = z.object({
  blockId: BlockId,
  kind: z.enum(['heading', 'paragraph']),
  text: z.string(),
})
export type PassageLine = z.infer<typeof PassageLine>

/** A place in a text as halls show it: some lines of it, small enough for five hundred phones at once. */
export const Passage = z.object({
  document: z.object({ id: DocumentId, slug: Slug, title: LocalizedText }),
  /** The heading that it stands under. */
  heading: z.string().nullable(),
  /** Those around the line in question, or all of the document. */
  lines: z.array(PassageLine),
  /** The line in question; null for a whole document, or when it is gone from the text. */
  focus: BlockId.nullable(),
  /** Words inside that line, where the question is about those. */
  quote: z.string().nullable(),
})
export type Passage = z.infer<typeof Passage>

/** A place in a text as readers may see it. Without a block the whole document. */
export const getPassage = endpoint({
  name: 'getPassage',
  method: 'GET',
  path: '/api/passages/:documentId',
  params: z.object({ documentId: DocumentId }),
  query: z.object({ block: BlockId.optional(), annotation: AnnotationId.optional() }),
  response: Passage,
})
