import { UserId } from '@randnotiz/contract/kit/ids'
import type { Clock } from '../../../platform/clock.js'
import type { EventBus } from '../../../platform/domain-events.js'
import type { ChangeFeed } from '../change-feed.js'
import type { AnnotationStore } from '../storage/annotation-store.js'
import type { ErasedWords } from '../storage/erased-words.js'
import type { ReadMarks } from '../storage/read-marks.js'
import type { SupportStore } from '../storage/support-store.js'
import { keepCount } from './support-annotation.js'

export type ForgetParts = {
  annotations: AnnotationStore
  erasedWords: ErasedWords
  supports: SupportStore
  readMarks: ReadMarks
  feed: ChangeFeed
  /** Takes a name and words out of what others were told under these keys. */
  forgetTold(keys: readonly string[]): Promise<void>
  events: EventBus
  clock: Clock
}

/**
 * Who is forgotten leaves nothing behind but places: where others have replied it says that something was withdrawn.
 * Answers how to stop.
 */
export function forgetPersonOnErasure(parts: ForgetParts): () => void {
  const { annotations, supports, readMarks, feed, events } = parts
  return events.on('accounts/erased', async ({ userId }) => {
    const person = UserId.parse(userId)
    const { documents, replies } = await parts.erasedWords.erase(person, parts.clock.now())
    const changed = new Set(documents)
    for (const { documentId, annotationId } of await supports.removeAll(person)) {
      await keepCount({ annotations, supports }, annotationId)
      changed.add(documentId)
    }
    await readMarks.remove(person)
    await parts.forgetTold(replies.map(reply => `reply:${reply}`))
    for (const documentId of changed) {
      await feed.flush(documentId)
      events.emit('annotations/count-changed', { documentId })
    }
  })
}
