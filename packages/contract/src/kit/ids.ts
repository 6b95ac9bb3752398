import { z } from 'zod'

/** Twelve random bytes in hexadecimal, as MongoDB makes them. */
const objectId = z.string().regex(/^[0-9a-f]{24}$/)

export const UserId = objectId.brand('UserId')
export type UserId = z.infer<typeof UserId>

export const ProcessId = objectId.brand('ProcessId')
export type ProcessId = z.infer<typeof ProcessId>

export const DocumentId = objectId.brand('DocumentId')
export type DocumentId = z.infer<typeof DocumentId>

export const AnnotationId = objectId.brand('AnnotationId')
export type AnnotationId = z.infer<typeof AnnotationId>

export const ReplyId = objectId.brand('ReplyId')
export type ReplyId = z.infer<typeof ReplyId>

export const ModerationDecisionId = objectId.brand('ModerationDecisionId')
export type ModerationDecisionId = z.infer<typeof ModerationDecisionId>

export const ModerationReportId = objectId.brand('ModerationReportId')
export type ModerationReportId = z.infer<typeof ModerationReportId>

export const NoticeId = objectId.brand('NoticeId')
export type NoticeId = z.infer<typeof NoticeId>

export const TextStateId = objectId.brand('TextStateId')
export type TextStateId = z.infer<typeof TextStateId>

export const ReleaseId = objectId.brand('ReleaseId')
export type ReleaseId = z.infer<typeof ReleaseId>

export const NewsId = objectId.brand('NewsId')
export type NewsId = z.infer<typeof NewsId>

export const ImageId = objectId.brand('ImageId')
export type ImageId = z.infer<typeof ImageId>

export const AnswerNoteId = objectId.brand('AnswerNoteId')
export type AnswerNoteId = z.infer<typeof AnswerNoteId>

export const AnswerPublicationId = objectId.brand('AnswerPublicationId')
export type AnswerPublicationId = z.infer<typeof AnswerPublicationId>

/** Work that the server does for somebody in the background. */
export const JobId = objectId.brand('JobId')
export type JobId = z.infer<typeof JobId>

/** A letter, a mail, a card or spoken words that reached the city. */
export const IntakeItemId = objectId.brand('IntakeItemId')
export type IntakeItemId = z.infer<typeof IntakeItemId>

export const VideoId = objectId.brand('VideoId')
export type VideoId = z.infer<typeof VideoId>

export const WorkshopId = objectId.brand('WorkshopId')
export type WorkshopId = z.infer<typeof WorkshopId>
/** Somebody in one workshop, with or without an account; means nothing outside of it. */
export const ParticipantId = objectId.brand('ParticipantId')
export type ParticipantId = z.infer<typeof ParticipantId>
/** Minted by whoever plans the agenda. */
export const StepId = z.uuid().brand('StepId')
export type StepId = z.infer<typeof StepId>

/** Something that a workshop has led to. */
export const OutcomeId = z.uuid().brand('OutcomeId')
export type OutcomeId = z.infer<typeof OutcomeId>
export const GroupId = z.uuid().brand('GroupId')
export type GroupId = z.infer<typeof GroupId>

/** Made by the client once for each deed a person means, so that a retry after a lost answer does nothing twice. */
export const CommandId = z.uuid().brand('CommandId')
export type CommandId = z.infer<typeof CommandId>

/** The stable name of a block of text, minted by the editor; part of deep links. */
export const BlockId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
export type BlockId = z.infer<typeof BlockId>

/** The readable part of an address, e.g. `mobile-stadt`. */
export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80)
export type Slug = z.infer<typeof Slug>
