import { DocumentId } from '@randnotiz/contract/kit/ids'
import type { Day } from '@randnotiz/contract/publishing/version'
import { dayOf, replacedAt } from '@randnotiz/domain/publishing/versions'
import type { Clock } from '../../../platform/clock.js'
import type { EventBus } from '../../../platform/domain-events.js'
import type { Documents } from '../../documents/index.js'
import type { DayStore } from '../storage/day-store.js'
import type { KeptTexts } from '../storage/kept-texts.js'
import type { ComposedText } from '../texts/text-jobs.js'
import type { LiveCompositions } from './live-compositions.js'

export type DayKeeperParts = {
  documents: Pick<Documents, 'lastEdits'>
  days: DayStore
  kept: KeptTexts
  live: LiveCompositions
  events: EventBus
  clock: Clock
  log: { error(details: object, message: string): void }
  /** A state is kept when nobody has written for so long; in milliseconds. */
  quietMs?: number
}

const usualQuietMs = 60_000

/**
 * Keeps how each text ended the day. The row of a day is written over whenever the text has come to rest, so what the
 * last one of the day says stays; what a crash left out is made up for at the next start, when nobody can have written in
 * between. Who wrote what is nobody's business here.
 */
export class DayKeeper {
  readonly #parts: DayKeeperParts
  readonly #waiting = new Map<DocumentId, NodeJS.Timeout>()
  readonly #changedAt = new Map<DocumentId, Date>()
  readonly #stopListening: () => void
  #running: Promise<void> = Promise.resolve()

  constructor(parts: DayKeeperParts) {
    this.#parts = parts
    this.#stopListening = parts.events.on('documents/text-changed', event =>
      this.#changed(DocumentId.parse(event.documentId)),
    )
  }

  /** Keeps what was written since the last state that was kept, of all texts. */
  async catchUp(): Promise<void> {
    const { documents, days } = this.#parts
    for (const { id, editedAt } of await documents.lastEdits()) {
      const last = await days.last(id)
      if (last === null || last.changedAt < editedAt) await this.keep(id, editedAt)
    }
  }

  /** Keeps the live text as how it ended the day of a moment. */
  async keep(documentId: DocumentId, changedAt: Date): Promise<void> {
    const { live, days } = this.#parts
    const composition = await live.of(documentId)
    if (composition === null) return
    const { state } = composition.text
    const last = await days.last(documentId)
    if (last?.state === state) return
    await this.#put(documentId, dayOf(changedAt), { text: composition.text, changedAt })
  }

  /** Keeps a live text that is about to be replaced, beside how the day will end. */
  async keepReplaced(documentId: DocumentId, text: ComposedText): Promise<void> {
    const changedAt = this.#parts.clock.now()
    await this.#put(documentId, replacedAt(changedAt), { text, changedAt })
  }

  async #put(
    documentId: DocumentId,
    day: Day,
    { text, changedAt }: { text: ComposedText; changedAt: Date },
  ): Promise<void> {
    const { days, kept, clock } = this.#parts
    const { state, words, outline, content, html } = text
    const token = await kept.keep({ content, html }, clock.now())
    const unneeded = await days.put(documentId, { day, changedAt, state, words, outline, token })
    if (unneeded !== null) await kept.remove(unneeded)
  }

  async close(): Promise<void> {
    this.#stopListening()
    for (const documentId of [...this.#waiting.keys()]) this.#settle(documentId)
    await this.#running
  }

  #changed(documentId: DocumentId): void {
    this.#changedAt.set(documentId, this.#parts.clock.now())
    clearTimeout(this.#waiting.get(documentId))
    const timer = setTimeout(() => this.#settle(documentId), this.#parts.quietMs ?? usualQuietMs)
    timer.unref()
    this.#waiting.set(documentId, timer)
  }

  /** One after the other: nobody waits for it. */
  #settle(documentId: DocumentId): void {
    clearTimeout(this.#waiting.get(documentId))
    this.#waiting.delete(documentId)
    const changedAt = this.#changedAt.get(documentId)
    this.#changedAt.delete(documentId)
    if (changedAt === undefined) return
    this.#running = this.#running
      .then(() => this.keep(documentId, changedAt))
      .catch(error => this.#parts.log.error({ error, documentId }, 'the state of a day was not kept'))
  }
}
