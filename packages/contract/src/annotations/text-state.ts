import { z } from 'zod'
import { DocumentId, TextStateId } from '../kit/ids.js'
import { Moment } from '../kit/wire-values.js'
import { Annotation } from './annotation.js'
import { TextRange } from './target.js'

/** A stretch of text that stayed, went or came. In order, without `added` they are the old text, without `removed` the new. */
export const DifferencePart = z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() })
export type DifferencePart = z.infer<typeof DifferencePart>

/** The lines around a passage then and today; `unclear` where too much has changed to say what belongs together. */
export const Difference = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('changed'), parts: z.array(DifferencePart) }),
  z.object({ kind: z.literal('unclear') }),
])
export type Difference = z.infer<typeof Difference>

/** An annotation, and its passage in a stored text state. */
export const QuotedThere = z.object({ annotation: Annotation, range: TextRange, difference: Difference })
export type QuotedThere = z.infer<typeof QuotedThere>

/** The plain text of a document as it stood when somebody annotated it: one line for each paragraph or heading. */
export const TextStatePage = z.object({
  id: TextStateId,
  documentId: DocumentId,
  text: z.string(),
  /** When it was kept. */
  keptAt: Moment,
  /** Null unless one asked for an annotation, and it quotes this text. */
  quoted: QuotedThere.nullable(),
})
export type TextStatePage = z.infer<typeof TextStatePage>
