import { UserId } from '@randnotiz/contract/kit/ids'
import type { EventBus } from '../../../platform/domain-events.js'
import type { ChangeFeed } from '../change-feed.js'
import type { AnnotationStore } from '../storage/annotation-store.js'
import type { ReadMarks } from '../storage/read-marks.js'
import type { SupportStore } from '../storage/support-store.js'
import { keepCount } from './support-annotation.js'

export type MoveParts = {
  annotations: AnnotationStore
  supports: SupportStore
  readMarks: ReadMarks
  feed: ChangeFeed
  events: EventBus
}

/** When a guest's contributions come to belong to an account: moves them, and everybody sees the new name. */
export function moveContributionsOnMerge(parts: MoveParts): () => void {
  const { annotations, supports, readMarks, feed, events } = parts
  return events.on('accounts/merged', async ({ from, into }) => {
    const [guest, account] = [UserId.parse(from), UserId.parse(into)]
    const documents = new Set(await annotations.changeAuthor(guest, account))
    for (const { documentId, annotationId } of await supports.move(guest, account)) {
      await keepCount({ annotations, supports }, annotationId)
      documents.add(documentId)
    }
    // The account knows by itself what it has read.
    await readMarks.remove(guest)
    for (const documentId of documents) await feed.flush(documentId)
  })
}
