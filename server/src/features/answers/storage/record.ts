import { Answer } from '@randnotiz/contract/answers/answer'
import { DueDay, PlainDeed, PointName } from '@randnotiz/contract/answers/case'
import { Piece, PointNumber } from '@randnotiz/contract/answers/piece'
import { UnitId } from '@randnotiz/contract/answers/settings'
import {
  AnnotationId,
  AnswerNoteId,
  AnswerPublicationId,
  CommandId,
  DocumentId,
  ProcessId,
  UserId,
} from '@randnotiz/contract/kit/ids'
import { Moment } from '@randnotiz/contract/kit/wire-values'
import { z } from 'zod'
import { stored } from '../../../platform/mongo/ids.js'

const written = {
  answer: Answer,
  edition: z.number().int().positive(),
  writtenBy: UserId,
  writtenAt: Moment,
}
const released = { releasedBy: UserId, releasedAt: Moment }

export const WorkRecord = z.discriminatedUnion('state', [
  z.object({ state: z.literal('new') }),
  z.object({ state: z.literal('inReview') }),
  z.object({
    state: z.literal('drafted'),
    ...written,
    returned: z.object({ by: UserId, at: Moment, why: z.string() }).nullable(),
  }),
  z.object({ state: z.literal('released'), ...written, ...released }),
  z.object({
    state: z.literal('published'),
    ...written,
    ...released,
    publishedAt: Moment,
    publicationId: AnswerPublicationId,
  }),
])
export type WorkRecord = z.output<typeof WorkRecord>

/** What everybody reads, with the points that it was published for beside its own. */
const PublishedRecord = Answer.extend({ publishedAt: Moment, members: z.array(PointName) })
export type PublishedRecord = z.output<typeof PublishedRecord>

export const PointRecord = z.object({
  number: PointNumber,
  pieces: z.array(Piece),
  work: WorkRecord,
  published: PublishedRecord.nullable(),
  unit: UnitId.nullable(),
  dueOn: DueDay.nullable(),
  assigneeId: UserId.nullable(),
  /** Points that this one is answered together with, when it is their lead, and the wording that was read of each. */
  members: z.array(PointName.extend({ edition: z.number().int().positive() })),
})
export type PointRecord = z.output<typeof PointRecord>

export const NoteRecord = z.object({
  _id: stored(AnswerNoteId),
  authorId: stored(UserId),
  at: z.date(),
  body: z.string(),
  mentions: z.array(stored(UserId)),
  commandId: CommandId,
})
export type NoteRecord = z.output<typeof NoteRecord>

/** People in what was done are ids here. */
const DeedRecord = z.discriminatedUnion('kind', [
  PlainDeed,
  z.object({
    kind: z.literal('assigned'),
    unit: UnitId.nullable(),
    dueOn: DueDay.nullable(),
    assigneeId: UserId.nullable(),
  }),
])
export const HistoryRecord = z.object({
  at: Moment,
  by: UserId,
  number: PointNumber.nullable(),
  deed: DeedRecord,
})
export type HistoryRecord = z.output<typeof HistoryRecord>

/** A case without what only its own page shows. */
export const CaseSummary = z.object({
  _id: stored(AnnotationId),
  documentId: stored(DocumentId),
  processId: stored(ProcessId),
  version: z.number().int().nonnegative(),
  points: z.array(PointRecord).min(1),
})
export type CaseSummary = z.output<typeof CaseSummary>

export const CaseRecord = CaseSummary.extend({
  notes: z.array(NoteRecord).default([]),
  history: z.array(HistoryRecord).default([]),
})
export type CaseRecord = z.output<typeof CaseRecord>

export const freshPoint = (number: PointNumber, pieces: Piece[] = []): PointRecord => ({
  number,
  pieces,
  work: { state: 'new' },
  published: null,
  unit: null,
  dueOn: null,
  assigneeId: null,
  members: [],
})

/** The case of a contribution that nobody has touched: one point, the whole of it. */
export const untouched = (about: Pick<CaseSummary, '_id' | 'documentId' | 'processId'>): CaseRecord => ({
  ...about,
  version: 0,
  points: [freshPoint(PointNumber.parse(1))],
  notes: [],
  history: [],
})
