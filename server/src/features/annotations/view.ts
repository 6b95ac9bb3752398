import type { Annotation, Author } from '@randnotiz/contract/annotations/annotation'
import type { UserId } from '@randnotiz/contract/kit/ids'
import type { AnnotationRecord } from './storage/record.js'

/** Whoever is missing in the answer is gone. */
export type ReadAuthors = (ids: UserId[]) => Promise<Map<UserId, Author>>

/** The only way annotations leave: with their authors' public names, without receipts. */
export type ViewAnnotations = (records: AnnotationRecord[]) => Promise<Annotation[]>

export function viewAnnotations(readAuthors: ReadAuthors): ViewAnnotations {
  return async records => {
    const ids = new Set(
      records.flatMap(record => [record.authorId, ...record.replies.map(reply => reply.authorId)]),
    )
    const authors = await readAuthors([...ids])
    const authorOf = (id: UserId): Author => authors.get(id) ?? { id, pseudonym: '—', staff: false }
    return records.map(record => ({
      id: record._id,
      target: record.target,
      resolution: record.resolution,
      kind: record.kind,
      body: record.body,
      replacement: record.replacement,
      author: authorOf(record.authorId),
      createdAt: record.createdAt,
      replies: record.replies.map(({ _id, authorId, body, createdAt }) => ({
        id: _id,
        author: authorOf(authorId),
        body,
        createdAt,
      })),
    }))
  }
}
