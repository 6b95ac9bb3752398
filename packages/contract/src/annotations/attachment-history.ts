import { z } from 'zod'
import { AnnotationId } from '../kit/ids.js'
import { Author } from './annotation.js'
import { Attachment, attachmentReasonLimit } from './attachment.js'

/** Where an annotation stood before somebody decided; `words` are those of its place then, null when it had none. */
export const FormerPlace = z.object({
  status: z.enum(['exact', 'changed', 'suggested', 'orphaned', 'pending', 'whole']),
  words: z.string().nullable(),
})
export type FormerPlace = z.infer<typeof FormerPlace>

/** One decision with all that staff may know of it. */
export const AttachmentEntry = z.object({
  attachment: Attachment,
  from: FormerPlace,
  /** Empty when nobody gave one. */
  reason: z.string().max(attachmentReasonLimit),
  by: Author,
})
export type AttachmentEntry = z.infer<typeof AttachmentEntry>

/** Every decision about one annotation, oldest first. For staff only. */
export const AttachmentHistory = z.object({ annotationId: AnnotationId, entries: z.array(AttachmentEntry) })
export type AttachmentHistory = z.infer<typeof AttachmentHistory>
