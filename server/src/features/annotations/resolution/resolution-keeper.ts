import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Resolution } from '@randnotiz/contract/annotations/resolution'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import type { ChangeFeed } from '../change-feed.js'
import type { LiveText } from '../live-text.js'
import type { AnnotationStore, ResolutionUpdate } from '../storage/annotation-store.js'
import type { ResolvedStates } from '../storage/resolved-states.js'
import type { KnownPassages } from './known-passages.js'
import { type Found, type LastTime, PassageSearch, type SearchParts } from './passage-search.js'
import { portions } from './portions.js'

export type KeeperParts = SearchParts & {
  annotations: AnnotationStore
  passages: KnownPassages
  resolvedStates: ResolvedStates
  feed: ChangeFeed
}

/** How many searches there were, and what the last one has taken. */
export type SearchFigures = { searches: number; passages: number; hereMs: number; threadMs: number }

/**
 * Keeps every annotation at its passage, or has it say honestly that it cannot.
 *
 * Only what differs from before is stored and goes out through the change feed; that offsets moved along with the text
 * is no difference, since the CRDT range moves by itself. Orphans are looked for every time, so an undo heals them.
 * Targets are never written. Searches of one document run one after the other.
 */
export class ResolutionKeeper {
  readonly #parts: KeeperParts
  readonly #running = new Map<DocumentId, Promise<void>>()
  readonly #lastTimes = new Map<DocumentId, LastTime>()
  #closed = false
  #figures: SearchFigures = { searches: 0, passages: 0, hereMs: 0, threadMs: 0 }

  constructor(parts: KeeperParts) {
    this.#parts = parts
  }

  get figures(): SearchFigures {
    return this.#figures
  }

  /** Looks for the passages of documents that changed while this process was not there. */
  async catchUp(): Promise<void> {
    const { annotations, resolvedStates, liveText } = this.#parts
    const pending = new Set(await annotations.documentsWithPending())
    for (const documentId of await annotations.documents()) {
      if (this.#closed) return
      const live = await liveText(documentId)
      if (live === null) continue
      if (pending.has(documentId) || !(await resolvedStates.isCurrent(documentId, live)))
        await this.resolve(documentId)
    }
  }

  /** Resolves when every passage has been looked for in a text not older than the call. */
  resolve(documentId: DocumentId): Promise<void> {
    const before = this.#running.get(documentId) ?? Promise.resolve()
    const run = before
      .catch(() => undefined)
      .then(() => this.#resolveAll(documentId))
      .finally(() => {
        if (this.#running.get(documentId) === run) this.#running.delete(documentId)
      })
    this.#running.set(documentId, run)
    return run
  }

  /** Begins nothing new; resolves when nothing is being looked for any more. */
  async close(): Promise<void> {
    this.#closed = true
    await Promise.allSettled(this.#running.values())
  }

  async #resolveAll(documentId: DocumentId): Promise<void> {
    if (this.#closed) return
    const { annotations, passages, resolvedStates, feed, liveText } = this.#parts
    await feed.flush(documentId)
    const records = await passages.of(documentId)
    const live = await liveText(documentId)
    if (live === null || records.length === 0) return
    const search = new PassageSearch(documentId, this.#parts)
    const found = await search.find(records, this.#lastTimes.get(documentId))
    const places: LastTime['places'] = new Map()
    for (const some of portions(found)) {
      await annotations.setResolutions(some.flatMap(updateFrom))
      for (const { record, place } of some)
        if (place) places.set(record._id, { range: place, decisions: record.decisions })
      // Where nothing is to be written nobody has waited.
      await nextTurn()
    }
    await feed.flush(documentId)
    this.#figures = { searches: this.#figures.searches + 1, passages: records.length, ...search.took }
    // Only a search that nothing disturbed speaks of one state of the text.
    if (found.length < records.length || !isSameState(live, await liveText(documentId))) return
    this.#lastTimes.set(documentId, { text: live.index.text, places })
    await resolvedStates.store(documentId, live)
  }
}

function isSameState(one: LiveText, other: LiveText | null): boolean {
  return one.stateVector === other?.stateVector && one.index.text === other.index.text
}

function updateFrom({ record, resolution }: Found): ResolutionUpdate[] {
  if (isSame(record.resolution, resolution)) return []
  return [{ annotationId: record._id, revision: record.revision, resolution }]
}

/** Where the CRDT range is the same, it leads every client to the same place. */
function isSame(before: Resolution, after: Resolution): boolean {
  if (before.status !== after.status) return false
  if (!('crdt' in before) || !('crdt' in after)) return true
  return before.crdt.start === after.crdt.start && before.crdt.end === after.crdt.end
}
