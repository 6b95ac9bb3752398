import type { DocumentId } from '@randnotiz/contract/kit/ids'

/** In milliseconds: so long nobody has typed, or so long somebody has not stopped. */
export type SettlingTimes = { quietMs: number; mostMs: number }

type Waiting = { timer: NodeJS.Timeout; since: number }

/** Calls `settled` when a document has come to rest, and now and then while it does not. */
export class Settling {
  #waiting = new Map<DocumentId, Waiting>()
  #times: SettlingTimes
  #settled: (documentId: DocumentId) => void

  constructor(times: SettlingTimes, settled: (documentId: DocumentId) => void) {
    this.#times = times
    this.#settled = settled
  }

  changed(documentId: DocumentId): void {
    const waiting = this.#waiting.get(documentId)
    clearTimeout(waiting?.timer)
    const now = performance.now()
    const since = waiting?.since ?? now
    const delay = Math.max(0, Math.min(this.#times.quietMs, since + this.#times.mostMs - now))
    const timer = setTimeout(() => {
      this.#waiting.delete(documentId)
      this.#settled(documentId)
    }, delay)
    this.#waiting.set(documentId, { timer, since })
  }

  close(): void {
    for (const { timer } of this.#waiting.values()) clearTimeout(timer)
    this.#waiting.clear()
  }
}
