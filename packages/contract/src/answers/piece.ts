import { z } from 'zod'

/** Whole words of a contribution that can be answered by themselves. */
export const ContributionPart = z.enum(['body', 'reason', 'instead', 'replacement'])
export type ContributionPart = z.infer<typeof ContributionPart>

/** Longest list of pieces in one point, and of points in one contribution. */
export const mostPieces = 20
export const mostPoints = 20

/**
 * A stretch of one part of a contribution, in UTF-16 units. Words are not copied: what their author takes back is gone
 * here too. `domain/answers/excerpt` reads them.
 */
export const Piece = z
  .object({
    part: ContributionPart,
    start: z.number().int().nonnegative(),
    end: z.number().int().positive(),
  })
  .refine(({ start, end }) => start < end, { error: 'a piece is not empty', path: ['end'] })
export type Piece = z.infer<typeof Piece>

/** Counts the points of one contribution from 1. */
export const PointNumber = z.number().int().min(1).max(9_999)
export type PointNumber = z.infer<typeof PointNumber>
