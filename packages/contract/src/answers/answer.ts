import { z } from 'zod'
import { AnnotationId, BlockId } from '../kit/ids.js'
import { Moment } from '../kit/wire-values.js'
import { Outcome } from './outcome.js'
import { Piece, PointNumber } from './piece.js'

/** Longest public reason, in UTF-16 units. */
export const reasonLimit = 5_000

export const PublicReason = z.string().trim().min(1).max(reasonLimit)

/** Most blocks of a text that one answer names as changed. */
export const mostChangedBlocks = 40

const BlockIds = z.array(BlockId).min(1).max(mostChangedBlocks)

/**
 * Where one sees what a contribution changed: by a proposal that was accepted, the contribution's own or another one, or
 * at blocks of the text, with the release in which the change appeared; null for one that the next release will show.
 */
export const ChangeClaim = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('proposal'), annotationId: AnnotationId }),
  z.object({
    kind: z.literal('passage'),
    blockIds: BlockIds,
    release: z.number().int().positive().max(99_999).nullable(),
  }),
])
export type ChangeClaim = z.infer<typeof ChangeClaim>

/**
 * The same with what the server found there. `before` and `after` are plain text of the blocks, `before` null for what
 * is new; `at` is the moment of the change, by which comparisons know between which versions it lies.
 */
export const Change = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('proposal'),
    annotationId: AnnotationId,
    blockIds: z.array(BlockId),
    before: z.string(),
    after: z.string(),
    at: Moment,
  }),
  z.object({
    kind: z.literal('passage'),
    blockIds: BlockIds,
    release: z.number().int().positive().nullable(),
    before: z.string().nullable(),
    after: z.string(),
    at: Moment,
  }),
])
export type Change = z.infer<typeof Change>

/** What the city says to a point of a contribution. There is no outcome without a public reason. */
export const Answer = z.object({
  outcome: Outcome,
  reason: PublicReason,
  change: Change.nullable(),
})
export type Answer = z.infer<typeof Answer>

/** A published answer. `pieces` are the words it answers; none for the whole contribution. */
export const AnsweredPoint = Answer.extend({
  number: PointNumber,
  pieces: z.array(Piece),
  publishedAt: Moment,
  /** How many contributions got this very answer, this one among them. */
  together: z.number().int().positive(),
})
export type AnsweredPoint = z.infer<typeof AnsweredPoint>

/** What everybody sees at a contribution: its answered points in order, and how many are still open. */
export const PublicAnswer = z.object({
  points: z.array(AnsweredPoint).min(1),
  open: z.number().int().nonnegative(),
})
export type PublicAnswer = z.infer<typeof PublicAnswer>
