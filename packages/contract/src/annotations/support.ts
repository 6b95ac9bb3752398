import { z } from 'zod'
import { AnnotationId } from '../kit/ids.js'
import { Moment } from '../kit/wire-values.js'

/**
 * How many people support a contribution; there is no voting down. Shortly after it was made the number is nobody's
 * business, so that the first ones do not decide for all: `shownFrom` says until when.
 */
export const Support = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('shown'), count: z.number().int().nonnegative() }),
  z.object({ kind: z.literal('hidden'), shownFrom: Moment }),
])
export type Support = z.infer<typeof Support>

export const noSupport: Support = { kind: 'shown', count: 0 }

/** What shall be, not what shall change: sent twice it is done once. */
export const SetSupport = z.object({ annotationId: AnnotationId, supports: z.boolean() })
export type SetSupport = z.infer<typeof SetSupport>
