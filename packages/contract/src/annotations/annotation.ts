import { z } from 'zod'
import { Pseudonym } from '../accounts/viewer.js'
import { AnnotationId, ReplyId, UserId } from '../kit/ids.js'
import { Moment } from '../kit/wire-values.js'
import { AnnotationKind } from './kind.js'
import { Publication, published } from './publication.js'
import { Resolution } from './resolution.js'
import { Target } from './target.js'

/** Longest contribution and reply, in UTF-16 units. */
export const bodyLimit = 5_000

export const AnnotationBody = z.string().trim().min(1).max(bodyLimit)

export const Author = z.object({ id: UserId, pseudonym: Pseudonym, staff: z.boolean() })
export type Author = z.infer<typeof Author>

/** Stands for whoever wrote words that the viewer may not read. */
export const unnamedAuthor: Author = { id: UserId.parse('0'.repeat(24)), pseudonym: '—', staff: false }

/** The words; null where the viewer may not read them, see `publication`. */
const Words = AnnotationBody.nullable()

/** One level only: a reply has no replies. Oldest first. */
export const Reply = z.object({
  id: ReplyId,
  author: Author,
  body: Words,
  createdAt: Moment,
  publication: Publication.default(published),
})
export type Reply = z.infer<typeof Reply>

/** A contribution as its viewer may see it: everybody, its author, or a moderator. */
export const Annotation = z.object({
  id: AnnotationId,
  target: Target,
  resolution: Resolution,
  kind: AnnotationKind,
  body: Words,
  /** The proposed wording, for kind `wording`; null otherwise, and where the viewer may not read the words. */
  replacement: z.string().max(bodyLimit).nullable(),
  author: Author,
  createdAt: Moment,
  publication: Publication.default(published),
  replies: z.array(Reply),
})
export type Annotation = z.infer<typeof Annotation>
