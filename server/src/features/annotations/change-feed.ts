import { type FeedPage, feedPageSize } from '@randnotiz/contract/annotations/change-feed'
import type { AnnotationId, DocumentId } from '@randnotiz/contract/kit/ids'
import type { Sight } from '@randnotiz/domain/annotations/moderation/sight'
import type { AnnounceChanges } from './announce-changes.js'
import type { AnnotationStore } from './storage/annotation-store.js'
import type { ChangeRow, ChangeRows } from './storage/change-rows.js'
import type { AnnotationRecord } from './storage/record.js'
import type { ViewAnnotations } from './view.js'

type Parts = {
  annotations: AnnotationStore
  changes: ChangeRows
  view: ViewAnnotations
  announce: AnnounceChanges
  /** Whoever else must hear of changes; done before they count as announced. */
  alsoTell(documentId: DocumentId, records: readonly AnnotationRecord[]): Promise<void>
}

/** Changes announced in one go. */
const portion = 50

/** Rows looked through for one page: some annotations change often. */
const rowsPerPage = 1_000

/**
 * From a written annotation to everybody's screen. The annotation is written first, marked unannounced in the same
 * write. `flush` then gives every marked annotation of a document a row in the feed, announces the rows in order with
 * the annotations as they stand by then, and takes the marks away.
 *
 * A crash between any two of these steps leaves the mark, and the next flush (at start, or when somebody follows the
 * document) does the rest; at worst a change is announced twice, never not at all. Flushes of one document run one
 * after the other; those that pile up meanwhile become one.
 */
export class ChangeFeed {
  #parts: Parts
  #running = new Map<DocumentId, Promise<void>>()
  #waiting = new Map<DocumentId, Promise<void>>()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Resolves when every change that was written before the call stands in the feed and has been announced. */
  flush(documentId: DocumentId): Promise<void> {
    const waiting = this.#waiting.get(documentId)
    if (waiting) return waiting
    const running = this.#running.get(documentId)
    if (!running) return this.#run(documentId)
    const next = running
      .catch(() => undefined)
      .then(() => {
        this.#waiting.delete(documentId)
        return this.#run(documentId)
      })
    this.#waiting.set(documentId, next)
    return next
  }

  /** The stretch of the feed behind `since` as somebody gets to see it; see the contract's `FeedPage`. */
  async page(documentId: DocumentId, since: number, sight: Sight): Promise<FeedPage> {
    const { annotations, changes, view } = this.#parts
    const head = await changes.head(documentId)
    const { last, ids } = firstAnnotations(await changes.since(documentId, since, rowsPerPage))
    const records = await annotations.byIds(ids)
    // Nothing behind `since` leads to the head, also for a client that comes with a number from another database.
    const upTo = last ?? head
    return { documentId, upTo, head: Math.max(head, upTo), annotations: await view(records, sight) }
  }

  #run(documentId: DocumentId): Promise<void> {
    const run = this.#announceAll(documentId).finally(() => {
      if (this.#running.get(documentId) === run) this.#running.delete(documentId)
    })
    this.#running.set(documentId, run)
    return run
  }

  async #announceAll(documentId: DocumentId): Promise<void> {
    for (let found = portion; found === portion; ) found = await this.#announceSome(documentId)
  }

  /** Answers how many there were; an edit may change thousands at once. */
  async #announceSome(documentId: DocumentId): Promise<number> {
    const { annotations, changes, announce } = this.#parts
    const changed = await annotations.marks.oldest(documentId, portion)
    if (changed.length === 0) return 0
    const rows = await changes.append(
      documentId,
      changed.map(record => record._id),
    )
    // Read again: what goes out under a number must not be older than what another process sent under a lower one.
    const standing = await annotations.byIds(changed.map(record => record._id))
    const byId = new Map(standing.map(record => [record._id, record]))
    const steps = rows.flatMap(({ seq, annotationId }) => {
      const record = byId.get(annotationId)
      return record ? [{ seq, record }] : []
    })
    await announce(documentId, steps)
    await this.#parts.alsoTell(documentId, standing)
    await annotations.marks.takeAway(changed)
    return changed.length
  }
}

/** As many rows as name at most `feedPageSize` different annotations. */
function firstAnnotations(rows: ChangeRow[]): { last: number | null; ids: AnnotationId[] } {
  const ids = new Set<AnnotationId>()
  let last: number | null = null
  for (const { seq, annotationId } of rows) {
    if (ids.size === feedPageSize && !ids.has(annotationId)) break
    ids.add(annotationId)
    last = seq
  }
  return { last, ids: [...ids] }
}
