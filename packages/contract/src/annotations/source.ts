import { z } from 'zod'
import { Moment } from '../kit/wire-values.js'

/** Where contributions can be taken over from. */
export const SourceSystem = z.enum(['web-annotation', 'consul'])
export type SourceSystem = z.infer<typeof SourceSystem>

/** Longest name that another system may have for a contribution. */
export const sourceIdLimit = 2_000

/** Facts about a contribution, or a reply, that was made elsewhere. They are told, not believed: nothing here gives a right. */
export const Source = z.object({
  system: SourceSystem,
  /** Its name there; an address where that system has addresses. The same one is taken over once. */
  id: z.string().min(1).max(sourceIdLimit),
  importedAt: Moment,
  /** How many people supported it there; null when nobody counted. */
  support: z.number().int().nonnegative().nullable(),
  /** Whether it was marked there as the word of the office. */
  official: z.boolean(),
  /** Number of the release that it was written about there; null for the living text, and where nobody knows. */
  release: z.number().int().positive().nullable().default(null),
})
export type Source = z.infer<typeof Source>
