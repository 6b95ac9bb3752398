import { z } from 'zod'
import { DocumentId } from '../kit/ids.js'

/** Live numbers of one document: contributions so far, and people who have it open now. */
export const DocumentNumbers = z.object({
  documentId: DocumentId,
  annotations: z.number().int().nonnegative(),
  readers: z.number().int().nonnegative(),
})
export type DocumentNumbers = z.infer<typeof DocumentNumbers>
