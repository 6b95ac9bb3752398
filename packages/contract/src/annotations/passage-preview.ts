import { z } from 'zod'
import { Annotation } from './annotation.js'

/**
 * What would become of an annotation if the text were another one.
 * `stays` at the same words · `changes`: at its place, with other words · `returns`: found again after it was lost or in
 * doubt · `in-doubt`: somebody has to say whether a place is the right one · `lost`: its passage goes · `still-lost`: as
 * before · `whole`: it speaks of the whole text.
 */
export const PassageFate = z.enum(['stays', 'changes', 'returns', 'in-doubt', 'lost', 'still-lost', 'whole'])
export type PassageFate = z.infer<typeof PassageFate>

/** Those that somebody should look at, worst first; the counts tell of all. */
export const affectedLimit = 100

export const AffectedPassage = z.object({
  annotation: Annotation,
  fate: PassageFate,
  /** The words it stands at now and would stand at then; null where it has no place. */
  now: z.string().nullable(),
  later: z.string().nullable(),
})
export type AffectedPassage = z.infer<typeof AffectedPassage>

export const PassagePreview = z.object({
  counts: z.record(PassageFate, z.number().int().nonnegative()),
  affected: z.array(AffectedPassage).max(affectedLimit),
})
export type PassagePreview = z.infer<typeof PassagePreview>
