import { z } from 'zod'
import { DocumentSummary } from '../documents/document.js'
import { AnnotationId, ReplyId } from '../kit/ids.js'
import { Annotation } from './annotation.js'

/** Most contributions in one answer. */
export const ownPageSize = 50

/** A contribution of the viewer, or one that they have replied to, with the text it is about. */
export const OwnContribution = z.object({
  annotation: Annotation,
  document: DocumentSummary,
  /** Its author may still put it in other words. */
  editable: z.boolean(),
  /** Their replies that they may still put in other words. */
  editableReplies: z.array(ReplyId),
})
export type OwnContribution = z.infer<typeof OwnContribution>

/** Newest first. Ask again with `before` until `next` is null. */
export const OwnContributionsPage = z.object({
  contributions: z.array(OwnContribution),
  next: AnnotationId.nullable(),
})
export type OwnContributionsPage = z.infer<typeof OwnContributionsPage>
