import type { BlockId } from '@randnotiz/contract/kit/ids'

/** How many contributions each chapter has, and the most a chapter has. */
export type Density = { counts: ReadonlyMap<BlockId, number>; most: number }

export const noDensity: Density = { counts: new Map(), most: 0 }

/** From the margin, which knows where notes stand, to the outline; each mark is drawn anew by itself. */
export class DensityStore {
  #density = noDensity
  #listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly read = (): Density => this.#density

  show(counts: ReadonlyMap<BlockId, number>): void {
    this.#density = { counts, most: Math.max(0, ...counts.values()) }
    for (const listener of this.#listeners) listener()
  }
}
