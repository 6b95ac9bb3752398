import {
  type Annotation,
  type Author,
  type Reply,
  unnamedAuthor,
} from '@randnotiz/contract/annotations/annotation'
import { Attachment } from '@randnotiz/contract/annotations/attachment'
import type { AttachmentHistory } from '@randnotiz/contract/annotations/attachment-history'
import type { Proposal } from '@randnotiz/contract/annotations/proposal'
import type { Support } from '@randnotiz/contract/annotations/support'
import type { PublicAnswer } from '@randnotiz/contract/answers/answer'
import type { Blackening } from '@randnotiz/contract/answers/exports/blackening'
import type { AnnotationId, DocumentId, UserId } from '@randnotiz/contract/kit/ids'
import {
  mayRead,
  placeholderOf,
  type Sight,
  seesBlackened,
} from '@randnotiz/domain/annotations/moderation/sight'
import { shownSupport } from '@randnotiz/domain/annotations/shown-support'
import { blackenedAnnotation } from '@randnotiz/domain/answers/synopsis/blackened-annotation'
import type { Clock } from '../../platform/clock.js'
import type { AnnotationRecord, AttachmentRecord, ReplyRecord } from './storage/record.js'

/** Whoever is missing in the answer is gone. */
export type ReadAuthors = (ids: UserId[]) => Promise<Map<UserId, Author>>

/**
 * The only way annotations leave: with their authors' public names, without receipts, and without words that the viewer
 * may not read.
 */
export type ViewAnnotations = (records: AnnotationRecord[], sight: Sight) => Promise<Annotation[]>

export type ViewParts = {
  readAuthors: ReadAuthors
  supportHiddenMs(documentId: DocumentId): Promise<number>
  /** What the city has said in public; told by the feature that answers. Whoever is missing has no answer. */
  readAnswers(ids: readonly AnnotationId[]): Promise<Map<AnnotationId, PublicAnswer>>
  /** Which words the office has blackened; told by the same. Whoever is missing has none. */
  readBlackenings(ids: readonly AnnotationId[]): Promise<Map<AnnotationId, Blackening>>
  clock: Clock
}

export function viewAnnotations(parts: ViewParts): ViewAnnotations {
  const { readAuthors, readAnswers, readBlackenings, supportHiddenMs, clock } = parts
  return async (records, sight) => {
    const ids = new Set(
      records.flatMap(record => [record.authorId, ...record.replies.map(reply => reply.authorId)]),
    )
    const authors = await readAuthors([...ids])
    const [answers, blackenings] = await Promise.all([
      readAnswers(records.map(({ _id }) => _id)),
      readBlackenings(records.map(({ _id }) => _id)),
    ])
    const answerOf = (id: AnnotationId) => answers.get(id) ?? null
    const authorOf = (id: UserId): Author => authors.get(id) ?? { ...unnamedAuthor, id }
    const hiddenMs = new Map<DocumentId, number>()
    for (const { documentId } of records)
      if (!hiddenMs.has(documentId)) hiddenMs.set(documentId, await supportHiddenMs(documentId))
    const supportFor = (record: AnnotationRecord) =>
      shownSupport(
        { ...record, createdAt: new Date(record.createdAt) },
        { hiddenMs: hiddenMs.get(record.documentId) ?? 0, now: clock.now() },
      )
    return records.map(record => {
      const annotation = annotationFrom(record, { sight, authorOf, answerOf, supportFor })
      const blackening = blackenings.get(record._id) ?? null
      return seesBlackened(sight, record) ? annotation : blackenedAnnotation(annotation, blackening)
    })
  }
}

type Context = {
  sight: Sight
  authorOf(id: UserId): Author
  answerOf(id: AnnotationId): PublicAnswer | null
  supportFor(record: AnnotationRecord): Support
}

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
    support: context.supportFor(record),
    replies: record.replies.map(reply => replyFrom(reply, context)),
    blackened: 'nothing',
    workshop: record.workshop,
    answer: readable ? context.answerOf(record._id) : null,
    received: record.received && { channel: record.received.channel, on: record.received.on },
  }
}

function proposalOf({ kind, proposal }: AnnotationRecord): Proposal | null {
  return kind === 'wording' ? (proposal ?? { status: 'open' }) : null
}

function replyFrom(reply: ReplyRecord, context: Pick<Context, 'sight' | 'authorOf'>): Reply {
  const { _id: id, createdAt, editedAt, edition } = reply
  return { id, ...wordsOf(reply, context), createdAt, editedAt, edition }
}

/** Words with their author, or what stands in their place. */
function wordsOf(
  written: AnnotationRecord | ReplyRecord,
  { sight, authorOf }: Pick<Context, 'sight' | 'authorOf'>,
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
