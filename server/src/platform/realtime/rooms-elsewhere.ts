/** Sizes of rooms on one instance. */
export type RoomSizes = Readonly<Record<string, number>>

/** How often instances tell each other how full their rooms are, and after what silence one is taken for gone. */
export const tellEveryMs = 2_000
const forgetAfterMs = 3 * tellEveryMs

/**
 * How many are connected on other instances, as those have said last. A count is some seconds old at most: good enough
 * to show who is there, and nothing is decided by it.
 */
export class RoomsElsewhere {
  #now: () => number
  #said = new Map<string, { at: number; sizes: RoomSizes }>()

  /** `now` in milliseconds. */
  constructor(now: () => number) {
    this.#now = now
  }

  hear(instance: string, sizes: RoomSizes): void {
    this.#said.set(instance, { at: this.#now(), sizes })
  }

  sizeOf(room: string): number {
    let size = 0
    for (const [instance, { at, sizes }] of this.#said)
      if (this.#now() - at > forgetAfterMs) this.#said.delete(instance)
      else if (Object.hasOwn(sizes, room)) size += sizes[room] ?? 0
    return size
  }
}
