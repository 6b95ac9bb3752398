import { z } from 'zod'
import { DocumentId } from '../kit/ids.js'
import { Annotation } from './annotation.js'

/** Number of the last change a client has; 0 asks for everything. Numbers of a document have no gaps. */
export const Seq = z.number().int().nonnegative()

/** Most annotations in one answer. */
export const feedPageSize = 100

/**
 * A stretch of a document's change feed. `annotations` holds each annotation that changed in (since, upTo] once,
 * as it stands now. Ask again from `upTo` until it equals `head`.
 */
export const FeedPage = z.object({
  documentId: DocumentId,
  upTo: Seq,
  head: Seq,
  annotations: z.array(Annotation),
})
export type FeedPage = z.infer<typeof FeedPage>
