import { DocumentId, type ProcessId } from '@randnotiz/contract/kit/ids'
import type { DocumentNumbers } from '@randnotiz/contract/publishing/numbers'
import type { Clock } from '../../platform/clock.js'
import type { EventBus } from '../../platform/domain-events.js'

export type LiveNumbersParts = {
  /** Counted by a feature further right. */
  countAnnotations(): Promise<Map<DocumentId, number>>
  readers(id: DocumentId): number
  processOf(id: DocumentId): Promise<ProcessId | null>
  announce(processId: ProcessId, numbers: DocumentNumbers[]): void
  events: EventBus
  clock: Clock
  log: { error(details: object, message: string): void }
}

const announceMs = 1_000
/** Counts of other instances' annotations are that old at most; a change on this one is seen at once. */
const countsKeptMs = 1_000

/**
 * The numbers on the cards of the home page. A change is announced at most a second after it happened, together with
 * what else changed in that second, and only if the numbers really differ from those announced last.
 */
export class LiveNumbers {
  #parts: LiveNumbersParts
  #announced = new Map<DocumentId, string>()
  #changed = new Set<DocumentId>()
  #timer: NodeJS.Timeout | null = null
  #counts: { at: number; counts: Promise<Map<DocumentId, number>> } | null = null
  #stopListening: (() => void)[]

  constructor(parts: LiveNumbersParts) {
    this.#parts = parts
    const hear = ({ documentId }: { documentId: string }) => this.#note(DocumentId.parse(documentId))
    this.#stopListening = [
      parts.events.on('annotations/count-changed', event => {
        this.#counts = null
        hear(event)
      }),
      parts.events.on('documents/readers-changed', hear),
    ]
  }

  async of(ids: readonly DocumentId[]): Promise<DocumentNumbers[]> {
    const counts = await this.#countAnnotations()
    return ids.map(documentId => ({
      documentId,
      annotations: counts.get(documentId) ?? 0,
      readers: this.#parts.readers(documentId),
    }))
  }

  close(): void {
    for (const stop of this.#stopListening) stop()
    if (this.#timer) clearTimeout(this.#timer)
  }

  /** One count serves all who ask in the same second. */
  #countAnnotations(): Promise<Map<DocumentId, number>> {
    const now = this.#parts.clock.now().getTime()
    if (this.#counts && now - this.#counts.at < countsKeptMs) return this.#counts.counts
    const counts = this.#parts.countAnnotations()
    const kept = { at: now, counts }
    this.#counts = kept
    counts.catch(() => {
      if (this.#counts === kept) this.#counts = null
    })
    return counts
  }

  #note(id: DocumentId): void {
    this.#changed.add(id)
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      this.#announce().catch(error => this.#parts.log.error({ error }, 'live numbers were not announced'))
    }, announceMs)
  }

  async #announce(): Promise<void> {
    const ids = [...this.#changed]
    this.#changed.clear()
    const byProcess = new Map<ProcessId, DocumentNumbers[]>()
    for (const numbers of await this.of(ids)) {
      const processId = await this.#parts.processOf(numbers.documentId)
      if (processId === null || !this.#isNews(numbers)) continue
      byProcess.set(processId, [...(byProcess.get(processId) ?? []), numbers])
    }
    for (const [processId, numbers] of byProcess) this.#parts.announce(processId, numbers)
  }

  #isNews({ documentId, annotations, readers }: DocumentNumbers): boolean {
    const said = `${annotations}/${readers}`
    if (this.#announced.get(documentId) === said) return false
    this.#announced.set(documentId, said)
    return true
  }
}
