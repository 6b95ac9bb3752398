import { z } from 'zod'
import { refusalCodes } from '../kit/refusals.js'
import { PointName } from './case.js'

const count = z.number().int().nonnegative()

/** What a command for many did, and what it did not do and why. Versions are those after it. */
export const ManyDone = z.object({
  done: z.array(PointName),
  refused: z.array(PointName.extend({ code: z.enum(refusalCodes) })),
})
export type ManyDone = z.infer<typeof ManyDone>

/** Before answers are published: who would be told. A person counts once. */
export const PublishPreview = z.object({
  points: count,
  contributions: count,
  authors: count,
  supporters: count,
  people: count,
  /** What would not be published, and why. */
  refused: ManyDone.shape.refused,
})
export type PublishPreview = z.infer<typeof PublishPreview>
