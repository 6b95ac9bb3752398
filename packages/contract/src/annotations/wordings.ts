import { z } from 'zod'
import { AnnotationId, ReplyId } from '../kit/ids.js'
import { Moment } from '../kit/wire-values.js'
import { Annotation, AnnotationBody } from './annotation.js'

/** How a contribution read until its author changed it. */
export const EarlierWording = z.object({
  edition: z.number().int().positive(),
  kind: Annotation.shape.kind,
  body: AnnotationBody,
  reason: Annotation.shape.reason,
  instead: Annotation.shape.instead,
  replacement: Annotation.shape.replacement,
  /** When it was replaced. */
  until: Moment,
})
export type EarlierWording = z.infer<typeof EarlierWording>

/** How a reply read until its author changed it. */
export const EarlierReplyWording = z.object({
  replyId: ReplyId,
  edition: z.number().int().positive(),
  body: AnnotationBody,
  /** When it was replaced. */
  until: Moment,
})
export type EarlierReplyWording = z.infer<typeof EarlierReplyWording>

/** For staff only, oldest first. */
export const EarlierWordings = z.object({
  annotationId: AnnotationId,
  wordings: z.array(EarlierWording),
  replyWordings: z.array(EarlierReplyWording),
})
export type EarlierWordings = z.infer<typeof EarlierWordings>
