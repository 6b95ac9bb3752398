import { z } from 'zod'
import { DocumentId } from '../kit/ids.js'
import { OutcomeKind } from './outcome.js'

const count = z.number().int().nonnegative()

/**
 * How far the answering of a process is. It counts contributions that everybody may read; one is answered when each of
 * its points has a published answer. `outcomes` counts points.
 */
export const AnswerTotals = z.object({
  contributions: count,
  answered: count,
  outcomes: z.partialRecord(OutcomeKind, count),
  documents: z.array(z.object({ documentId: DocumentId, contributions: count, answered: count })),
})
export type AnswerTotals = z.infer<typeof AnswerTotals>
