import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ResolvedPassage } from '@randnotiz/anchoring'
import type { Resolution } from '@randnotiz/contract/annotations/resolution'
import type { CrdtRange, TextRange } from '@randnotiz/contract/annotations/target'
import type { AnnotationId, DocumentId } from '@randnotiz/contract/kit/ids'
import { createCrdtRange, resolveCrdtRanges } from '@randnotiz/document-schema/crdt-range'
import type { Clock } from '../../../platform/clock.js'
import type { LiveText, ReadLiveText } from '../live-text.js'
import { attachedAs } from '../passage/attached-as.js'
import { confirmBound } from '../passage/confirm-bound.js'
import type { PassageRecord } from '../storage/record.js'
import type { TextStates } from '../storage/text-states.js'
import { carryOver } from './carry-over.js'
import { portions } from './portions.js'
import type { ResolverThread } from './resolver-thread.js'

export type SearchParts = {
  liveText: ReadLiveText
  textStates: TextStates
  thread: ResolverThread
  clock: Clock
}

/** `place` is where the passage stands in the text that was looked through; null unless it is attached. */
export type Found = { record: PassageRecord; resolution: Resolution; place: TextRange | null }

/**
 * Where passages were when they were looked for before, and in which text. `decisions` of then: where an annotation
 * stood before staff put it elsewhere is no hint any more.
 */
export type LastTime = { text: string; places: Map<AnnotationId, LastPlace> }
export type LastPlace = { range: TextRange; decisions: number }

/**
 * Looks for the passages of a document.
 *   1. Here, for all: the CRDT range with its checks. It settles the untouched ones, nearly all.
 *   2. In the resolver thread, for the rest: the long way of the ladder against the text each was made on.
 *   3. Meanwhile the text may have changed once more. Places are carried over that change where it left them alone;
 *      what it touched is not among the answers, and is left to the next time, which is already on its way.
 * Between reading the live text and using its index nobody waits: the index speaks of the document of that moment.
 */
export class PassageSearch {
  readonly #documentId: DocumentId
  readonly #parts: SearchParts
  /** What it has taken, in milliseconds: on this thread by CRDT ranges, and in the resolver thread. */
  readonly took = { hereMs: 0, threadMs: 0 }

  constructor(documentId: DocumentId, parts: SearchParts) {
    this.#documentId = documentId
    this.#parts = parts
  }

  async find(records: PassageRecord[], lastTime: LastTime | undefined): Promise<Found[]> {
    const open: PassageRecord[] = []
    const found: Found[] = []
    for (const some of portions(records)) {
      const confirmed = await this.#confirm(some)
      for (const [position, record] of some.entries()) {
        const resolution = confirmed[position] ?? null
        if (resolution) found.push({ record, resolution, place: placeIn(resolution) })
        else open.push(record)
      }
    }
    return open.length === 0 ? found : [...found, ...(await this.#lookFor(open, lastTime))]
  }

  async #confirm(records: PassageRecord[]): Promise<(Resolution | null)[]> {
    await nextTurn()
    const live = await this.#live()
    if (live === null) return []
    const startedAt = performance.now()
    const resolutions = this.#confirmIn(live, records)
    this.took.hereMs += performance.now() - startedAt
    return resolutions
  }

  #confirmIn(live: LiveText, records: PassageRecord[]): (Resolution | null)[] {
    const present = { text: live.index.text, now: this.#parts.clock.now() }
    const byAnchor = resolveCrdtRanges(live.index, records.map(crdtOfAnchor))
    const byResolution = resolveCrdtRanges(live.index, records.map(crdtOfResolution))
    return records.map((record, position) => {
      const { quote } = record.anchor
      const confirmed =
        confirmBound({ quote, crdt: crdtOfAnchor(record) }, byAnchor[position], present) ??
        confirmBound({ quote, crdt: crdtOfResolution(record) }, byResolution[position], present)
      return confirmed && attachedAs(record, confirmed, present.text)
    })
  }

  async #lookFor(records: PassageRecord[], lastTime: LastTime | undefined): Promise<Found[]> {
    const live = await this.#live()
    if (live === null) return []
    const { text } = live.index
    const origins = await this.#parts.textStates.texts([
      ...new Set(records.map(({ anchor }) => anchor.textStateId)),
    ])
    const found: Found[] = []
    for (const some of portions(records)) {
      const { found: answers, ms } = await this.#parts.thread.ask({
        text,
        origins,
        lastText: lastTime?.text ?? null,
        passages: some.map(record => {
          const { textStateId, quote, range } = record.anchor
          return { textStateId, quote, range, last: lastPlaceOf(record, lastTime) }
        }),
      })
      this.took.threadMs += ms
      found.push(...(await this.#bind(some, answers, text)))
    }
    return found
  }

  /** Binds what was found in `text` to the characters of the present one. */
  async #bind(records: PassageRecord[], answers: ResolvedPassage[], text: string): Promise<Found[]> {
    const live = await this.#live()
    if (live === null) return []
    const { index } = live
    const carry = carryOver(text, index.text)
    const resolvedAt = this.#parts.clock.now().toISOString()
    return records.flatMap((record, position): Found[] => {
      const answer = answers[position]
      if (answer === undefined) return []
      if (answer.status === 'orphaned')
        return [{ record, resolution: { status: 'orphaned', resolvedAt }, place: null }]
      const { status, method } = answer
      const range = carry(answer.range)
      const crdt = range && createCrdtRange(index, range)
      if (!crdt) return []
      const resolution = { status, range, crdt, method, resolvedAt }
      return [{ record, resolution: attachedAs(record, resolution, index.text), place: placeIn(answer) }]
    })
  }

  #live(): Promise<LiveText | null> {
    return this.#parts.liveText(this.#documentId)
  }
}

const crdtOfAnchor = ({ anchor }: PassageRecord): CrdtRange => anchor.crdt

/** Made when the passage was last found: its anchor's own characters may be dead for long. */
function crdtOfResolution({ anchor, resolution }: PassageRecord): CrdtRange {
  return 'crdt' in resolution ? resolution.crdt : anchor.crdt
}

function lastPlaceOf({ _id, decisions }: PassageRecord, lastTime: LastTime | undefined): TextRange | null {
  const last = lastTime?.places.get(_id)
  return last?.decisions === decisions ? last.range : null
}

/** Where a suggestion leads is nobody's word. */
function placeIn(found: Resolution | ResolvedPassage): TextRange | null {
  return found.status === 'exact' || found.status === 'changed' ? found.range : null
}
