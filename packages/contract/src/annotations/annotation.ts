import { z } from 'zod'
import { Pseudonym } from '../accounts/viewer.js'
import { PublicAnswer } from '../answers/answer.js'
import { AnnotationId, ReplyId, StepId, UserId, WorkshopId } from '../kit/ids.js'
import { Moment } from '../kit/wire-values.js'
import { Attachment } from './attachment.js'
import { Received } from './channel.js'
import { AnnotationKind } from './kind.js'
import { Proposal } from './proposal.js'
import { Publication, published } from './publication.js'
import { Resolution } from './resolution.js'
import { Source } from './source.js'
import { noSupport, Support } from './support.js'
import { Target } from './target.js'

/** Longest contribution and reply, in UTF-16 units. */
export const bodyLimit = 5_000

export const AnnotationBody = z.string().trim().min(1).max(bodyLimit)

/** How somebody signs. Nobody is staff without an account. */
export const Author = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('account'), id: UserId, pseudonym: Pseudonym, staff: z.boolean() }),
  z.object({ kind: z.literal('guest'), id: UserId, pseudonym: Pseudonym, staff: z.literal(false) }),
  // Whose words were taken over from elsewhere, see `source`.
  z.object({ kind: z.literal('imported'), id: UserId, pseudonym: Pseudonym, staff: z.literal(false) }),
])
export type Author = z.infer<typeof Author>

/** Stands for whoever wrote words that the viewer may not read. */
export const unnamedAuthor: Author = {
  kind: 'account',
  id: UserId.parse('0'.repeat(24)),
  pseudonym: '– –',
  staff: false,
}

/** The words; null where the viewer may not read them, see `publication`. */
const Words = AnnotationBody.nullable()

/** One level only: a reply has no replies. Oldest first. */
export const Reply = z.object({
  id: ReplyId,
  author: Author,
  body: Words,
  createdAt: Moment,
  publication: Publication.default(published),
  /** As for a contribution. */
  editedAt: Moment.nullable().default(null),
  edition: z.number().int().positive().default(1),
  /** Null when it was written here. */
  source: Source.nullable().default(null),
})
export type Reply = z.infer<typeof Reply>

/** `title` is the name of the workshop when it was said. */
export const WorkshopMark = z.object({ id: WorkshopId, stepId: StepId, title: z.string() })
export type WorkshopMark = z.infer<typeof WorkshopMark>

/** A contribution as its viewer may see it: everybody, its author, or a moderator. */
export const Annotation = z.object({
  id: AnnotationId,
  target: Target,
  resolution: Resolution,
  /** What staff said last about its place; null when they never did. */
  attachment: Attachment.nullable().default(null),
  kind: AnnotationKind,
  /** What it says; for kind `wording` why. */
  body: Words,
  /** Why, where the kind asks for it and the author has said so; see `domain/annotations/guided-form`. */
  reason: AnnotationBody.nullable().default(null),
  /** What instead, likewise. */
  instead: AnnotationBody.nullable().default(null),
  /** The proposed wording, for kind `wording`; null otherwise, and where the viewer may not read the words. */
  replacement: z.string().max(bodyLimit).nullable(),
  /** What became of the proposed wording; null for other kinds. */
  proposal: Proposal.nullable().default(null),
  author: Author,
  createdAt: Moment,
  publication: Publication.default(published),
  /** When its author changed its words last; null for as first written. */
  editedAt: Moment.nullable().default(null),
  /** Counts its wordings from 1; whoever edits says which one they had before their eyes. */
  edition: z.number().int().positive().default(1),
  support: Support.default(noSupport),
  replies: z.array(Reply),
  /** What the city has said to it in public; null while it has not, and where the viewer may not read the words. */
  answer: PublicAnswer.nullable().default(null),
  /** What of its words has given way to bars for everybody but its author and those who moderate. */
  blackened: z.enum(['nothing', 'passages', 'everything']).default('nothing'),
  /** Null when it was made here. */
  source: Source.nullable().default(null),
  /** The workshop in which it was said, and the step; null for one that was written elsewhere. */
  workshop: WorkshopMark.nullable().default(null),
  /** How it reached the city on paper, by mail or by word of mouth; null for one that was written elsewhere. */
  received: Received.nullable().default(null),
})
export type Annotation = z.infer<typeof Annotation>
