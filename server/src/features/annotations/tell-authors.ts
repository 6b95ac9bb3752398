import type { DocumentLink, NoticeEvent } from '@randnotiz/contract/accounts/notices'
import type { DocumentId, UserId } from '@randnotiz/contract/kit/ids'
import type { Clock } from '../../platform/clock.js'
import type { AnnotationRecord } from './storage/record.js'
import type { ReadAuthors } from './view.js'

/** Tells a person once for each key; durable when it resolves. */
export type TellPerson = (personId: UserId, key: string, event: NoticeEvent) => Promise<void>

export type TellAuthorsParts = {
  tellPerson: TellPerson
  documentLink(documentId: DocumentId): Promise<DocumentLink | null>
  readAuthors: ReadAuthors
  clock: Clock
}

/** A reply that is older has been told, or its author has become public again too late to be news. */
const newsForMs = 7 * 24 * 60 * 60_000
const excerptLength = 280
const mostRemembered = 10_000

/**
 * Tells the authors of annotations about replies that everybody can read. Called for every change in the feed before it
 * is marked as announced, so that a crash in between tells late and not never.
 */
export function tellAuthorsOfReplies(
  parts: TellAuthorsParts,
): (documentId: DocumentId, records: readonly AnnotationRecord[]) => Promise<void> {
  // A record changes often without a new reply; the database is asked once for each.
  const told = new Set<string>()
  return async (documentId, records) => {
    const since = new Date(parts.clock.now().getTime() - newsForMs).toISOString()
    for (const record of records)
      for (const reply of record.replies) {
        const isNews =
          reply.publication.state === 'published' &&
          reply.authorId !== record.authorId &&
          reply.createdAt > since &&
          !told.has(reply._id)
        if (!isNews) continue
        const document = await parts.documentLink(documentId)
        if (document === null) return
        const author = (await parts.readAuthors([reply.authorId])).get(reply.authorId)
        await parts.tellPerson(record.authorId, `reply:${reply._id}`, {
          kind: 'replied',
          document,
          annotationId: record._id,
          by: author?.pseudonym ?? '—',
          excerpt: excerptOf(reply.body),
        })
        if (told.size >= mostRemembered) told.clear()
        told.add(reply._id)
      }
  }
}

function excerptOf(body: string): string {
  return body.length <= excerptLength ? body : `${body.slice(0, excerptLength).trimEnd()} …`
}
