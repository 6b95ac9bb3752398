import type { ResolvedPassage } from '@randnotiz/anchoring'
import { DocumentId } from '@randnotiz/contract/kit/ids'
import type { EventBus } from '../../../platform/domain-events.js'
import type { RecentTexts } from '../passage/recent-texts.js'
import { type KeeperParts, ResolutionKeeper, type SearchFigures } from './resolution-keeper.js'
import type { ResolveRequest } from './resolve-messages.js'
import { ResolverThread } from './resolver-thread.js'
import { Settling, type SettlingTimes } from './settling.js'

type Parts = Omit<KeeperParts, 'thread'> & {
  recentTexts: RecentTexts
  events: EventBus
  log: { error(details: object, message: string): void }
  /** When a text has come to rest, so that its passages are looked for. */
  settling?: SettlingTimes
}

export type KeptResolutions = {
  /** Has the passages of a document looked for, soon. */
  lookFor(documentId: DocumentId): void
  /** Looks for them now; resolves when each has been looked for in a text not older than the call. */
  resolve(documentId: DocumentId): Promise<void>
  /** Looks for passages that no annotation here has yet. */
  find(request: ResolveRequest): Promise<ResolvedPassage[]>
  figures(): SearchFigures
  /** Resolves when nothing is being looked for any more. */
  close(): Promise<void>
}

const usualSettling: SettlingTimes = { quietMs: 2_000, mostMs: 10_000 }

/** Looks for passages whenever a text has come to rest, and now for those whose text changed unseen. */
export function keepResolutions(parts: Parts): KeptResolutions {
  const { events, liveText, recentTexts, log } = parts
  const thread = new ResolverThread()
  const keeper = new ResolutionKeeper({ ...parts, thread })
  const report = (error: unknown) => log.error({ error }, 'passages could not be looked for')
  const lookFor = (documentId: DocumentId) => void keeper.resolve(documentId).catch(report)
  const settling = new Settling(parts.settling ?? usualSettling, lookFor)
  const caughtUp = keeper.catchUp().catch(report)
  const stopListening = events.on('documents/text-changed', async event => {
    const documentId = DocumentId.parse(event.documentId)
    settling.changed(documentId)
    const live = await liveText(documentId)
    if (live) recentTexts.remember(documentId, { stateVector: live.stateVector, text: live.index.text })
  })
  const stopHearingReleases = events.on('publishing/released', ({ documentId }) =>
    lookFor(DocumentId.parse(documentId)),
  )
  return {
    lookFor,
    resolve: documentId => keeper.resolve(documentId),
    find: async request => (await thread.ask(request)).found,
    figures: () => keeper.figures,
    close: async () => {
      stopListening()
      stopHearingReleases()
      settling.close()
      await keeper.close()
      await caughtUp
      await thread.close()
    },
  }
}
