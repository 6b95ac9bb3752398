import type { Clock } from './clock.js'
import type { Folder } from './folder.js'

const keptMs = 1_000

/** Differences to a snapshot, computed elsewhere. When many come back at once with the same vector, one is enough. */
export class Differences {
  readonly #folder: Folder
  readonly #clock: Clock
  readonly #kept = new Map<string, Promise<Uint8Array>>()

  constructor(folder: Folder, clock: Clock) {
    this.#folder = folder
    this.#clock = clock
  }

  /** What somebody with that vector is missing of the base, which is known by its row. */
  find(base: { seq: number; update: Uint8Array }, vector: Uint8Array): Promise<Uint8Array> {
    const key = `${base.seq}/${Buffer.from(vector).toString('base64')}`
    const kept = this.#kept.get(key)
    if (kept) return kept
    const found = this.#folder.diff(base.update, vector)
    this.#kept.set(key, found)
    this.#clock.after(keptMs, () => this.#kept.delete(key))
    return found
  }
}
