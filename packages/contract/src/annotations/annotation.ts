import { z } from 'zod'
import { Pseudonym } from '../accounts/viewer.js'
import { AnnotationId, ReplyId, UserId } from '../kit/ids.js'
import { Moment } from '../kit/wire-values.js'
import { AnnotationKind } from './kind.js'
import { Resolution } from './resolution.js'
import { Target } from './target.js'

/** Longest contribution and reply, in UTF-16 units. */
export const bodyLimit = 5_000

export const AnnotationBody = z.string().trim().min(1).max(bodyLimit)

export const Author = z.object({ id: UserId, pseudonym: Pseudonym, staff: z.boolean() })
export type Author = z.infer<typeof Author>

/** One level only: a reply has no replies. Oldest first. */
export const Reply = z.object({ id: ReplyId, author: Author, body: AnnotationBody, createdAt: Moment })
export type Reply = z.infer<typeof Reply>

/** A contribution as everybody sees it. */
export const Annotation = z.object({
  id: AnnotationId,
  target: Target,
  resolution: Resolution,
  kind: AnnotationKind,
  body: AnnotationBody,
  /** The proposed wording, for kind `wording`; null otherwise. */
  replacement: z.string().max(bodyLimit).nullable(),
  author: Author,
  createdAt: Moment,
  replies: z.array(Reply),
})
export type Annotation = z.infer<typeof Annotation>
