import { Annotation, AnnotationBody } from '@randnotiz/contract/annotations/annotation'
import { Publication, published } from '@randnotiz/contract/annotations/publication'
import {
  AnnotationId,
  CommandId,
  type DocumentId,
  DocumentId as DocumentIdShape,
  ReplyId,
  UserId,
} from '@randnotiz/contract/kit/ids'
import { z } from 'zod'
import { stored } from '../../../platform/mongo/ids.js'
import type { PassageTarget } from '../passage/passage-target.js'

const storedMoment = z.date().transform(date => date.toISOString())

/** What makes a retry recognisable: the client's id of the deed, and a hash of everything else it said. */
const receipt = { commandId: CommandId, commandDigest: z.string() }

export const ReplyRecord = z.object({
  _id: stored(ReplyId),
  authorId: stored(UserId),
  body: AnnotationBody,
  createdAt: storedMoment,
  /** Records from before moderation are published. */
  publication: Publication.default(published),
  ...receipt,
})
export type ReplyRecord = z.output<typeof ReplyRecord>

/** An annotation with its replies, as it comes out of the database. */
export const AnnotationRecord = z.object({
  _id: stored(AnnotationId),
  documentId: stored(DocumentIdShape),
  target: Annotation.shape.target,
  resolution: Annotation.shape.resolution,
  kind: Annotation.shape.kind,
  body: AnnotationBody,
  reason: Annotation.shape.reason,
  instead: Annotation.shape.instead,
  replacement: Annotation.shape.replacement,
  proposal: Annotation.shape.proposal,
  editedAt: storedMoment.nullable().default(null),
  edition: Annotation.shape.edition,
  authorId: stored(UserId),
  createdAt: storedMoment,
  publication: Publication.default(published),
  replies: z.array(ReplyRecord),
  ...receipt,
  /** Counts the changes of this record, from 1. */
  revision: z.number().int().positive(),
})
export type AnnotationRecord = z.output<typeof AnnotationRecord>

/** What it takes to look for a passage. */
export type PassageRecord = Pick<AnnotationRecord, '_id' | 'resolution' | 'revision'> & {
  target: PassageTarget
}

const passageRow = AnnotationRecord.pick({ _id: true, target: true, resolution: true, revision: true })

/** Throws for a record without a passage. */
export function readPassage(row: unknown): PassageRecord {
  const { target, ...record } = passageRow.parse(row)
  if (target.kind !== 'passage') throw new Error(`annotation ${record._id} has no passage`)
  return { ...record, target }
}

export type Receipt = { authorId: UserId; commandId: CommandId; commandDigest: string }

export type NewAnnotation = Receipt &
  Pick<AnnotationRecord, 'target' | 'resolution' | 'kind' | 'body' | 'replacement' | 'publication'> &
  Partial<Pick<AnnotationRecord, 'reason' | 'instead'>> & {
    documentId: DocumentId
    createdAt: Date
  }

export type NewReply = Receipt & { body: string; createdAt: Date; publication: Publication }
