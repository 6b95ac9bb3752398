import { z } from 'zod'
import { DocumentId, TextStateId } from '../kit/ids.js'
import { Base64 } from '../kit/wire-values.js'

/** Longest passage, in UTF-16 units. */
export const passageLimit = 4_000

/** Characters of context kept on each side of a quote, in UTF-16 units. */
export const contextLength = 128

/** Half-open range in the flat text of a document, in UTF-16 units. */
export const TextRange = z
  .object({ start: z.number().int().nonnegative(), end: z.number().int().positive() })
  .refine(range => range.start < range.end, { error: 'a range has a start before its end' })
export type TextRange = z.infer<typeof TextRange>

/**
 * A range bound to the quote's own characters: two Yjs relative positions, encoded, the start with assoc 0
 * and the end with assoc -1.
 */
export const CrdtRange = z.object({ start: Base64, end: Base64 })
export type CrdtRange = z.infer<typeof CrdtRange>

/** The exact words and what stood around them. */
export const Quote = z.object({
  exact: z.string().min(1).max(passageLimit),
  prefix: z.string().max(contextLength),
  suffix: z.string().max(contextLength),
})
export type Quote = z.infer<typeof Quote>

/** What a client claims to have seen. The server verifies the quote against that state and completes the rest. */
export const PassageClaim = z.object({
  /** Number of the release that was read; left out for the live text. */
  release: z.number().int().positive().optional(),
  /** Yjs state vector of the text on the screen. */
  stateVector: Base64,
  range: TextRange,
  /** Longer ones than `passageLimit` are refused by name, not as a broken request. */
  exact: z
    .string()
    .min(1)
    .max(passageLimit * 16),
  crdt: CrdtRange,
})
export type PassageClaim = z.infer<typeof PassageClaim>

/** A passage of a stored text state, whose plain text is kept for good: its words, offsets in that state, characters. */
export const PassageAnchor = z.object({
  textStateId: TextStateId,
  quote: Quote,
  range: TextRange,
  crdt: CrdtRange,
  stateVector: Base64,
})
export type PassageAnchor = z.infer<typeof PassageAnchor>

/** Where an annotation was made; never rewritten. A contribution on the whole text has no passage. */
export const Target = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('document'), documentId: DocumentId }),
  z.object({
    kind: z.literal('passage'),
    documentId: DocumentId,
    /** Number of the release it was made in; absent for the live text. */
    release: z.number().int().positive().optional(),
    ...PassageAnchor.shape,
  }),
])
export type Target = z.infer<typeof Target>
