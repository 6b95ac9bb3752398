import type { RoomParts } from './document-keeper.js'
import type { DocumentState } from './document-state.js'
import { emptySnapshot } from './folder.js'
import type { Head } from './store.js'

/** Folds the log of one document into snapshots, when that is due. */
export class Snapshots {
  #head: Head
  #folding: Promise<void> | null = null
  #notBefore = 0
  readonly #parts: RoomParts
  readonly #state: DocumentState

  constructor(parts: RoomParts, state: DocumentState, head: Head) {
    this.#parts = parts
    this.#state = state
    this.#head = head
  }

  get idle(): boolean {
    return this.#folding === null
  }

  /** `quietMs`: since the last edit; `lonely`: nobody is in the room. */
  isDue(now: number, { quietMs, lonely }: { quietMs: number; lonely: boolean }): boolean {
    const { foldRows, foldBytes, foldIdleMs, foldIdleRows } = this.#parts.limits
    const { rowsSinceBase, unfoldedBytes } = this.#state
    if (rowsSinceBase <= 0 || now < this.#notBefore || this.#folding) return false
    if (rowsSinceBase >= foldRows || unfoldedBytes >= foldBytes) return true
    return rowsSinceBase >= foldIdleRows && (lonely || quietMs >= foldIdleMs)
  }

  /**
   * Rows that are written meanwhile stay in the log: the position is taken before the work begins. `neededAfter` tells,
   * when it is done, after which row somebody still needs the single updates.
   */
  fold(neededAfter: () => number): Promise<void> {
    const { clock, limits, report, documentId } = this.#parts
    this.#folding ??= this.#fold(neededAfter)
      .catch(error => {
        this.#notBefore = clock.now() + limits.foldIdleMs
        report({ kind: 'failed', documentId, during: 'fold', error })
      })
      .finally(() => {
        this.#folding = null
      })
    return this.#folding
  }

  async #fold(neededAfter: () => number): Promise<void> {
    const { log, folder, clock, limits } = this.#parts
    const { seq, base, epoch } = this.#state
    this.#notBefore = clock.now() + limits.foldGapMs
    const snapshot = await folder.fold(base, this.#state.tailUpTo(seq))
    const next = await log.writeSnapshot(this.#head, snapshot, { epoch, seq })
    if (next === null) {
      this.#head = (await log.readHead()) ?? this.#head
      return
    }
    this.#head = next
    this.#state.rebase(snapshot, seq, neededAfter())
    await log.sweep(next)
  }

  /** Puts other content in the place of everything, as a new epoch; tries again when another process was faster. */
  async replace(update: Uint8Array): Promise<void> {
    const { log, folder, bus, documentId } = this.#parts
    await this.#folding
    const snapshot = await folder.fold(emptySnapshot.update, [update])
    for (let next: Head | null = null; next === null; ) {
      const head = (await log.readHead()) ?? this.#head
      next = await log.writeSnapshot(head, snapshot, { epoch: head.epoch + 1, seq: 0 })
      if (next === null) continue
      bus?.publish({ kind: 'replaced', documentId, epoch: next.epoch })
      await log.sweep(next)
    }
  }
}
