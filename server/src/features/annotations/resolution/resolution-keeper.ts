import type { ResolvedPassage } from '@randnotiz/anchoring'
import type { Resolution } from '@randnotiz/contract/annotations/resolution'
import type { CrdtRange, TextRange } from '@randnotiz/contract/annotations/target'
import type { AnnotationId, DocumentId } from '@randnotiz/contract/kit/ids'
import { createCrdtRange, resolveCrdtRanges } from '@randnotiz/document-schema/crdt-range'
import type { Clock } from '../../../platform/clock.js'
import type { ChangeFeed } from '../change-feed.js'
import type { LiveText, ReadLiveText } from '../live-text.js'
import { confirmBound, type PassageTarget } from '../passage/resolve-target.js'
import type { AnnotationStore, ResolutionUpdate } from '../storage/annotation-store.js'
import type { AnnotationRecord } from '../storage/record.js'
import type { ResolvedStates } from '../storage/resolved-states.js'
import type { TextStates } from '../storage/text-states.js'
import type { ResolverThread } from './resolver-thread.js'
import { shiftRange } from './shifted-range.js'

type Parts = {
  annotations: AnnotationStore
  textStates: TextStates
  resolvedStates: ResolvedStates
  feed: ChangeFeed
  thread: ResolverThread
  liveText: ReadLiveText
  clock: Clock
}

type PassageRecord = AnnotationRecord & { target: PassageTarget }
/** `place` is where the passage stands in the text that was looked through; null for an orphan. */
type Found = { record: PassageRecord; resolution: Resolution; place: TextRange | null }
type LastTime = { text: string; places: Map<AnnotationId, TextRange> }

/**
 * Keeps every annotation at its passage, or has it say honestly that it cannot.
 *   1. On this thread, for all: the CRDT range with its checks. It settles the untouched ones, nearly all.
 *   2. In the resolver thread, for the rest: the long way of the ladder against the text each was made on.
 *   3. Meanwhile the text may have changed once more. Places are carried over that change where it left them alone;
 *      what it touched is left to the next time, which is already on its way.
 * Only what differs from before is stored and goes out through the change feed; that offsets moved along with the text
 * is no difference, since the CRDT range moves by itself. Orphans are looked for every time, so an undo heals them.
 */
export class ResolutionKeeper {
  #parts: Parts
  #running = new Map<DocumentId, Promise<void>>()
  #closed = false
  /** Where passages were the last time, for those whose own version no longer leads anywhere. */
  #lastTimes = new Map<DocumentId, LastTime>()

  constructor(parts: Parts) {
    this.#parts = parts
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
    const { annotations, resolvedStates, feed, liveText } = this.#parts
    const records = (await annotations.ofDocument(documentId)).filter(hasPassage)
    const live = await liveText(documentId)
    if (live === null || records.length === 0) return
    const { confirmed, open } = this.#confirm(records, live)
    const looked = open.length > 0 ? await this.#lookFor(documentId, open, live) : []
    const found = [...confirmed, ...looked]
    this.#remember(documentId, live, found)
    await annotations.setResolutions(found.flatMap(changedUpdate))
    await feed.flush(documentId)
    if (found.length === records.length) await resolvedStates.store(documentId, live)
  }

  /** No waiting in here: the index speaks of the document as it is right now. */
  #confirm(records: PassageRecord[], { index }: LiveText): { confirmed: Found[]; open: PassageRecord[] } {
    const present = { text: index.text, now: this.#parts.clock.now() }
    const byTarget = resolveCrdtRanges(index, records.map(crdtOfTarget))
    const byResolution = resolveCrdtRanges(index, records.map(crdtOfResolution))
    const confirmed: Found[] = []
    const open: PassageRecord[] = []
    for (const [position, record] of records.entries()) {
      const { quote } = record.target
      const resolution =
        confirmBound({ quote, crdt: crdtOfTarget(record) }, byTarget[position], present) ??
        confirmBound({ quote, crdt: crdtOfResolution(record) }, byResolution[position], present)
      if (resolution) confirmed.push({ record, resolution, place: placeIn(resolution) })
      else open.push(record)
    }
    return { confirmed, open }
  }

  async #lookFor(documentId: DocumentId, records: PassageRecord[], { index }: LiveText): Promise<Found[]> {
    const { thread, textStates, liveText } = this.#parts
    const { text } = index
    const lastTime = this.#lastTimes.get(documentId)
    const origins = await textStates.texts([...new Set(records.map(({ target }) => target.textStateId))])
    const passages = records.map(({ _id, target: { textStateId, quote, range } }) => {
      return { annotationId: _id, textStateId, quote, range, last: lastTime?.places.get(_id) ?? null }
    })
    const answers = await thread.ask({ text, origins, lastText: lastTime?.text ?? null, passages })
    const now = await liveText(documentId)
    if (now === null) return []
    return records.flatMap((record, position) => {
      const answer = answers[position]
      const resolution = answer && this.#resolutionFrom(answer, text, now)
      return resolution ? [{ record, resolution, place: placeIn(answer) }] : []
    })
  }

  #resolutionFrom(answer: ResolvedPassage, text: string, { index }: LiveText): Resolution | null {
    const resolvedAt = this.#parts.clock.now().toISOString()
    if (answer.status === 'orphaned') return { status: 'orphaned', resolvedAt }
    const range = shiftRange(answer.range, text, index.text)
    const crdt = range && createCrdtRange(index, range)
    return crdt && { status: answer.status, range, crdt, method: answer.method, resolvedAt }
  }

  #remember(documentId: DocumentId, { index }: LiveText, found: Found[]): void {
    const places: LastTime['places'] = new Map()
    for (const { record, place } of found) if (place) places.set(record._id, place)
    this.#lastTimes.set(documentId, { text: index.text, places })
  }
}

function hasPassage(record: AnnotationRecord): record is PassageRecord {
  return record.target.kind === 'passage'
}

const crdtOfTarget = ({ target }: PassageRecord): CrdtRange => target.crdt

/** The range made when the passage was last found: its target's own characters may be dead for long. */
function crdtOfResolution({ target, resolution }: PassageRecord): CrdtRange {
  return 'crdt' in resolution ? resolution.crdt : target.crdt
}

/** Attached ones only: where a suggestion leads is nobody's word. */
function placeIn(found: Resolution | ResolvedPassage): TextRange | null {
  return found.status === 'exact' || found.status === 'changed' ? found.range : null
}

function changedUpdate({ record, resolution }: Found): ResolutionUpdate[] {
  if (isSame(record.resolution, resolution)) return []
  return [{ annotationId: record._id, revision: record.revision, resolution }]
}

/** Where the CRDT range is the same, it leads every client to the same place. */
function isSame(before: Resolution, after: Resolution): boolean {
  if (before.status !== after.status) return false
  if (!('crdt' in before) || !('crdt' in after)) return true
  return before.crdt.start === after.crdt.start && before.crdt.end === after.crdt.end
}
