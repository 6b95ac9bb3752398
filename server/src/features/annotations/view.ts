import {
  type Annotation,
  type Author,
  type Reply,
  unnamedAuthor,
} from '@randnotiz/contract/annotations/annotation'
import { Attachment } from '@randnotiz/contract/annotations/attachment'
import type { AttachmentHistory } from '@randnotiz/contract/annotations/attachment-history'
import type { Proposal } from '@randnotiz/contract/annotations/proposal'
import type { UserId } from '@randnotiz/contract/kit/ids'
import { mayRead, placeholderOf, type Sight } from '@randnotiz/domain/annotations/moderation/sight'
import type { AnnotationRecord, AttachmentRecord, ReplyRecord } from './storage/record.js'

/** Whoever is missing in the answer is gone. */
export type ReadAuthors = (ids: UserId[]) => Promise<Map<UserId, Author>>

/**
 * The only way annotations leave: with their authors' public names, without receipts, and without words that the viewer
 * may not read.
 */
export type ViewAnnotations = (records: AnnotationRecord[], sight: Sight) => Promise<Annotation[]>

export function viewAnnotations(readAuthors: ReadAuthors): ViewAnnotations {
  return async (records, sight) => {
    const ids = new Set(
      records.flatMap(record => [record.authorId, ...record.replies.map(reply => reply.authorId)]),
    )
    const authors = await readAuthors([...ids])
    const authorOf = (id: UserId): Author => authors.get(id) ?? { ...unnamedAuthor, id }
    return records.map(record => annotationFrom(record, { sight, authorOf }))
  }
}

type Context = { sight: Sight; authorOf(id: UserId): Author }

function annotationFrom(record: AnnotationRecord, context: Context): Annotation {
  const readable = mayRead(context.sight, record)
  return {
    id: record._id,
    target: record.target,
    resolution: record.resolution,
    attachment: lastAttachment(record),
    kind: record.kind,
    ...wordsOf(record, context),
    reason: readable ? record.reason : null,
    instead: readable ? record.instead : null,
    replacement: readable ? record.replacement : null,
    proposal: readable ? proposalOf(record) : null,
    createdAt: record.createdAt,
    editedAt: record.editedAt,
    edition: record.edition,
    replies: record.replies.map(reply => replyFrom(reply, context)),
  }
}

function proposalOf({ kind, proposal }: AnnotationRecord): Proposal | null {
  return kind === 'wording' ? (proposal ?? { status: 'open' }) : null
}

function replyFrom(reply: ReplyRecord, context: Context): Reply {
  return { id: reply._id, ...wordsOf(reply, context), createdAt: reply.createdAt }
}

/** Words with their author, or what stands in their place. */
function wordsOf(
  written: AnnotationRecord | ReplyRecord,
  { sight, authorOf }: Context,
): Pick<Annotation, 'body' | 'author' | 'publication' | 'source'> {
  const { body, authorId, publication, source } = written
  return mayRead(sight, written)
    ? { body, author: authorOf(authorId), publication, source }
    : { body: null, author: unnamedAuthor, publication: placeholderOf(publication), source: null }
}

/** For staff: every decision about the place of an annotation, and whose it was. */
export type ViewHistory = (record: AnnotationRecord) => Promise<AttachmentHistory>

export function viewHistory(readAuthors: ReadAuthors): ViewHistory {
  return async ({ _id, attachments }) => {
    const authors = await readAuthors([...new Set(attachments.map(({ authorId }) => authorId))])
    const entries = attachments.map((record, position) => ({
      attachment: attachmentOf(record, position + 1),
      from: record.from,
      reason: record.reason,
      by: authors.get(record.authorId) ?? { ...unnamedAuthor, id: record.authorId },
    }))
    return { annotationId: _id, entries }
  }
}

function lastAttachment({ attachments }: AnnotationRecord): Attachment | null {
  const last = attachments.at(-1)
  return last ? attachmentOf(last, attachments.length) : null
}

function attachmentOf({ decision, anchor, decidedAt }: AttachmentRecord, number: number): Attachment {
  return Attachment.parse({ decision, anchor, number, decidedAt })
}
