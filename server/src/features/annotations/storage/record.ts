import { Annotation, AnnotationBody, Reply } from '@randnotiz/contract/annotations/annotation'
import { Attachment } from '@randnotiz/contract/annotations/attachment'
import { AttachmentEntry } from '@randnotiz/contract/annotations/attachment-history'
import { Received } from '@randnotiz/contract/annotations/channel'
import { AcceptedWording, type Proposal } from '@randnotiz/contract/annotations/proposal'
import { Publication, published } from '@randnotiz/contract/annotations/publication'
import type { Resolution } from '@randnotiz/contract/annotations/resolution'
import type { Source } from '@randnotiz/contract/annotations/source'
import { PassageAnchor } from '@randnotiz/contract/annotations/target'
import { EarlierReplyWording, EarlierWording } from '@randnotiz/contract/annotations/wordings'
import {
  AnnotationId,
  CommandId,
  type DocumentId,
  DocumentId as DocumentIdShape,
  IntakeItemId,
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
  editedAt: storedMoment.nullable().default(null),
  edition: Reply.shape.edition,
  source: Annotation.shape.source,
  ...receipt,
})
export type ReplyRecord = z.output<typeof ReplyRecord>

/** What somebody of the staff said about the place of an annotation. `anchor` is null when they said it has none. */
export const AttachmentRecord = z.object({
  decision: z.enum(Attachment.options.map(option => option.shape.decision.value)),
  anchor: PassageAnchor.nullable(),
  from: AttachmentEntry.shape.from,
  reason: AttachmentEntry.shape.reason,
  authorId: stored(UserId),
  decidedAt: storedMoment,
  ...receipt,
})
export type AttachmentRecord = z.output<typeof AttachmentRecord>

/** How a contribution read before its author changed it, and the command that changed it. */
export const WordingRecord = z.object({
  edition: EarlierWording.shape.edition,
  kind: EarlierWording.shape.kind,
  body: EarlierWording.shape.body,
  reason: EarlierWording.shape.reason,
  instead: EarlierWording.shape.instead,
  replacement: EarlierWording.shape.replacement,
  until: storedMoment,
  authorId: stored(UserId),
  ...receipt,
})
export type WordingRecord = z.output<typeof WordingRecord>

/** The same for a reply. */
export const ReplyWordingRecord = z.object({
  replyId: stored(ReplyId),
  edition: EarlierReplyWording.shape.edition,
  body: EarlierReplyWording.shape.body,
  until: storedMoment,
  authorId: stored(UserId),
  ...receipt,
})
export type ReplyWordingRecord = z.output<typeof ReplyWordingRecord>

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
  /** Oldest first; the last one holds. */
  attachments: z.array(AttachmentRecord).default([]),
  supporters: z.number().int().nonnegative().default(0),
  /** Oldest first. */
  wordings: z.array(WordingRecord).default([]),
  /** Likewise; beside the replies and not in them, so that one index finds every command. */
  replyWordings: z.array(ReplyWordingRecord).default([]),
  source: Annotation.shape.source,
  workshop: Annotation.shape.workshop,
  /** How it came, and in which item, when staff have typed it in. */
  received: Received.extend({ itemId: stored(IntakeItemId) })
    .nullable()
    .default(null),
  ...receipt,
  /** Counts the changes of this record, from 1. */
  revision: z.number().int().positive(),
})
export type AnnotationRecord = z.output<typeof AnnotationRecord>

/** A record as it was at one moment; its revision says whether it still is. */
export const AnnotationRevision = AnnotationRecord.pick({ _id: true, revision: true })
export type AnnotationRevision = z.output<typeof AnnotationRevision>

/** What it takes to look for a passage. */
export type PassageRecord = Pick<AnnotationRecord, '_id' | 'resolution' | 'revision'> & {
  target: PassageTarget
  /** Where the search begins: at the target, or where staff have put the annotation since. */
  anchor: PassageAnchor
  /** How often staff have decided. */
  decisions: number
}

const passageRow = AnnotationRecord.pick({
  _id: true,
  target: true,
  resolution: true,
  revision: true,
}).extend({
  attachments: z.array(AttachmentRecord.pick({ decision: true, anchor: true })).default([]),
})

/** Null for an annotation that staff have said has no place any more. Throws for one without a passage. */
export function readPassage(row: unknown): PassageRecord | null {
  const { target, attachments, ...record } = passageRow.parse(row)
  if (target.kind !== 'passage') throw new Error(`annotation ${record._id} has no passage`)
  const last = attachments.at(-1)
  if (last?.decision === 'detached') return null
  return { ...record, target, anchor: last?.anchor ?? target, decisions: attachments.length }
}

export type Receipt = { authorId: UserId; commandId: CommandId; commandDigest: string }

export type NewAnnotation = Receipt &
  Pick<AnnotationRecord, 'target' | 'resolution' | 'kind' | 'body' | 'replacement' | 'publication'> &
  Partial<Pick<AnnotationRecord, 'reason' | 'instead' | 'proposal'>> & {
    documentId: DocumentId
    createdAt: Date
    /** Where it has one before it is stored. */
    id?: AnnotationId
    workshop?: AnnotationRecord['workshop']
    received?: AnnotationRecord['received']
    /** For what was made elsewhere: it is stored once for each key. */
    imported?: {
      source: Source
      sourceKey: string
      /** What had become of it there. */
      proposal: Proposal | null
      editedAt: Date | null
    } & Partial<ImportedPast>
  }

/** What was said of it, and how it read, where it was made. */
export type ImportedPast = {
  edition: number
  attachments: NewAttachment[]
  wordings: (Omit<WordingRecord, 'until'> & { until: Date })[]
}

export type NewReply = Receipt & {
  body: string
  createdAt: Date
  publication: Publication
  source?: Source
}

export type NewAttachment = Receipt &
  Pick<AttachmentRecord, 'decision' | 'anchor' | 'from' | 'reason'> & { decidedAt: Date }

/** An accepted proposal as it is written: everything in one go. */
export type AcceptedProposal = {
  proposal: Proposal
  resolution: Resolution
  attachment: NewAttachment
  /** A Yjs update. */
  edit: Uint8Array
}

const bytes = z.union([z.instanceof(Uint8Array), z.object({ buffer: z.instanceof(Uint8Array) })])

/** What is still to be done to the text, and what to tell then. */
export const PendingEdit = z
  .object({
    _id: stored(AnnotationId),
    documentId: stored(DocumentIdShape),
    proposal: AcceptedWording,
    pendingEdit: bytes,
  })
  .transform(({ _id: annotationId, pendingEdit, ...known }) => ({
    ...known,
    annotationId,
    update:
      pendingEdit instanceof Uint8Array ? new Uint8Array(pendingEdit) : new Uint8Array(pendingEdit.buffer),
  }))
export type PendingEdit = z.output<typeof PendingEdit>

/** When words are changed, and whether everybody may read them from then on; null when that stays as it is. */
type Change = { editedAt: Date; publication: Publication | null }

/** Other words for an annotation; what it said before is kept. */
export type NewWording = Receipt &
  Pick<AnnotationRecord, 'kind' | 'body' | 'reason' | 'instead' | 'replacement'> &
  Change

/** The same for a reply. */
export type NewReplyWording = Receipt & Pick<ReplyRecord, 'body'> & Change
