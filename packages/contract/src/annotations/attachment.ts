import { z } from 'zod'
import { Moment } from '../kit/wire-values.js'
import { PassageAnchor } from './target.js'

/** Longest reason for a decision, in UTF-16 units. */
export const attachmentReasonLimit = 500

const decided = {
  /** Counts the decisions about this annotation, from 1. */
  number: z.number().int().positive(),
  decidedAt: Moment,
}

/**
 * Staff's last word about where an annotation belongs, as everybody sees it: what was said, not who said it.
 * `confirmed` is the place that the search had suggested, `attached` one that staff selected, `detached` says that the
 * passage is gone. From then on the annotation is looked for from `anchor`; its target stays as it was.
 */
export const Attachment = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('confirmed'), anchor: PassageAnchor, ...decided }),
  z.object({ decision: z.literal('attached'), anchor: PassageAnchor, ...decided }),
  z.object({ decision: z.literal('detached'), ...decided }),
])
export type Attachment = z.infer<typeof Attachment>

export type AttachmentDecision = Attachment['decision']
