import {
  type Annotation,
  type Author,
  type Reply,
  unnamedAuthor,
} from '@randnotiz/contract/annotations/annotation'
import type { Proposal } from '@randnotiz/contract/annotations/proposal'
import type { UserId } from '@randnotiz/contract/kit/ids'
import { mayRead, placeholderOf, type Sight } from '@randnotiz/domain/annotations/moderation/sight'
import type { AnnotationRecord, ReplyRecord } from './storage/record.js'

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
): Pick<Annotation, 'body' | 'author' | 'publication'> {
  const { body, authorId, publication } = written
  return mayRead(sight, written)
    ? { body, author: authorOf(authorId), publication }
    : { body: null, author: unnamedAuthor, publication: placeholderOf(publication) }
}
