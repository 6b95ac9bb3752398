import { z } from 'zod'
import { Moment } from '../kit/wire-values.js'
import { CrdtRange, TextRange } from './target.js'

/** How a passage was found again; see `packages/anchoring`. */
export const ResolutionMethod = z.enum(['crdt', 'version-map', 'quote', 'unique-quote', 'staff', 'proposal'])
export type ResolutionMethod = z.infer<typeof ResolutionMethod>

/**
 * Where an annotation stands in the newest text; recomputed at will. `exact` and `changed` are attached and
 * painted, `suggested` waits for a person's word, `orphaned` keeps its quote and version, `pending` is being
 * computed. `changed` means: the right place, other words. `whole` is a contribution on the whole text: nothing to find.
 */
const found = { range: TextRange, crdt: CrdtRange, method: ResolutionMethod, resolvedAt: Moment }
export const Resolution = z.discriminatedUnion('status', [
  z.object({ status: z.literal('exact'), ...found }),
  z.object({ status: z.literal('changed'), ...found }),
  z.object({ status: z.literal('suggested'), ...found }),
  z.object({ status: z.literal('orphaned'), resolvedAt: Moment }),
  z.object({ status: z.literal('pending') }),
  z.object({ status: z.literal('whole') }),
])
export type Resolution = z.infer<typeof Resolution>
