import { UserId } from '@randnotiz/contract/kit/ids'
import type { EventBus } from '../../../platform/domain-events.js'
import type { ChangeFeed } from '../change-feed.js'
import type { AnnotationStore } from '../storage/annotation-store.js'

export type MoveParts = { annotations: AnnotationStore; feed: ChangeFeed; events: EventBus }

/** When a guest's contributions come to belong to an account: moves them, and everybody sees the new name. */
export function moveContributionsOnMerge({ annotations, feed, events }: MoveParts): () => void {
  return events.on('accounts/merged', async ({ from, into }) => {
    const documents = await annotations.changeAuthor(UserId.parse(from), UserId.parse(into))
    for (const documentId of documents) await feed.flush(documentId)
  })
}
