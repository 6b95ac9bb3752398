import { z } from 'zod'
import { AnnotationId, CommandId, DocumentId, IntakeItemId, ReplyId } from '../kit/ids.js'
import { AnnotationBody, bodyLimit } from './annotation.js'
import { attachmentReasonLimit } from './attachment.js'
import { AnnotationKind } from './kind.js'
import { PassageClaim, passageLimit } from './target.js'

/** Attach a contribution to a passage, or to the whole text when `passage` is null. */
export const CreateAnnotation = z
  .object({
    commandId: CommandId,
    documentId: DocumentId,
    passage: PassageClaim.nullable(),
    kind: AnnotationKind,
    body: AnnotationBody,
    /** Why and what instead, where the kind asks for them; see `domain/annotations/guided-form`. */
    reason: AnnotationBody.nullable().default(null),
    instead: AnnotationBody.nullable().default(null),
    replacement: z.string().trim().min(1).max(bodyLimit).nullable(),
    /** For staff: it is a point of what this letter, mail, card or person has said. */
    intake: IntakeItemId.nullable().default(null),
  })
  .refine(command => (command.kind === 'wording') === (command.replacement !== null), {
    error: 'a replacement belongs to the kind wording, and only there',
    path: ['replacement'],
  })
  .refine(command => command.kind !== 'wording' || command.passage !== null, {
    error: 'a wording needs a passage',
    path: ['passage'],
  })
export type CreateAnnotation = z.infer<typeof CreateAnnotation>

export const ReplyToAnnotation = z.object({
  commandId: CommandId,
  annotationId: AnnotationId,
  body: AnnotationBody,
})
export type ReplyToAnnotation = z.infer<typeof ReplyToAnnotation>

const attaching = {
  commandId: CommandId,
  annotationId: AnnotationId,
  /** Number of the last decision that the person has seen, 0 for none: nobody overrules a colleague unseen. */
  after: z.number().int().nonnegative(),
  /** For the history; may be empty. */
  reason: z.string().trim().max(attachmentReasonLimit),
}

/**
 * Staff say where an annotation belongs: at the place that was suggested (`passage` is that place as it stands on the
 * screen), at a passage they have selected, or nowhere any more.
 */
export const AttachAnnotation = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('confirmed'), passage: PassageClaim, ...attaching }),
  z.object({ decision: z.literal('attached'), passage: PassageClaim, ...attaching }),
  z.object({ decision: z.literal('detached'), ...attaching }),
])
export type AttachAnnotation = z.infer<typeof AttachAnnotation>

/**
 * Staff take a proposed wording into the live text. `before` are the words that stood at its place before their eyes;
 * where others stand by now nothing is done. `wording` is what shall stand there: the proposal, a part of its changes,
 * or something of it in other words.
 */
export const AcceptProposal = z.object({
  commandId: CommandId,
  annotationId: AnnotationId,
  /** Which wording of the contribution they have read. */
  edition: z.number().int().positive(),
  before: z.string().min(1).max(passageLimit),
  wording: z.string().trim().min(1).max(bodyLimit),
})
export type AcceptProposal = z.infer<typeof AcceptProposal>

/**
 * Its author puts a contribution in other words. `edition` is the one they had before their eyes: where another window
 * was faster nothing is overwritten.
 */
export const EditAnnotation = z
  .object({
    commandId: CommandId,
    annotationId: AnnotationId,
    edition: z.number().int().positive(),
    kind: AnnotationKind,
    body: AnnotationBody,
    reason: AnnotationBody.nullable().default(null),
    instead: AnnotationBody.nullable().default(null),
    replacement: z.string().trim().min(1).max(bodyLimit).nullable(),
  })
  .refine(command => (command.kind === 'wording') === (command.replacement !== null), {
    error: 'a replacement belongs to the kind wording, and only there',
    path: ['replacement'],
  })
export type EditAnnotation = z.infer<typeof EditAnnotation>

/** Its author puts a reply in other words; `edition` is that of the reply, as for a contribution. */
export const EditReply = z.object({
  commandId: CommandId,
  annotationId: AnnotationId,
  replyId: ReplyId,
  edition: z.number().int().positive(),
  body: AnnotationBody,
})
export type EditReply = z.infer<typeof EditReply>

/** Its author takes a contribution back, or one of their replies. Done twice it is done once; nothing leads back. */
export const WithdrawContribution = z.object({
  annotationId: AnnotationId,
  replyId: ReplyId.nullable().default(null),
})
export type WithdrawContribution = z.infer<typeof WithdrawContribution>
