import { z } from 'zod'
import { Author } from '../annotations/annotation.js'
import { AnnotationId, AnswerNoteId, DocumentId } from '../kit/ids.js'
import { Moment } from '../kit/wire-values.js'
import { Answer, AnsweredPoint } from './answer.js'
import { Outcome } from './outcome.js'
import { Piece, PointNumber } from './piece.js'
import { UnitId } from './settings.js'

/** neu · in Prüfung · Antwortentwurf · freigegeben · veröffentlicht; the moves are in `domain/answers/lifecycle`. */
export const WorkState = z.enum(['new', 'inReview', 'drafted', 'released', 'published'])
export type WorkState = z.infer<typeof WorkState>

const written = {
  answer: Answer,
  /** The wording of the contribution that its writer has read. */
  edition: z.number().int().positive(),
  writtenBy: Author,
  writtenAt: Moment,
}
const released = { releasedBy: Author, releasedAt: Moment }

/** Longest explanation why an answer goes back to its writer. */
export const returnLimit = 1_000

/** How far the office is with a point. Whoever releases an answer is never the one who wrote it. */
export const Work = z.discriminatedUnion('state', [
  z.object({ state: z.literal('new') }),
  z.object({ state: z.literal('inReview') }),
  z.object({
    state: z.literal('drafted'),
    ...written,
    /** Why somebody gave it back instead of releasing it; null when nobody did. */
    returned: z.object({ by: Author, at: Moment, why: z.string() }).nullable(),
  }),
  z.object({ state: z.literal('released'), ...written, ...released }),
  z.object({ state: z.literal('published'), ...written, ...released, publishedAt: Moment }),
])
export type Work = z.infer<typeof Work>

/** One point of one contribution, anywhere. */
export const PointName = z.object({ annotationId: AnnotationId, number: PointNumber })
export type PointName = z.infer<typeof PointName>

/** Points that say the same and are answered once. The answer is the lead's. */
export const PointGroup = z.object({ lead: PointName, members: z.array(PointName).min(1) })
export type PointGroup = z.infer<typeof PointGroup>

/** A calendar day, e.g. `2026-05-01`. */
export const DueDay = z.iso.date()
export type DueDay = z.infer<typeof DueDay>

/** What is answered as one. In a group `work` and `published` are its lead's. */
export const Point = z.object({
  number: PointNumber,
  /** Its words in the contribution; none for the whole of it. */
  pieces: z.array(Piece),
  work: Work,
  /** What everybody reads now; stays while a better answer is being written. */
  published: AnsweredPoint.nullable(),
  unit: UnitId.nullable(),
  dueOn: DueDay.nullable(),
  assignee: Author.nullable(),
  group: PointGroup.nullable(),
})
export type Point = z.infer<typeof Point>

export const noteLimit = 2_000

/** For staff only. */
export const Note = z.object({
  id: AnswerNoteId,
  by: Author,
  at: Moment,
  body: z.string().trim().min(1).max(noteLimit),
  mentions: z.array(Author),
})
export type Note = z.infer<typeof Note>

/** What was done, where nobody but whoever did it is named. */
export const PlainDeed = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('taken-up') }),
  z.object({ kind: z.literal('put-back') }),
  z.object({ kind: z.literal('drafted'), answer: Answer }),
  z.object({ kind: z.literal('returned'), why: z.string() }),
  z.object({ kind: z.literal('released') }),
  z.object({ kind: z.literal('published'), outcome: Outcome }),
  z.object({ kind: z.literal('split'), points: z.number().int().positive() }),
  z.object({ kind: z.literal('grouped'), members: z.number().int().positive() }),
  z.object({ kind: z.literal('joined'), lead: PointName }),
  z.object({ kind: z.literal('left'), lead: PointName }),
])

/** What was done to a case. Entries are added, never changed. */
export const CaseDeed = z.discriminatedUnion('kind', [
  PlainDeed,
  z.object({
    kind: z.literal('assigned'),
    unit: UnitId.nullable(),
    dueOn: DueDay.nullable(),
    assignee: Author.nullable(),
  }),
])
export type CaseDeed = z.infer<typeof CaseDeed>

export const HistoryEntry = z.object({
  at: Moment,
  by: Author,
  /** Null for the whole contribution. */
  number: PointNumber.nullable(),
  deed: CaseDeed,
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

/** Everything that staff know and did about one contribution. */
export const AnswerCase = z.object({
  annotationId: AnnotationId,
  documentId: DocumentId,
  /** Counts its changes, 0 for one that nobody has touched; whoever changes it says which one they have seen. */
  version: z.number().int().nonnegative(),
  points: z.array(Point).min(1),
  notes: z.array(Note),
  /** Oldest first. */
  history: z.array(HistoryEntry),
})
export type AnswerCase = z.infer<typeof AnswerCase>
