import { z } from 'zod'
import { AnnotationId, CommandId, ProcessId, UserId } from '../kit/ids.js'
import { ChangeClaim, PublicReason } from './answer.js'
import { DueDay, noteLimit, PointName, returnLimit } from './case.js'
import { Outcome } from './outcome.js'
import { mostPieces, mostPoints, Piece, PointNumber } from './piece.js'
import { UnitId } from './settings.js'

/** Most points in one command for many. */
export const mostAtOnce = 200

/** A point as somebody has it before their eyes: where its case has another version nothing is done. */
export const SeenPoint = PointName.extend({ version: z.number().int().nonnegative() })
export type SeenPoint = z.infer<typeof SeenPoint>

const SeenPoints = z.array(SeenPoint).min(1).max(mostAtOnce)

/** What is left out stays as it is; null takes it away. */
export const AssignPoints = z.object({
  points: SeenPoints,
  unit: UnitId.nullable().optional(),
  dueOn: DueDay.nullable().optional(),
  assignee: UserId.nullable().optional(),
})
export type AssignPoints = z.infer<typeof AssignPoints>

/** Into review, or back to the new ones. */
export const MovePoints = z.object({ points: SeenPoints, move: z.enum(['take-up', 'put-back']) })
export type MovePoints = z.infer<typeof MovePoints>

/** The answer as its writer means it; what was written before stays in the history. */
export const AnswerClaim = z.object({
  outcome: Outcome,
  reason: PublicReason,
  change: ChangeClaim.nullable(),
})
export type AnswerClaim = z.infer<typeof AnswerClaim>

/** `edition` is the wording of the contribution that its writer has read. */
export const WriteAnswer = z.object({
  point: SeenPoint,
  edition: z.number().int().positive(),
  answer: AnswerClaim,
})
export type WriteAnswer = z.infer<typeof WriteAnswer>

/** By a second person. */
export const ReleaseAnswers = z.object({ points: SeenPoints })
export type ReleaseAnswers = z.infer<typeof ReleaseAnswers>

/** Back to its writer. */
export const ReturnAnswer = z.object({
  point: SeenPoint,
  why: z.string().trim().min(1).max(returnLimit),
})
export type ReturnAnswer = z.infer<typeof ReturnAnswer>

/** Everybody reads them from now on, and whoever they concern is told. Sent twice it is done once. */
export const PublishAnswers = z.object({ commandId: CommandId, processId: ProcessId, points: SeenPoints })
export type PublishAnswers = z.infer<typeof PublishAnswers>

/**
 * The points that a contribution consists of from now on. Those with a number stay and keep what was done about them,
 * those without are new, and a number that is missing goes. One point without pieces makes it whole again.
 */
export const SplitCase = z.object({
  version: z.number().int().nonnegative(),
  edition: z.number().int().positive(),
  points: z
    .array(z.object({ number: PointNumber.nullable(), pieces: z.array(Piece).max(mostPieces) }))
    .min(1)
    .max(mostPoints),
})
export type SplitCase = z.infer<typeof SplitCase>

/** From now on the members say what the lead says. */
export const GroupPoints = z.object({ lead: SeenPoint, members: z.array(SeenPoint).min(1).max(mostAtOnce) })
export type GroupPoints = z.infer<typeof GroupPoints>

/** `member` is answered by itself again; for the lead itself the whole group ends. */
export const LeaveGroup = z.object({ lead: SeenPoint, member: PointName })
export type LeaveGroup = z.infer<typeof LeaveGroup>

/** Whoever is mentioned is told. */
export const AddNote = z.object({
  commandId: CommandId,
  annotationId: AnnotationId,
  body: z.string().trim().min(1).max(noteLimit),
  mentions: z.array(UserId).max(20),
})
export type AddNote = z.infer<typeof AddNote>
