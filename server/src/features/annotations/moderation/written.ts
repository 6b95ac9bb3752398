import type { ModerationSubject } from '@randnotiz/contract/annotations/moderation/subject'
import type { Publication } from '@randnotiz/contract/annotations/publication'
import type { UserId } from '@randnotiz/contract/kit/ids'
import type { AnnotationRecord } from '../storage/record.js'

/** A contribution or a reply, as moderation looks at both. */
export type Written = {
  subject: ModerationSubject
  record: AnnotationRecord
  authorId: UserId
  publication: Publication
  /** Counts its wordings. */
  edition: number
  words: string
  createdAt: string
}

/** Null when there is no such reply. */
export function writtenIn(record: AnnotationRecord, subject: ModerationSubject): Written | null {
  if (subject.replyId === null) {
    const { authorId, publication, createdAt, edition } = record
    return { subject, record, authorId, publication, createdAt, edition, words: wordsIn(record).join('\n\n') }
  }
  const reply = record.replies.find(({ _id }) => _id === subject.replyId)
  if (reply === undefined) return null
  const { authorId, publication, createdAt, edition, body } = reply
  return { subject, record, authorId, publication, createdAt, edition, words: body }
}

/** Everything its author has written in a contribution. */
export function wordsIn(words: {
  body: string
  reason: string | null
  instead: string | null
  replacement: string | null
}): string[] {
  const { body, reason, instead, replacement } = words
  return [body, reason, instead, replacement].filter(part => part !== null)
}
