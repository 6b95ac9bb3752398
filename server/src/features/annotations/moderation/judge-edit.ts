import type { ModerationSubject } from '@randnotiz/contract/annotations/moderation/subject'
import type { Publication } from '@randnotiz/contract/annotations/publication'
import { publicationAfterEdit } from '@randnotiz/domain/annotations/moderation/after-edit'
import type { AnnotationRecord } from '../storage/record.js'
import { reasonsToHold } from './judge-arrival.js'
import type { ModerationParts } from './parts.js'
import { writtenIn } from './written.js'

export type Edited = {
  /** As it was read, before the change. */
  record: AnnotationRecord
  subject: ModerationSubject
  /** Everything it says from then on. */
  texts: readonly string[]
}

/**
 * Whether everybody may read words once their author has changed them; null when that stays as it is. To be written
 * together with the words: a crash in between would show what nobody has looked at.
 */
export type JudgeEdit = (edited: Edited) => Promise<Publication | null>

type Parts = Pick<
  ModerationParts,
  'publications' | 'settings' | 'processOf' | 'phasesOf' | 'readAuthors' | 'clock'
>

export function judgeEdit(parts: Parts): JudgeEdit {
  return async ({ record, subject, texts }) => {
    const written = writtenIn(record, subject)
    if (written === null) return null
    const { authorId, publication } = written
    const author = (await parts.readAuthors([authorId])).get(authorId)
    const { documentId } = record
    // An edit counts for the rate like something new: whoever changes their words all the time is looked at.
    const reasons = author?.staff ? [] : await reasonsToHold(parts, { authorId, documentId, texts })
    return publicationAfterEdit(publication, { reasons, now: parts.clock.now() })
  }
}
