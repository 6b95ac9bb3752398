import { z } from 'zod'
import { DocumentSummary } from '../documents/document.js'
import { endpoint } from '../kit/endpoint.js'
import { BlockId, Slug } from '../kit/ids.js'
import { Annotation } from './annotation.js'

/** A text of at most so many contributions can be read on one page, for printing. */
export const mostOnOnePage = 500

/** Some blocks of a text, and the contributions on the last of them. */
export const AnnotatedStretch = z.object({
  /** Safe HTML, as readers get it. */
  html: z.string(),
  /** Level of the heading under which the contributions stand, 1 before the first. */
  level: z.number().int().min(1).max(6),
  notes: z.array(Annotation),
})
export type AnnotatedStretch = z.infer<typeof AnnotatedStretch>

/**
 * A text with each contribution under the block its passage ends in, as everybody may read them. Long ones come in
 * parts; a part is named by its first block, so that its address stays good while others write.
 */
export const TextWithNotes = z.object({
  document: DocumentSummary,
  /** Contributions on this text, in all parts. */
  total: z.number().int().nonnegative(),
  /** On the whole text; with the first part. */
  wholeText: z.array(Annotation),
  stretches: z.array(AnnotatedStretch),
  /** Without a certain place in the text that is shown; with the last part. */
  elsewhere: z.array(Annotation),
  part: z.number().int().positive(),
  /** First block of each part; null for the first one. */
  parts: z.array(BlockId.nullable()).min(1),
})
export type TextWithNotes = z.infer<typeof TextWithNotes>

export const getTextWithNotes = endpoint({
  name: 'getTextWithNotes',
  method: 'GET',
  path: '/api/documents/:slug/with-notes',
  params: z.object({ slug: Slug }),
  query: z.object({
    /** The part with this block; the first one when left out or gone. */
    from: BlockId.optional(),
    /** Everything in one part, up to `mostOnOnePage` contributions. */
    whole: z.literal('yes').optional(),
  }),
  response: TextWithNotes,
})
